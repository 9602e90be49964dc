import { describe, expect, it } from 'vitest';
import { contributes } from '../../../package.json';
import german from '../../../package.nls.de.json';
import english from '../../../package.nls.json';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { readCheckOptions } from '../../../server/src/command/options.ts';
import { RENAMED_RULES, renamedRule } from '../../../server/src/facts/product/renamedRules.ts';
import { RenamedIds, ruleIdWarnings } from '../../../server/src/lsp/ruleIdWarnings.ts';
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
    const renamedIds = new RenamedIds();
    expect(renamedIds.untold([old, now, 'policy-growht'])).toEqual([expect.stringContaining(`is now called ${now}.`)]);
    expect(renamedIds.untold([now, old])).toEqual([]);
    expect(ruleIdWarnings([old, now])).toEqual([`Settings, terraform-ecr.rules: ${old} is now called ${now}.`]);
  });
});

it('marks old ids in the settings of the editor with their new names, in both languages', () => {
  const properties = contributes.configuration.flatMap((section) => Object.entries(section.properties));
  const rules: unknown = properties.find(([name]) => name === 'terraform-ecr.rules')?.[1];
  const marked = Object.entries(RENAMED_RULES).map(([old, now]) => {
    const key = Object.keys(english).find(
      (name) => name.startsWith('settings.rules.renamed.') && textOf(english, name).includes(` ${now}.`),
    );
    return [old, { type: 'string', doNotSuggest: true, deprecationMessage: `%${key}%` }];
  });
  expect(rules).toMatchObject({ properties: Object.fromEntries(marked) });
  const keys = Object.keys(english).filter((name) => name.startsWith('settings.rules.renamed.'));
  expect(keys).toHaveLength(marked.length);
  for (const key of keys) expect(textOf(german, key)).toMatch(/^Diese Regel heißt jetzt [a-z-]+\./);
});

function textOf(texts: Readonly<Record<string, string>>, key: string): string {
  return texts[key] ?? '';
}

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
