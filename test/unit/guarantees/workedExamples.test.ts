import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { messagesOnly } from '../support/checkProblems.ts';
import { settingsProblems } from '../support/checkSettings.ts';

const PAGE = readFileSync(new URL('../../../docs/guarantees.md', import.meta.url), 'utf8');
const KEEP = '{ "keep": [{ "tags": ["release-*"], "newest": 10 }] }';

const examples = [...PAGE.matchAll(/```json (kept|broken)\n([\s\S]*?)```/g)].map(
  ([, verdict = '', policy = '']) => [verdict, policy] as const,
);

function found(policy: string, keep: string): readonly string[] {
  const code =
    'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = file("${path.module}/p.json")\n}\n';
  return messagesOnly('policy-breaks-guarantee', {
    'a/.terraform-ecr.json': keep,
    'a/main.tf': code,
    'a/p.json': policy,
  });
}

it('has examples of both kinds, and a settings file that means something', () => {
  expect(examples.map(([verdict]) => verdict)).toEqual(['broken', 'kept', 'broken', 'broken', 'kept', 'broken']);
  expect(PAGE).toContain(KEEP.slice(11, -3));
  expect(settingsProblems(/```json\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '')).toEqual([]);
});

it.each(examples)('an example is %s', (verdict, policy) => {
  expect(found(policy, KEEP).length > 0 ? 'broken' : 'kept').toBe(verdict);
});

it('the archive breaks the guarantee where that is forbidden', () => {
  const [, archiving = ''] = examples[4] ?? [];
  expect(found(archiving, KEEP.replace('10 }', '10, "archive": "forbidden" }'))).toHaveLength(1);
});

it('the image that is named is the one of the text', () => {
  const [, reversed = ''] = examples[2] ?? [];
  expect(found(reversed, KEEP)[0]).toContain('tagged 1-rc and release-1');
});
