import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { suite, suiteTeardown, test } from 'mocha';
import { commands, TabInputWebview, window } from 'vscode';
import edited from '../../corpus/plans/policy-edited.json';
import { until, writeFile } from './support.ts';

function reviews(): string[] {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap(({ input, label }) =>
    input instanceof TabInputWebview && input.viewType.endsWith('terraform-ecr.review') ? [label] : [],
  );
}

const TEXT = JSON.stringify(edited);

/** The same plan as other programs write it. */
const SPELLINGS: Readonly<Record<string, Uint8Array>> = {
  'utf8.json': Buffer.from(TEXT),
  'utf8-mark.json': Buffer.from(`\uFEFF${TEXT}`),
  'utf16le-mark.json': Buffer.from(`\uFEFF${TEXT}`, 'utf16le'),
  'utf16be-mark.json': Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16(),
  'utf16le.json': Buffer.from(TEXT, 'utf16le'),
  'utf16be.json': Buffer.from(TEXT, 'utf16le').swap16(),
  'packed.json.gz': gzipSync(TEXT),
  'packed-utf16.json.gz': gzipSync(Buffer.from(`\uFEFF${TEXT}`, 'utf16le')),
  // Larger than one chunk, so that it is sent in several.
  'large.json': Buffer.from(TEXT + ' '.repeat(3 << 20)),
};

suite('the review of a plan', () => {
  suiteTeardown(() => commands.executeCommand('workbench.action.closeAllEditors'));

  for (const [name, bytes] of Object.entries(SPELLINGS)) {
    test(`opens from ${name}`, async () => {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await commands.executeCommand('terraform-ecr.reviewPlan', await writeFile(name, bytes));
      await until('the review', () => (reviews().length > 0 ? true : undefined), reviews);
      assert.deepEqual(reviews(), [`Review of ${name}`]);
    });
  }

  test('says which file cannot be unpacked', async () => {
    const file = await writeFile('damaged.json.gz', gzipSync(TEXT).subarray(0, 100));
    await commands.executeCommand('workbench.action.closeAllEditors');
    await assert.rejects(
      async () => commands.executeCommand('terraform-ecr.reviewPlan', file),
      /damaged\.json\.gz: The archive is damaged\./,
    );
    assert.deepEqual(reviews(), []);
  });
});
