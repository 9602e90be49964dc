import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { applyEdits, editsOf } from '../../../server/src/service/fixes/fixEdits.ts';
import { editsOfRefactoring, refactoringsAt } from '../../../server/src/service/refactorings/refactor.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const RULE = (priority: string | number, selection: string) =>
  `{ "rulePriority": ${priority}, "selection": { ${selection} }, "action": { "type": "expire" } }`;
const DAYS = '"countType": "sinceImagePushed", "countUnit": "days", "countNumber": 14';
const UNTAGGED = `"tagStatus": "untagged", ${DAYS}`;
const V = `"tagStatus": "tagged", "tagPatternList": ["v*"], ${DAYS}`;
const BOTH = `"tagStatus": "tagged", "tagPatternList": ["v*", "w*"], ${DAYS}`;

/** Rules of a template, some of them in a directive. */
const TEMPLATES: Readonly<Record<string, string>> = {
  'a loop, then a rule with a smaller number': `%{ for i, t in local.names ~}
      { "rulePriority": \${i + 10}, "selection": { "tagStatus": "tagged", "tagPatternList": ["\${t}"], ${DAYS} }, "action": { "type": "expire" } },
      %{ endfor ~}
      ${RULE(1, V)}`,
  'a loop of encoded rules': `%{ for i, x in local.specs ~} \${jsonencode(x)}%{ if i < length(local.specs) - 1 },%{ endif } %{ endfor ~}`,
  'a rule under a condition': `${RULE(5, V)} %{ if local.extra }, ${RULE(1, UNTAGGED)} %{ endif }`,
  'a comma under a condition': `${RULE(5, V)}%{ if local.extra },
      ${RULE(1, V)}%{ endif }`,
  'a condition first': `%{ if local.extra } ${RULE(9, UNTAGGED)}, %{ endif } ${RULE(5, BOTH)}`,
  'an entry under a condition': RULE(
    5,
    `"tagStatus": "tagged", "tagPatternList": ["v*"%{ if local.extra }, "w*"%{ endif }], ${DAYS}`,
  ),
  'a key under a condition': RULE(
    5,
    `"tagStatus": "untagged"%{ if local.extra }, "tagPrefixList": []%{ endif }, "countType": "sinceImagePushed", "countNumber": 5`,
  ),
  'a wrong word under a condition': `${RULE(5, V)} %{ if local.extra }, ${RULE(1, UNTAGGED.replace('"untagged"', '"untaged"'))} %{ endif }`,
  'a wrong key in a loop': `%{ for t in local.names ~} { "rule_priority": 1, "selection": { "tag_status": "any", ${DAYS} }, "action": { "type": "expire", "color": 1 } } %{ endfor ~}`,
  'a number twice in a loop': `%{ for t in local.names ~} ${RULE(1, '"tagStatus": "tagged", "tagPatternList": ["${t}"], "countType": "sinceImagePushed", "countNumber": "3"')}, %{ endfor ~} ${RULE(1, UNTAGGED)}`,
};

const main = (policy: string, extra: boolean) => `locals {
  extra = ${extra}
  names = ["b*", "a*"]
  specs = [{ rulePriority = 5, selection = { tagStatus = "tagged", tagPatternList = ["x*"], countType = "sinceImagePushed", countUnit = "days", countNumber = 1 }, action = { type = "expire" } }, { rulePriority = 2, selection = { tagStatus = "tagged", tagPatternList = ["y*"], countType = "sinceImagePushed", countUnit = "days", countNumber = 1 }, action = { type = "expire" } }]
}

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = ${policy}
}
`;
const asHeredoc = (rules: string, extra: boolean): Files => ({
  'main.tf': main(`<<-EOF\n    { "rules": [\n      ${rules}\n    ] }\n  EOF`, extra),
});
const asFile = (rules: string, extra: boolean): Files => ({
  'main.tf': main(
    'templatefile("p.tftpl", { local = { names = local.names, specs = local.specs, extra = local.extra } })',
    extra,
  ),
  'p.tftpl': `{ "rules": [\n  ${rules}\n] }\n`,
});

/** The contents of a text's directives, without nested ones. */
function directives(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: word, index } of text.matchAll(/%\{\s*(?:if|for|endif|endfor)\b/g)) {
    if (/end/.test(word)) depth -= 1;
    if (/end/.test(word) && depth === 0) found.push(text.slice(from, index));
    if (!/end/.test(word) && depth === 0) from = index;
    if (!/end/.test(word)) depth += 1;
  }
  return found;
}

/**
 * Every text that a fix or a refactoring makes from these files; a local may be written out in the collection of a
 * loop.
 */
function results(files: Files): { readonly title: string; readonly files: Files }[] {
  const workspace = workspaceOf(files);
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(ruleId, { cause: error });
  });
  const edited = (title: string, edits: ReturnType<typeof editsOf>) =>
    edits === null
      ? []
      : [
          {
            title,
            files: {
              ...files,
              ...Object.fromEntries(
                [...edits].map(([uri, own]) => [uri, applyEdits(files[uri] ?? '', own) ?? 'edits overlap']),
              ),
            },
          },
        ];
  const fixes = workspace.modules.flatMap((module) =>
    finder
      .problemsOf(module)
      .flatMap((problem) => problem.fixes.flatMap((fix) => edited(fix.title, editsOf(module, fix)))),
  );
  const refactorings = Object.entries(files).flatMap(([uri, text]) =>
    Array.from({ length: Math.ceil(text.length / 41) }, (_, step) => step * 41).flatMap((offset) => {
      const request = { uri, range: { start: offset, end: offset }, createsFiles: false };
      const offers = refactoringsAt(
        workspace,
        request,
        () => true,
        (id) => {
          throw new Error(id);
        },
      );
      return offers
        .filter(({ refusal, title }) => refusal === null && !title.startsWith('Inline local'))
        .flatMap((offer) => edited(offer.title, editsOfRefactoring(workspace, request, offer)?.edits ?? null));
    }),
  );
  return [...fixes, ...refactorings];
}

describe('a template with directives', () => {
  const cases = Object.entries(TEMPLATES).flatMap(([name, rules]) =>
    [true, false].flatMap((extra) => [
      { name: `${name}, ${extra}, heredoc`, files: asHeredoc(rules, extra) },
      { name: `${name}, ${extra}, file`, files: asFile(rules, extra) },
    ]),
  );

  const problems = (texts: Files) => {
    const workspace = workspaceOf(texts);
    const finder = new ProblemFinder(() => undefined);
    return workspace.modules
      .flatMap((module) => finder.problemsOf(module))
      .filter(({ ruleId }) => ['policy-json-syntax', 'template-error', 'syntax'].includes(ruleId))
      .map(({ message }) => message);
  };
  const toggled = (texts: Files) =>
    Object.fromEntries(
      Object.entries(texts).map(([uri, text]) => [
        uri,
        text.replace(/extra = (true|false)/, (_, now) => `extra = ${now === 'false'}`),
      ]),
    );
  const bothWays = (texts: Files) => ({ problems: problems(texts), other: problems(toggled(texts)) });

  it.each(cases)('keeps its directives: $name', ({ files }) => {
    const before = bothWays(files);
    const judged = new Set<string>();
    for (const { title, files: after } of results(files)) {
      const key = JSON.stringify(after);
      if (judged.has(key)) continue;
      judged.add(key);
      for (const [uri, text] of Object.entries(files)) {
        expect({ title, directives: directives(after[uri] ?? '') }).toEqual({ title, directives: directives(text) });
      }
      expect({ title, ...bothWays(after) }).toEqual({ title, ...before });
    }
  });
});

describe('JSON that is damaged', () => {
  const DAMAGED: readonly string[] = [
    `{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 3 }, "action": { "type": "expire" }, "colour": 1, } ] `,
    `{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "untaged", "countNumber": "3", "action": { "type": "expire" } ] }`,
    `{ "rules": [{ "rulePriority": 1, "selection": { "tag_status": "any" "countNumber": 3 } } ] }`,
    `{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countNumber": 3, "action": { "type": "expire" } }, { "rulePriority": 1 }`,
    `{ "rules": [{ "rulePriority": "1", "selection": { "tagStatus": "any", "action": { "type": "expire" }, } } ] ]`,
    `{ "rules": [{ "rulePriority": 1, "selection": { "countUnit": null, "tagStatus": "any" }, "action": { "type": "Expire" } ] }`,
    `{ "rules": [{ "rulePriority": 1, "tagStatus": "any", "selection": { "countNumber": 3 "action": { "type": "expire" } } ] }`,
    `{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": \${var.n\n    },\n "action": {\n "type": "expire"\n }\n }\n ]\n}`,
  ];

  it.each(DAMAGED)('is mended by nobody but its author: %s', (text) => {
    const files = { 'main.tf': `variable "n" {\n  type = number\n}\n${main(`<<-EOF\n${text}\n  EOF`, true)}` };
    const workspace = workspaceOf(files);
    const finder = new ProblemFinder(() => undefined);
    const [module] = workspace.modules;
    if (module === undefined) throw new Error('there is no module');
    const problems = finder.problemsOf(module);
    expect(problems.map(({ ruleId }) => ruleId)).toContain('policy-json-syntax');
    const written = problems.flatMap(({ ruleId, fixes }) =>
      fixes.filter((fix) => editsOf(module, fix) !== null).map(({ title }) => `${ruleId} ${title}`),
    );
    expect(written.filter((title) => !/comma|comment/.test(title))).toEqual([]);
  });
});
