import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { fixTitlesIn, problemLines, ruleIds } from '../../support/checkProblems.ts';

/** A policy with one mistake and one part that nothing can know; the mistake is MARKED. */
const CODE = `jsonencode({
    rules = [{
      rulePriority = 1
      description  = var.words
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = -77
      }
      action = { type = "expire" }
    }]
  })`;
const MARKED = '-77';

const INPUT = 'variable "words" {\n  type = string\n}\n';
const owner = (policy: string, more = '') => `${INPUT}${more}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = ${policy}
}
`;
const rendered = (template: string): Files => ({
  'main.tf': owner('templatefile("${path.module}/p.tpl", { words = var.words })'),
  'p.tpl': template.replace('var.words', 'words'),
});

/** Texts that consist of one jsonencode and white space. */
const WRAPPED: readonly (readonly [what: string, files: Files])[] = [
  ['a quoted text', { 'main.tf': owner(`"\${${CODE}}"`) }],
  ['a quoted text with a newline', { 'main.tf': owner(`"\${${CODE}}\\n"`) }],
  ['a quoted text with spaces on both sides', { 'main.tf': owner(`" \\t\${${CODE}}  "`) }],
  ['a heredoc', { 'main.tf': owner(`<<EOT\n\${${CODE}}\nEOT`) }],
  ['an indented heredoc', { 'main.tf': owner(`<<-EOT\n    \${${CODE}}\n  EOT`) }],
  ['a heredoc with markers', { 'main.tf': owner(`<<-EOT\n    \${~ ${CODE} ~}\n  EOT`) }],
  ['a heredoc with empty lines', { 'main.tf': owner(`<<EOT\n\n\n\${${CODE}}\n\n\nEOT`) }],
  ['a local', { 'main.tf': owner('local.p', `locals {\n  p = <<EOT\n\${${CODE}}\nEOT\n}\n`) }],
  ['a local in a text', { 'main.tf': owner('"${local.p}\\n"', `locals {\n  p = <<EOT\n\${${CODE}}\nEOT\n}\n`) }],
  ['a branch of a condition', { 'main.tf': owner(`var.words == "" ? "\${${CODE}}\\n" : null`) }],
  ['a template file', rendered(`\${${CODE}}\n`)],
  ['a template file without a newline', rendered(`\${${CODE}}`)],
  ['a template file with a comment in its expression', rendered(`\${\n  # words\n  ${CODE}\n}\n`)],
  [
    'the text of a called module',
    {
      'main.tf': 'module "m" {\n  source = "./m"\n  words  = "w"\n}\n',
      'm/main.tf': owner(`<<EOT\n\${${CODE}}\nEOT`),
    },
  ],
  [
    'the input of a called module',
    {
      'main.tf': `${INPUT}module "m" {\n  source = "./m"\n  policy = <<EOT\n\${${CODE}}\nEOT\n}\n`,
      'm/main.tf': owner('var.policy', 'variable "policy" {\n  type = string\n}\n'),
    },
  ],
];

/** Texts that hold more than one jsonencode and white space. */
const OTHERS: readonly (readonly [what: string, policy: string])[] = [
  ['a text before it', `"x\${${CODE}}"`],
  ['a text after it', `"\${${CODE}}x"`],
  ['a twin', `"\${${CODE}}\${${CODE}}"`],
  ['braces around it', `"{\${${CODE}}}"`],
  ['a directive around it', `"%{if var.words == ""}\${${CODE}}%{endif}"`],
  ['a loop around it', `"%{for w in [var.words]}\${${CODE}}%{endfor}"`],
  ['a function of the text', `replace("\${${CODE}}\\n", "a", "b")`],
  ['a placeholder', `replace("\${${CODE}}\\n", "-77", "7")`],
];

/** The place of a text in one of the files, as `file:line:character`. */
function placeOf(files: Files, marked: string): string {
  const [name, text] = Object.entries(files).find(([, candidate]) => candidate.includes(marked)) ?? ['', ''];
  const before = text.slice(0, text.indexOf(marked)).split('\n');
  return `${name}:${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

const withText = (files: Files, old: string, fresh: string): Files =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(old, fresh)]));

describe('a text that consists of one jsonencode', () => {
  it.each(WRAPPED)('is read through %s, with its places', (_, files) => {
    const found = problemLines(files).filter((line) => line.endsWith('policy-number-range'));
    expect(found).toEqual([`${placeOf(files, MARKED)} error policy-number-range`]);
  });

  it.each(WRAPPED)('is fixed inside %s', (_, files) => {
    const right = withText(files, MARKED, '7');
    const fixed = fixTitlesIn('policy-enum-value', withText(right, '"expire"', '"expir"'));
    expect(Object.values(fixed)).toEqual([right]);
  });

  it.each(OTHERS)('is not taken for the whole beside %s', (_, policy) => {
    expect(ruleIds(owner(policy)).filter((id) => id.endsWith('policy-number-range'))).toEqual([]);
  });
});
