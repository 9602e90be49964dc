import { describe, expect, it } from 'vitest';
import { expectLayoutOfAll, offersAt, refactor, refactorModule, refusalAt } from './support.ts';

const SORT = 'Sort the rules by priority';
const ONES = 'Renumber the priorities 1, 2, 3, …';
const TENS = 'Renumber the priorities 10, 20, 30, …';

const RULE = (priority: string, status: string) =>
  `{ rulePriority = ${priority}, selection = { tagStatus = "${status}", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }`;

const WITH_RULES = (rules: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [
${rules}
    ]
  })
}
`;

const JSON_RULE = (priority: number, status: string) =>
  `{"rulePriority": ${priority}, "selection": {"tagStatus": "${status}", "countType": "imageCountMoreThan", "countNumber": \${var.keep}}, "action": {"type": "expire"}}`;

const VARIABLE = 'variable "keep" {\n  type    = number\n  default = 5\n}\n\n';

describe('sorting rules by priority', () => {
  it('moves rules with the comments above them and at their ends; commas and blank lines stay', () => {
    const before = WITH_RULES(`      # everything else
      # goes at last
      ${RULE('20', 'any')}, # any

      /* no tag */
      ${RULE('3', 'untagged')} # untagged
      # the end`).replace('policy =', 'pol$0icy =');
    expect(refactor(before, SORT, 'rules')).toBe(
      WITH_RULES(`      /* no tag */
      ${RULE('3', 'untagged')}, # untagged

      # everything else
      # goes at last
      ${RULE('20', 'any')} # any
      # the end`),
    );
  });

  it('swaps rules of one line, and keeps line ends', () => {
    const rules = (first: string, second: string) =>
      `locals {\n  rules = [${first}, ${second}]\n}\n${WITH_RULES('').replace(/rules = \[[^\]]*\]/, 'rules = local.rules')}`.replaceAll(
        '\n',
        '\r\n',
      );
    const [any, untagged] = [RULE('2', 'any'), RULE('1', 'untagged')];
    expect(refactor(rules(`$0${any}`, untagged), SORT, 'rules')).toBe(rules(untagged, any));
  });

  it('sorts JSON in heredocs with its interpolations, in quoted strings and in files', () => {
    const [any, untagged] = [JSON_RULE(2, 'any'), JSON_RULE(1, 'untagged')];
    const heredoc = (first: string, second: string) =>
      `${VARIABLE}resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = <<-EOF\n    {"rules": [\n      ${first},\n      ${second}\n    ]}\n  EOF\n}\n`;
    expect(refactor(heredoc(`${any}`, untagged).replace('policy ', 'po$0licy '), SORT, 'rules')).toBe(
      heredoc(untagged, any),
    );
    const [plainAny, plainUntagged] = [any, untagged].map((text) => text.replace('${var.keep}', '5'));
    const quoted = (first: string, second: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${JSON.stringify(`{"rules":[${first},${second}]}`)}\n}\n`;
    const [one, other] = [plainAny ?? '', plainUntagged ?? ''];
    expect(refactor(quoted(one, other).replace('policy ', 'po$0licy '), SORT, 'rules')).toBe(quoted(other, one));
    const file = (first: string, second: string) => `{ "rules": [\n  ${first},\n  ${second}\n] }\n`;
    const main = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("p.json")\n}\n';
    expect(refactorModule({ 'main.tf': main, 'p.json': file(`$0${one}`, other) }, SORT, 'rules')).toEqual({
      'main.tf': main,
      'p.json': file(other, one),
    });
  });

  it('sorts blocks of the data source', () => {
    const rule = (priority: number, status: string) =>
      `  # ${status}\n  rule {\n    priority = ${priority}\n\n    selection {\n      tag_status   = "${status}"\n      count_type   = "imageCountMoreThan"\n      count_number = 5\n    }\n  }\n`;
    const document = (first: string, second: string) =>
      `data "aws_ecr_lifecycle_policy_document" "d" {\n${first}\n${second}}\n\nresource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = data.aws_ecr_lifecycle_policy_document.d.json\n}\n`;
    const before = document(rule(2, 'any'), rule(1, 'untagged')).replace('"d" {', '"d" {$0');
    expect(refactor(before, SORT, 'rules')).toBe(document(rule(1, 'untagged'), rule(2, 'any')));
  });

  it('is not offered for rules in order, and refused where order or text is not known', () => {
    const inOrder = WITH_RULES(`      ${RULE('1', 'untagged')},\n      ${RULE('2', 'any')}`);
    expect(offersAt(inOrder.replace('policy =', '$0policy ='))).not.toContain(SORT);
    const unknown = WITH_RULES(`      ${RULE('var.x', 'untagged')},\n      ${RULE('2', 'any')}`);
    expect(refusalAt(unknown.replace('policy =', '$0policy ='), SORT)).toBe('The priority of a rule is not known.');
    const computed = WITH_RULES('').replace(/\[[^\]]*\]/, `concat([${RULE('2', 'any')}], [${RULE('1', 'untagged')}])`);
    expect(refusalAt(computed.replace('policy =', '$0policy ='), SORT)).toBe(
      'A rule is computed, so there is no text to move.',
    );
    const doubtful = WITH_RULES(
      `      ${RULE('2', 'any')}, # of which?\n      ${RULE('1', 'untagged')}, ${RULE('3', 'tagged')}`,
    );
    expect(refusalAt(doubtful.replace('policy =', '$0policy ='), SORT)).toBe(
      'It is not clear which comment belongs to which rule.',
    );
  });

  it('is not offered outside policies and in text that is being typed', () => {
    const before = WITH_RULES(`      ${RULE('2', 'any')},\n      ${RULE('1', 'untagged')}`);
    expect(offersAt(before.replace('"app"', '"app$0"'))).toEqual([]);
    expect(offersAt(before.replace('policy =', '$0policy =').replace('"app"', '"app'))).toEqual([]);
  });
});

describe('renumbering priorities', () => {
  it('keeps the order in which the rules are taken, and comments aligned', () => {
    const rules = (first: string, second: string, third: string) =>
      WITH_RULES(
        [first, second, third]
          .map(
            (priority, index) => `      {
        rulePriority = ${priority} # the ${index}
        description  = "d"${' '.repeat(Math.max(0, priority.length - 3))} # described
        selection    = { tagStatus = "tagged", tagPatternList = ["a${index}"], countType = "imageCountMoreThan", countNumber = 5 }
        action       = { type = "expire" }
      }`,
          )
          .join(',\n'),
      );
    const before = rules('7', '900', '30').replace('policy =', 'policy =$0');
    const aligned = (text: string) =>
      text.replaceAll(/rulePriority = (\d+) #/g, (_, digits: string) => `rulePriority = ${digits.padEnd(3)} #`);
    expect(refactor(aligned(before), ONES, 'order')).toBe(aligned(rules('1', '3', '2')));
    expect(refactor(aligned(before), TENS, 'order')).toBe(aligned(rules('10', '30', '20')));
  });

  it('writes numbers into JSON and into blocks', () => {
    const heredoc = `${VARIABLE}resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  $0policy     = <<EOF\n{"rules": [${JSON_RULE(2, 'untagged')}]}\nEOF\n}\n`;
    expect(refactor(heredoc, ONES, 'order')).toBe(
      heredoc.replace('$0', '').replace('"rulePriority": 2', '"rulePriority": 1'),
    );
  });

  it('is refused for numbers that stand outside the list', () => {
    const local = `locals {\n  first = 4\n  rule  = ${RULE('5', 'any')}\n}\n\n`;
    for (const rule of [RULE('local.first', 'any'), 'local.rule']) {
      const text = `${local}${WITH_RULES(`      ${rule}`)}`.replace('policy =', '$0policy =');
      expect(refusalAt(text, ONES)).toMatch(/^A priority is not written in the list/);
    }
  });

  it('is refused for a local that may be a part of the rules only', () => {
    const local = `locals {\n  rules = [${RULE('$04', 'any')}]\n}\n\n`;
    const whole = `${local}${WITH_RULES('').replace(/rules = \[[^\]]*\]/, 'rules = local.rules')}`;
    expect(refactor(whole, ONES, 'order')).toBe(whole.replace('$04', '1'));
    const part = whole.replace('= local.rules', '= concat([], local.rules)');
    expect(refusalAt(part, ONES)).toMatch(/^The list may be only part of the rules/);
  });

  it('is not offered for priorities that are so already, and refused where a number is computed or shared', () => {
    const one = WITH_RULES(`      ${RULE('1', 'any')}`).replace('policy =', '$0policy =');
    expect(offersAt(one)).not.toContain(ONES);
    expect(offersAt(one)).toContain(TENS);
    const computed = WITH_RULES('').replace(/\[[^\]]*\]/, `[for p in [5, 7] : ${RULE('p * 2', 'any')}]`);
    expect(refusalAt(computed.replace('policy =', '$0policy ='), ONES)).toMatch(/^A priority is computed/);
    const shared = WITH_RULES(`      ${RULE('4', 'untagged')},\n      ${RULE('4', 'any')}`);
    expect(refusalAt(shared.replace('policy =', '$0policy ='), ONES)).toMatch(/^Two rules have the same priority/);
  });
});

expectLayoutOfAll();
