import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { ruleIds, settingsFor } from '../support/checkProblems.ts';
import { settingsRuleIds } from '../support/checkSettings.ts';

const PAGES = new URL('../../../docs/rules/', import.meta.url);

/** A policy over this limit would fill its page, so the example is shortened. */
const SHORTENED = 'policy-rule-count';

/** Its examples are settings files. */
const SETTINGS = 'settings-invalid';

/** Its check depends on the ids of all checks. */
const ABOUT_CHECKS = 'suppressionUnused.test.ts';

const ids = CHECKS.map(({ id }) => id);
const testFiles = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' });
const pages = CHECKS.map((rule) => ({ ...rule, page: readFileSync(new URL(`${rule.id}.md`, PAGES), 'utf8') }));

describe('the catalog of rules', () => {
  it('and all else that is generated is current', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });

  it('has each id once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has one test file for each check, named after it', () => {
    const missing = ids
      .map((id) => `${id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase())}.test.ts`)
      .filter((name) => !testFiles.some((path) => path.endsWith(`/${name}`)));
    expect(missing).toEqual([]);
  });

  it('has test files of one check that run that check alone; what several say of a text is in together/', () => {
    const others = testFiles
      .filter((path) => /^(?!together|support).*[/\\].*\.test\.ts$/.test(path) && !path.endsWith(ABOUT_CHECKS))
      .map((path) => ({ path, text: readFileSync(new URL(path, new URL('.', import.meta.url)), 'utf8') }))
      .filter(({ text }) =>
        / (check|ruleIds|fixTitles|problemLines)(,| \}).* from '..\/..\/support\/checkProblems/.test(text),
      )
      .map(({ path }) => path);
    expect(others).toEqual([]);
  });

  it('has one page for each rule', () => {
    expect(
      readdirSync(PAGES)
        .filter((name) => name !== 'README.md')
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
    const settings = settingsFor(id);
    const keep = /```json\n(\{\n {2}"keep"[^`]*)```/.exec(page)?.[1];
    const filesOf = (text: string) =>
      keep === undefined ? text : { 'a/.terraform-ecr.json': keep, 'a/main.tf': text };
    const idsOf = isAboutSettings ? settingsRuleIds : (text: string) => ruleIds(filesOf(text), settings);
    const [wrong, right] = examples.map((example) => idsOf(example.split('```')[0] ?? ''));
    expect(examples.length).toBe(2);
    expect(page.split('```hcl\n').length).toBe(isAboutSettings ? 1 : 3);
    expect([...new Set(wrong)]).toEqual(id === SHORTENED ? [] : [`${severity} ${id}`]);
    expect(right).toEqual([]);
  });
});
