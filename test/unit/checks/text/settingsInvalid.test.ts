import { describe, expect, it } from 'vitest';
import { fixSettings, settingsProblems, settingsProblemsBeside, settingsRuleIds } from '../../support/checkSettings.ts';

const ID = 'settings-invalid';

const NOT_WRITTEN = 'It is ignored.';

describe(ID, () => {
  it.each([
    ['nothing', '{}'],
    ['an empty file', ''],
    ['everything', '{ "$schema": "x", "rules": { "syntax": "off" }, "include": ["a"], "exclude": [], "ignore": [] }'],
    ['comments and trailing commas', '// why\n{ "rules": { "syntax": "hint", }, /* and */ }\n'],
    ['an entry of ignore', '{ "ignore": [{ "files": "a/**", "rules": ["syntax"], "reason": "old" }] }'],
    ['a byte order mark', '\uFEFF{}'],
    ['a guarantee', '{ "keep": [{ "tags": ["v*"], "newest": 3 }] }'],
    [
      'a guarantee with everything',
      '{ "keep": [{ "repositories": "team/*", "tags": ["v*"], "newest": 3, "days": 9, "archive": "forbidden", "reason": "x" }] }',
    ],
  ])('says nothing on %s', (_, text) => {
    expect(settingsProblems(text)).toEqual([]);
  });

  it.each([
    ['{ "rule": {} }', '"rule"', 'There is no setting "rule". Did you mean "rules"?'],
    ['{ "colour": {} }', '"colour"', `There is no setting "colour". ${NOT_WRITTEN}`],
    ['{ "rules": [] }', '[]', `rules must be an object of rule ids and severities. ${NOT_WRITTEN}`],
    ['{ "rules": { "sintax": "off" } }', '"sintax"', 'There is no rule "sintax". Did you mean "syntax"?'],
    ['{ "rules": { "x": "off" } }', '"x"', `There is no rule "x". ${NOT_WRITTEN}`],
    [
      '{ "rules": { "syntax": "warn" } }',
      '"warn"',
      'A severity is "error", "warning", "info", "hint" or "off". Did you mean "warning"?',
    ],
    [
      '{ "rules": { "syntax": false } }',
      'false',
      `A severity is "error", "warning", "info", "hint" or "off". ${NOT_WRITTEN}`,
    ],
    ['{ "include": "a" }', '"a"', `include must be a list of patterns. ${NOT_WRITTEN}`],
    ['{ "exclude": [1] }', '1', `A pattern must be a string. ${NOT_WRITTEN}`],
    ['{ "ignore": {} }', '{}', `ignore must be a list of objects with files and rules. ${NOT_WRITTEN}`],
    ['{ "ignore": [1] }', '1', `An entry of ignore must be an object with files and rules. ${NOT_WRITTEN}`],
    ['{ "ignore": [{ "files": "a" }] }', '{', `This entry silences nothing without rules. ${NOT_WRITTEN}`],
    ['{ "ignore": [{}] }', '{', `This entry silences nothing without files and rules. ${NOT_WRITTEN}`],
    ['{ "ignore": [{ "file": "a", "rules": [] }] }', '"file"', 'There is no key "file". Did you mean "files"?'],
    ['{ "ignore": [{ "files": [], "rules": [] }] }', '[]', `files must be one pattern. ${NOT_WRITTEN}`],
    ['{ "ignore": [{ "files": "a", "rules": "b" }] }', '"b"', `rules must be a list of rule ids here. ${NOT_WRITTEN}`],
    [
      '{ "ignore": [{ "files": "a", "rules": ["sintax"] }] }',
      '"sintax"',
      'There is no rule "sintax". Did you mean "syntax"?',
    ],
    ['{ "ignore": [{ "files": "a", "rules": [1] }] }', '1', `A rule id is a string. ${NOT_WRITTEN}`],
    ['{ "keep": {} }', '{}', `keep must be a list of guarantees, each an object. ${NOT_WRITTEN}`],
    ['{ "keep": [1] }', '1', `An entry of keep must be an object with tags, and newest or days. ${NOT_WRITTEN}`],
    ['{ "keep": [{ "newest": 1 }] }', '{', `This guarantee keeps nothing without tags. ${NOT_WRITTEN}`],
    [
      '{ "keep": [{ "tags": ["a"] }] }',
      '{',
      `This guarantee does not say how long images stay: newest, days or both are needed. ${NOT_WRITTEN}`,
    ],
    ['{ "keep": [{ "tag": ["a"], "days": 1 }] }', '"tag"', 'There is no key "tag". Did you mean "tags"?'],
    [
      '{ "keep": [{ "tags": "a", "days": 1 }] }',
      '"a"',
      `tags must be a list of one or more patterns for tags. ${NOT_WRITTEN}`,
    ],
    [
      '{ "keep": [{ "tags": [], "days": 1 }] }',
      '[]',
      `tags must be a list of one or more patterns for tags. ${NOT_WRITTEN}`,
    ],
    ['{ "keep": [{ "tags": ["a", 1], "days": 1 }] }', '1', `A pattern must be a string. ${NOT_WRITTEN}`],
    ['{ "keep": [{ "tags": ["a b"], "days": 1 }] }', '"a b"', `No tag can match this pattern. ${NOT_WRITTEN}`],
    ['{ "keep": [{ "tags": ["a"], "days": 0 }] }', '0', `days must be a whole number of 1 or more. ${NOT_WRITTEN}`],
    [
      '{ "keep": [{ "tags": ["a"], "newest": "5" }] }',
      '"5"',
      `newest must be a whole number of 1 or more. ${NOT_WRITTEN}`,
    ],
    [
      '{ "keep": [{ "tags": ["a"], "newest": 1, "archive": "forbiden" }] }',
      '"forbiden"',
      'archive is "allowed" or "forbidden". Did you mean "forbidden"?',
    ],
    [
      '{ "keep": [{ "tags": ["a"], "newest": 1, "repositories": "Team/*" }] }',
      '"Team/*"',
      `No repository's name matches this: names have only lowercase letters, digits and . _ / -. ${NOT_WRITTEN}`,
    ],
    ['[]', '[]', `The settings must be an object in braces. ${NOT_WRITTEN}`],
    ['{ rules: {} }', 'rules', 'The settings are not JSON from here on, and what follows may be ignored.'],
  ])('%s', (text, underlined, message) => {
    expect(settingsProblems(text)).toEqual([[underlined, message]]);
  });

  it('mends what is nearly right and keeps the rest', () => {
    const before = `\uFEFF{\r\n  // ours\r\n  "rule": { "sintax": "warn" },\r\n  "ignore": [{ "files": "\${a}", "rule": ["sintax"] }]\r\n}\r\n`;
    const after = before.replaceAll('"rule"', '"rules"').replaceAll('sintax', 'syntax').replace('"warn"', '"warning"');
    expect(fixSettings(before)).toBe(after);
    expect(settingsProblems(after)).toEqual([]);
  });

  it('does not rename a key to one that is there', () => {
    const text = '{ "rule": {}, "rules": {} }';
    expect(fixSettings(text)).toBe(text);
    expect(settingsProblems(text)).toHaveLength(1);
  });

  it('takes its own severity from the file', () => {
    expect(settingsRuleIds('{ "colour": 1, "rules": { "settings-invalid": "error" } }')).toEqual([
      'error settings-invalid',
    ]);
    expect(settingsRuleIds('{ "colour": 1, "rules": { "settings-invalid": "off" } }')).toEqual([]);
  });
});

describe('a guarantee for repositories that are not there', () => {
  const KEEP = '{ "keep": [{ "repositories": "team/*", "tags": ["v*"], "newest": 3 }] }';
  const NOTHING: readonly string[][] = [
    [
      '"team/*"',
      'hint: No repository of this folder has a name that "team/*" matches, so this guarantee keeps nothing.',
    ],
  ];
  const repository = (name: string) => `resource "aws_ecr_repository" "r" {\n  name = ${name}\n}\n`;
  const template = (prefix: string) =>
    `resource "aws_ecr_repository_creation_template" "t" {\n  prefix = "${prefix}"\n  lifecycle_policy = ""\n}\n`;
  const CALLED = `variable "name" {}\n${repository('var.name')}`;

  it.each<[string, Readonly<Record<string, string>>]>([
    ['another name', { 'main.tf': repository('"app"') }],
    ['no repository', { 'main.tf': '' }],
    ['another prefix', { 'main.tf': template('other') }],
    [
      'other instances',
      { 'main.tf': repository('each.key').replace('name', 'for_each = toset(["a-1", "b-2"])\n  name') },
    ],
    [
      'another name of a module',
      { 'main.tf': 'module "m" {\n  source = "./m"\n  name = "x/y"\n}\n', 'm/main.tf': CALLED },
    ],
    [
      'a policy for another name',
      { 'main.tf': 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "x"\n  policy = ""\n}\n' },
    ],
  ])('is told beside %s', (_, files) => {
    expect(settingsProblemsBeside(KEEP, files)).toEqual(NOTHING);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['such a name', { 'main.tf': repository('"team/app"') }],
    ['such a name in a folder below', { 'main.tf': '', 'a/b/main.tf': repository('"team/app"') }],
    ['a name that is not known', { 'main.tf': repository('var.x') }],
    ['such a prefix', { 'main.tf': template('team') }],
    ['the template of all others', { 'main.tf': template('ROOT') }],
    ['a module that is not read', { 'main.tf': 'module "m" {\n  source = "git::https://example.com/m"\n}\n' }],
    [
      'such a name of a module',
      { 'main.tf': 'module "m" {\n  source = "./m"\n  name = "team/y"\n}\n', 'm/main.tf': CALLED },
    ],
  ])('is not told beside %s', (_, files) => {
    expect(settingsProblemsBeside(KEEP, files)).toEqual([]);
  });

  it('is not told where not all of the folder is read, and not of a guarantee for all', () => {
    expect(settingsProblemsBeside(KEEP, { 'main.tf': repository('"app"') }, false)).toEqual([]);
    const all = KEEP.replace('team/*', '*');
    expect(settingsProblemsBeside(all, { 'main.tf': repository('"app"') })).toEqual([]);
  });
});
