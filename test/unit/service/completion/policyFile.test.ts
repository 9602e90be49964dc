import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import { hover } from '../../../../server/src/service/hover/hover.ts';

const MODULE = 'file:///module/main.tf';
const URI = 'file:///module/policy.json';

/** A policy in a separate file, with the cursor at `$0`, and the module that reads it. */
function open(marked: string) {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const workspace = new Workspace();
  workspace.openDocument(
    MODULE,
    'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("${path.module}/policy.json")\n}\n',
  );
  workspace.setAttachedFile(URI, text);
  const module = workspace.moduleOf(MODULE);
  if (module === undefined) throw new Error('the document is open');
  return { module, uri: URI, text, offset };
}

function labelsIn(marked: string): string[] {
  const { module, uri, offset } = open(marked);
  return complete({ module, uri, offset, offersArguments: true }).map(({ label }) => label);
}

/** The text after accepting an item, without tab stops. */
function accept(marked: string, label: string): string {
  const { module, uri, text, offset } = open(marked);
  const items = complete({ module, uri, offset, offersArguments: true });
  const { insert, commaAt } = items.find((item) => item.label === label) ?? {};
  if (insert === undefined || insert.isSnippet) throw new Error(`no plain item ${label}`);
  const before = commaAt === undefined ? '' : `${text.slice(0, commaAt)},`;
  return before + text.slice(commaAt ?? 0, insert.start) + insert.text + text.slice(insert.end);
}

const RULE_KEYS = ['rulePriority', 'selection', 'action', 'description'];
const TAG_STATUSES = ['tagged', 'untagged', 'any'];

describe('a policy that is a file of its own', () => {
  it.each([
    ['an open brace', '{ $0', ['rules']],
    ['quotes in it', '{ "$0" }', ['rules']],
    ['a rule', '{ "rules": [{ $0 }] }', RULE_KEYS],
    ['a rule over lines', '{\n  "rules": [\n    {\n      "sel$0\n    }\n  ]\n}\n', RULE_KEYS],
    [
      'Windows line ends',
      '{\r\n  "rules": [\r\n    {\r\n      "rulePriority": 1,\r\n      $0\r\n    }\r\n  ]\r\n}\r\n',
      RULE_KEYS.slice(1),
    ],
    ['the end of the file', '{ "rules": [{ "selection": { "tagStatus": "$0', TAG_STATUSES],
    ['a missing quote', '{ "rules": [{ "selection": { "tagStatus": $0 } }] }', TAG_STATUSES],
    ['a byte order mark', '\ufeff{ "rules": [{ "selection": { "tagStatus": "$0" } }] }', TAG_STATUSES],
    ['a list', '[$0]', []],
    ['the end of the policy', '{ "rules": [] }\n$0', []],
    ['what Terraform would fill in', '{ "rules": [{ "rulePriority": ${$0 }] }', []],
  ])('is completed at %s', (_, marked, labels) => {
    expect(labelsIn(marked)).toEqual(labels);
  });

  it('begins with a whole policy', () => {
    expect(labelsIn('$0')).toContain('policy: expire untagged images');
    expect(labelsIn('\n$0\n')).toEqual(labelsIn('$0'));
  });

  it.each([
    ['"$0', '"any"'],
    ['$0', '"any"'],
    ['"un$0tagged"', '"any"'],
  ])('gets a value in place of %s', (typed, accepted) => {
    const write = (value: string) => `{ "rules": [{ "selection": { "tagStatus": ${value} } }] }`;
    expect(accept(write(typed), 'any')).toBe(write(accepted));
  });

  it('keeps the colon of a key, and gets the comma that is missing', () => {
    expect(accept('{ "rules": [{ "rulePriority": 1\n"act$0: {} }] }', 'action')).toBe(
      '{ "rules": [{ "rulePriority": 1,\n"action": {} }] }',
    );
  });

  it('is explained', () => {
    const { module, uri, offset } = open('{ "rules": [{ "rulePri$0ority": 1 }] }');
    expect(hover({ module, uri, offset })?.markdown).toContain('smallest number');
  });
});
