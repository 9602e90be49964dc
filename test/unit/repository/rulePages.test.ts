import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';

const SCRIPT = pathToFileURL(join(import.meta.dirname, '..', '..', '..', 'scripts', 'settingsSchema.mjs')).href;

it('only pages that are named after a rule are rule pages', async () => {
  const { ruleIds } = await import(SCRIPT);
  expect(await ruleIds()).toEqual(CHECKS.map(({ id }) => id).sort());
  const folder = mkdtempSync(join(tmpdir(), 'terraform-ecr-pages-'));
  try {
    for (const name of [
      'README.md',
      'policy-growth.md',
      'syntax.md',
      'notes.txt',
      'A-b.md',
      'a b.md',
      '.md',
      'x.md.bak',
    ])
      writeFileSync(join(folder, name), '');
    expect(await ruleIds(folder)).toEqual(['policy-growth', 'syntax']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
