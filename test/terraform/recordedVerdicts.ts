import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { planWithTerraform, validateWithTerraform, whyNoTerraform } from './judge.ts';
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

/** The recorded answers about texts, asked again when recordings are refreshed. */
export async function recordedVerdicts(file: URL, texts: readonly string[]): Promise<Verdicts> {
  if (isRecording && (await whyNoTerraform()) === null) {
    writeFileSync(file, `${JSON.stringify(await judgeTexts(texts), null, 2)}\n`);
  }
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The key of a module of several files in a recording. */
export function hashOfFiles(files: Readonly<Record<string, string>>): string {
  return hashOf(Object.entries(files).flat().join('\n'));
}

/** Whether `terraform validate` and then `terraform plan` accept modules, by the hashes of their files. */
export async function judgeModules(modules: readonly Readonly<Record<string, string>>[]): Promise<Verdicts> {
  const standIn = await startStandIn();
  try {
    const verdicts: [string, boolean][] = [];
    for (const files of modules) {
      const found = await validateWithTerraform(standIn, files);
      const isValid = found.every(({ severity }) => severity !== 'error');
      const isPlanned =
        isValid &&
        (await planWithTerraform(standIn, files).then(
          () => true,
          () => false,
        ));
      verdicts.push([hashOfFiles(files), isPlanned]);
    }
    return Object.fromEntries(verdicts);
  } finally {
    standIn.close();
  }
}

/** The recorded answers about modules, asked again when recordings are refreshed. */
export async function recordedPlans(
  file: URL,
  modules: readonly Readonly<Record<string, string>>[],
): Promise<Verdicts> {
  if (isRecording && (await whyNoTerraform()) === null) {
    writeFileSync(file, `${JSON.stringify(await judgeModules(modules), null, 2)}\n`);
  }
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
