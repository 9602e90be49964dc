import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { validateWithTerraform, whyNoTerraform } from './judge.ts';
import { startStandIn } from './standIn/standIn.ts';

const isRecording = process.env['UPDATE_RECORDINGS'] === '1';

/** Whether Terraform accepts a text, by the hash of the text. */
export type Verdicts = Readonly<Record<string, boolean>>;

/** The key of a text in a recording. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The messages of `terraform validate` about texts, each a module of its own. */
export async function judgeTexts(texts: readonly string[]): Promise<Verdicts> {
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

/** What is on record for texts, asked anew where recordings are refreshed. */
export async function recordedVerdicts(file: URL, texts: readonly string[]): Promise<Verdicts> {
  if (isRecording && (await whyNoTerraform()) === null) {
    writeFileSync(file, `${JSON.stringify(await judgeTexts(texts), null, 2)}\n`);
  }
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
