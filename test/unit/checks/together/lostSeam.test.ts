import { describe, expect, it } from 'vitest';
import { printTerm } from '../../../../server/src/syntax/edit/print.ts';
import { termOf } from '../../../../server/src/syntax/edit/term.ts';
import type { Files } from '../../support/checkProblems.ts';
import { fixModule, ruleIds } from '../../support/checkProblems.ts';

const rule = (priority: number, pattern: string) => ({
  rulePriority: priority,
  selection: { tagStatus: 'tagged', tagPatternList: [pattern], countType: 'imageCountMoreThan', countNumber: 5 },
  action: { type: 'expire' },
});
const RULES = [rule(1, 'a*'), rule(2, 'b*'), rule(3, 'c*')];
const resource = (policy: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${policy}\n}\n`;
const hcl = (value: object) => printTerm(termOf(JSON.parse(JSON.stringify(value))));
const inLines = hcl({ rules: RULES }).replaceAll('\n', '\n  ');
const json = JSON.stringify({ rules: RULES }, null, 2);
const inline = (value: object) => JSON.stringify(value);

/** Correct policies, each with the text between its first two rules and what remains of it. */
const SPELLINGS: Readonly<Record<string, { readonly files: Files; readonly lost: RegExp; readonly left: string }>> = {
  'jsonencode, lines': {
    files: { 'main.tf': resource(`jsonencode(${inLines})`) },
    lost: /\n *\},\n *\{(?=\n *rulePriority = 2)/,
    left: '',
  },
  'jsonencode, commas': {
    files: { 'main.tf': resource(`jsonencode(${inLines.replace(/("expire"\n *\})(?=\n)/g, '$1,')})`) },
    lost: /\n *\},\n *\{(?=\n *rulePriority = 2)/,
    left: '',
  },
  'jsonencode, one line': {
    files: {
      'main.tf': resource(
        `jsonencode({ rules = [${RULES.map((one) => inline(one).replace(/"(\w+)":/g, '$1 = ')).join(', ')}] })`,
      ),
    },
    lost: /\}, \{(?=rulePriority = 2)/,
    left: ', ',
  },
  'a local': {
    files: { 'main.tf': `locals {\n  p = ${inLines}\n}\n${resource('jsonencode(local.p)')}` },
    lost: /\n *\},\n *\{(?=\n *rulePriority = 2)/,
    left: '',
  },
  heredoc: {
    files: { 'main.tf': resource(`<<EOF\n${json}\nEOF`) },
    lost: /\n *\},\n *\{(?=\n *"rulePriority": 2)/,
    left: ',',
  },
  'indented heredoc': {
    files: { 'main.tf': resource(`<<-EOF\n${json}\n  EOF`) },
    lost: /\n *\},\n *\{(?=\n *"rulePriority": 2)/,
    left: ',',
  },
  'JSON on one line': {
    files: { 'main.tf': resource(`<<EOF\n${inline({ rules: RULES })}\nEOF`) },
    lost: /\},\{(?="rulePriority":2)/,
    left: ',',
  },
  'a quoted string': {
    files: { 'main.tf': resource(JSON.stringify(inline({ rules: RULES }))) },
    lost: /\},\{(?=\\"rulePriority\\":2)/,
    left: ',',
  },
  'a file': {
    files: { 'main.tf': resource('file("${path.module}/p.json")'), 'p.json': json },
    lost: /\n *\},\n *\{(?=\n *"rulePriority": 2)/,
    left: ',',
  },
};

describe('a lost "}, {" between two rules', () => {
  it.each(Object.entries(SPELLINGS))('is one problem, and splitting mends it: %s', (_, { files, lost, left }) => {
    expect(ruleIds(files)).toEqual([]);
    const merged = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replace(lost, left)]));
    expect(merged).not.toEqual(files);
    expect(ruleIds(merged).filter((id) => id.endsWith('policy-duplicate-key'))).toHaveLength(1);
    expect(withoutSpaces(fixModule(merged, 'Split into two rules'))).toEqual(withoutSpaces(files));
  });
});

/** Layout of one line may differ. */
function withoutSpaces(files: Files): Files {
  const isOneLine = (text: string) => /rulePriority.*rulePriority/.test(text);
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, isOneLine(text) ? text.replaceAll(' ', '') : text]),
  );
}
