import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEMA_CASES } from '../../corpus/schema/cases.ts';
import { validateWithTerraform, whyNoTerraform } from '../../terraform/judge.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import { ruleIds } from '../support/checkProblems.ts';

/** Whether Terraform accepts a text, by the hash of the text. */
type Verdicts = Readonly<Record<string, boolean>>;

const FILE = new URL('../../corpus/schema/verdicts.json', import.meta.url);
const isRecording = process.env['UPDATE_RECORDINGS'] === '1';

/** Each run asks Terraform again about one in so many. */
const SHARE = 10;

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function judge(texts: readonly string[]): Promise<Verdicts> {
  const standIn = await startStandIn();
  try {
    const verdicts: [string, boolean][] = [];
    for (const text of texts) {
      const found = await validateWithTerraform(standIn, { 'main.tf': text });
      verdicts.push([hashOf(text), found.every(({ severity }) => severity !== 'error')]);
    }
    return Object.fromEntries(verdicts);
  } finally {
    standIn.close();
  }
}

const texts = SCHEMA_CASES.map(({ text }) => text);
if (isRecording && (await whyNoTerraform()) === null) {
  writeFileSync(FILE, `${JSON.stringify(await judge(texts), null, 2)}\n`);
}
const recorded: Verdicts = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};

describe('what Terraform says of the schema', () => {
  it('is recorded for every case, of both sorts', () => {
    expect(texts.filter((text) => recorded[hashOf(text)] === undefined)).toEqual([]);
    expect(new Set(SCHEMA_CASES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(20);
    expect(texts.length).toBeGreaterThan(60);
    expect(Object.values(recorded).filter((isAccepted) => isAccepted).length).toBeGreaterThan(15);
  });

  it.each(SCHEMA_CASES)('is what the checks say: $kind: $text', ({ text }) => {
    const errors = ruleIds(text).filter((found) => /^error (argument|block|document)-/.test(found));
    expect(errors.length === 0).toBe(recorded[hashOf(text)]);
  });

  it('has not changed', { timeout: 120_000 }, async (context) => {
    const reason = await whyNoTerraform();
    if (reason !== null) context.skip(reason);
    const share = texts.filter((_, index) => index % SHARE === 0);
    const fresh = await judge(share);
    expect(fresh).toEqual(Object.fromEntries(share.map((text) => [hashOf(text), recorded[hashOf(text)]])));
  });
});
