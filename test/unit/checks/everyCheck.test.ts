import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Severity } from '../../../server/src/checks/check.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import type { ProblemSettings } from '../../../server/src/problems/settings.ts';
import { terraformVersion } from '../../corpus/evaluation/terraform.ts';
import { beginFix, fix, fixTitles, problemStarts, ruleIds, settingsFor } from '../support/checkProblems.ts';
import { unformattedAmong } from '../support/terraformFmt.ts';

/** Rules about other texts than Terraform code, and the one whose page shortens its example. */
const OTHERS = ['settings-invalid', 'policy-breaks-guarantee', 'policy-rule-count', 'suppression-unused'];

/** Rules whose fix is only a start: the inserted text has to be completed. */
const BEGINNINGS = ['file-missing', 'policy-repository-undeclared', 'import-to', 'import-target-undeclared'];

function mend(id: string, text: string, title: string): string {
  const plain = title.replace(/^(one|choice): /, '');
  return BEGINNINGS.includes(id) ? beginFix(text, plain) : fix(text, plain, settingsWith(id, null));
}

const rules = CHECKS.filter(({ id }) => !OTHERS.includes(id)).map(({ id, severity }) => ({
  id,
  severity,
  wrong: wrongExampleOf(id),
}));

function wrongExampleOf(id: string): string {
  const page = readFileSync(new URL(`../../../docs/rules/${id}.md`, import.meta.url), 'utf8');
  return page.split('```hcl\n')[1]?.split('```')[0] ?? '';
}

function settingsWith(id: string, severity: Severity | 'off' | null): ProblemSettings {
  const settings = settingsFor(id);
  return severity === null ? settings : { ...settings, rules: { ...settings.rules, [id]: severity } };
}

/** The text with a suppression before each top-level block with a problem of the rule. */
function suppressed(text: string, id: string): string {
  const starts = problemStarts(text, id, settingsWith(id, null));
  const lines = text.split('\n');
  let offset = 0;
  const headers = lines.flatMap((line, index) => {
    const start = offset;
    offset += line.length + 1;
    return /^\S/.test(line) && line !== '}' && line !== 'EOF' ? [{ index, start }] : [];
  });
  const wanted = new Set(starts.map((start) => headers.findLast((header) => header.start <= start)?.index));
  return lines
    .flatMap((line, index) => (wanted.has(index) ? [`# terraform-ecr-ignore: ${id} it is meant so`, line] : [line]))
    .join('\n');
}

const mended = new Map<string, readonly string[]>();

/** The example of a rule after each of its fixes. */
function mendedTexts(id: string, wrong: string): readonly string[] {
  const known = mended.get(id);
  if (known !== undefined) return known;
  const texts = fixTitles(wrong, settingsWith(id, null)).map((title) => mend(id, wrong, title));
  mended.set(id, texts);
  return texts;
}

describe.each(rules)('$id', ({ id, severity, wrong }) => {
  it('speaks with its own severity, with another one, or not at all', () => {
    expect(ruleIds(wrong, settingsWith(id, null))).toContain(`${severity} ${id}`);
    const other = severity === 'info' ? 'warning' : 'info';
    expect(ruleIds(wrong, settingsWith(id, other))).toContain(`${other} ${id}`);
    expect(ruleIds(wrong, settingsWith(id, 'off')).filter((found) => found.endsWith(` ${id}`))).toEqual([]);
  });

  it('is silenced by a comment at the head of the block', () => {
    expect(ruleIds(suppressed(wrong, id), settingsWith(id, null))).toEqual([]);
  });

  it('is mended by each of its fixes, and nothing else comes of them', () => {
    for (const text of mendedTexts(id, wrong)) expect(text).not.toBe(wrong);
  });
});

it('what fixes write is laid out as terraform fmt lays it out', (context) => {
  if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
  const unformatted = unformattedAmong(rules.map(({ wrong }) => wrong));
  const fixed = rules
    .filter(({ id, wrong }) => !unformatted.has(wrong) && id !== 'syntax')
    .flatMap(({ id, wrong }) => mendedTexts(id, wrong));
  expect(fixed.length).toBeGreaterThan(60);
  expect([...unformattedAmong(fixed)]).toEqual([]);
});
