import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { ruleIds } from '../support/checkProblems.ts';
import { settingsRuleIds } from '../support/checkSettings.ts';

const RULE_FILES = new URL('../../../server/src/rules/', import.meta.url);
const PAGES = new URL('../../../docs/rules/', import.meta.url);

/** Files beside the rules that are none. */
const OTHER_FILES = ['registry.ts', 'rule.ts'];

/** A policy over this limit would fill its page; its example is cut short. */
const SHORTENED = 'policy-rule-count';

/** Its examples are settings files. */
const SETTINGS = 'settings-invalid';

/** Hints that every short example would give; each is on for its own page only. */
const ABOUT_WHOLE_POLICIES = ['policy-growth', 'policy-untagged-immutable'];

const ids = CHECKS.map(({ id }) => id);
const pages = CHECKS.map((rule) => ({ ...rule, page: readFileSync(new URL(`${rule.id}.md`, PAGES), 'utf8') }));

/** The name of the file that holds a rule, from its id. */
function fileOf(id: string): string {
  return `${id.replace(/-[a-z]/g, (part) => part.slice(1).toUpperCase())}.ts`;
}

describe('the catalogue of rules', () => {
  it('lists each rule file once', () => {
    const files = readdirSync(RULE_FILES).filter((name) => name.endsWith('.ts') && !OTHER_FILES.includes(name));
    expect(ids.map(fileOf).sort()).toEqual(files.sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has one page for each rule', () => {
    expect(
      readdirSync(PAGES)
        .map((name) => name.replace('.md', ''))
        .sort(),
    ).toEqual([...ids].sort());
  });
});

describe('the pages of the rules', () => {
  it.each(pages)('$id: tells title, severity, reason, fix and setting', ({ id, title, severity, page }) => {
    expect(page.split('\n').slice(0, 3)).toEqual([`# ${id}`, '', `${title}. Severity: **${severity}**.`]);
    const headings = page.split('\n').filter((line) => line.startsWith('## '));
    expect(headings).toEqual(['## What', '## Why', '## Example', '## How to fix', '## Settings']);
    expect(page).toContain(`"terraform-ecr.rules": { "${id}": "off" }`);
  });

  it.each(pages)('$id: its examples are what they say', ({ id, severity, page }) => {
    const isAboutSettings = id === SETTINGS;
    const examples = page.split(isAboutSettings ? '```json\n' : '```hcl\n').slice(1, 3);
    const settings = ABOUT_WHOLE_POLICIES.includes(id) ? DEFAULT_PROBLEM_SETTINGS : undefined;
    const idsOf = isAboutSettings ? settingsRuleIds : (text: string) => ruleIds(text, settings);
    const [wrong, right] = examples.map((example) => idsOf(example.split('```')[0] ?? ''));
    expect(examples.length).toBe(2);
    expect(page.split('```hcl\n').length).toBe(isAboutSettings ? 1 : 3);
    expect([...new Set(wrong)]).toEqual(id === SHORTENED ? [] : [`${severity} ${id}`]);
    expect(right).toEqual([]);
  });
});
