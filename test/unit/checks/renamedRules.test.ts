import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { readCheckOptions } from '../../../server/src/command/options.ts';
import { renamedRule } from '../../../server/src/facts/product/renamedRules.ts';
import { ruleIdWarnings } from '../../../server/src/lsp/ruleIdWarnings.ts';
import { checkOnly, fixTitles } from '../support/checkProblems.ts';
import { fixSettings, settingsProblems } from '../support/checkSettings.ts';

const RENAMED: readonly (readonly [old: string, now: string])[] = [
  ['repository-unknown-argument', 'argument-unknown'],
  ['repository-provider-version', 'provider-version'],
];

const BLOCK = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';

describe.each(RENAMED)('%s', (old, now) => {
  it('is no rule, and its new name is one', () => {
    expect(CHECKS.map(({ id }) => id)).toContain(now);
    expect(CHECKS.map(({ id }) => id)).not.toContain(old);
    expect(renamedRule(old)).toBe(now);
  });

  it('in a comment gets the new name', () => {
    const marks = '^'.repeat(old.length);
    checkOnly(
      'suppression-unused',
      `# terraform-ecr-ignore: ${old} because\n${' '.repeat(24)}${marks} warning suppression-unused ${old} is now called ${now}\n${BLOCK}`,
    );
    const text = `# terraform-ecr-ignore: ${old} because\n${BLOCK}`;
    expect(fixTitles(text)).toContain(`one: Replace with ${now}`);
  });

  it.each([
    ['rules', `{ "rules": { "OLD": "off" } }`],
    ['ignore', `{ "ignore": [{ "files": "**", "rules": ["OLD"] }] }`],
  ])('in the settings file under %s gets the new name', (_, text) => {
    const written = text.replace('OLD', old);
    expect(settingsProblems(written).join()).toContain(`${old} is now called ${now}.`);
    expect(fixSettings(written)).toBe(text.replace('OLD', now));
  });

  it('on the command line and in the editor is told with the new name', () => {
    expect(() => readCheckOptions(['--rule', `${old}=off`])).toThrow(`'${old}' is now called '${now}'`);
    expect(ruleIdWarnings([old, now])).toEqual([`Settings, terraform-ecr.rules: ${old} is now called ${now}.`]);
  });
});

it('tells unknown ids with the nearest one, and silences nothing until then', () => {
  expect(ruleIdWarnings(['policy-growht', 'syntax'])).toEqual([
    'Settings, terraform-ecr.rules: There is no rule "policy-growht". Did you mean policy-growth?',
  ]);
  checkOnly(
    'argument-unknown',
    `# terraform-ecr-ignore: repository-unknown-argument\n${BLOCK.replace('}', '  tag = {}\n  ^^^ error argument-unknown\n}')}`,
  );
});

it('replaces a near id in a comment', () => {
  const text = `# terraform-ecr-ignore: policy-growht because\n${BLOCK}`;
  expect(fixTitles(text)).toContain('one: Replace with policy-growth');
});
