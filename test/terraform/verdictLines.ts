import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { diagnosticsOfPlan, validateWithTerraform, whyNoTerraform } from './judge.ts';
import { hashOfFiles } from './recordedVerdicts.ts';
import { startStandIn } from './standIn/standIn.ts';

type Module = Readonly<Record<string, string>>;

/** The lines that Terraform's errors about a module name, each as `path:first-last` with a blank between, by the hash of its files. */
export type VerdictLines = Readonly<Record<string, string>>;

/** Asks `terraform validate`, and `terraform plan` about what is valid. Empty where no error names lines. */
export async function linesFromTerraform(modules: readonly Module[]): Promise<VerdictLines> {
  const standIn = await startStandIn();
  try {
    const found: [string, string][] = [];
    for (const files of modules) {
      const invalid = (await validateWithTerraform(standIn, files)).filter(({ severity }) => severity === 'error');
      const verdicts = invalid.length > 0 ? invalid : await diagnosticsOfPlan(standIn, files);
      const lines = verdicts.flatMap(({ severity, file, lines: named }) =>
        severity === 'error' && file !== null && named !== null ? [`${file}:${named.join('-')}`] : [],
      );
      found.push([hashOfFiles(files), [...new Set(lines)].sort().join(' ')]);
    }
    return Object.fromEntries(found);
  } finally {
    standIn.close();
  }
}

/** The recorded lines, asked again when recordings are refreshed. */
export async function recordedLines(file: URL, modules: readonly Module[]): Promise<VerdictLines> {
  if (process.env['UPDATE_RECORDINGS'] === '1' && (await whyNoTerraform()) === null) {
    writeFileSync(file, `${JSON.stringify(await linesFromTerraform(modules), null, 2)}\n`);
  }
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
