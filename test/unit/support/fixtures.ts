import { readdirSync, readFileSync } from 'node:fs';
import type { Files } from './checkProblems.ts';
import { SILENT_MODULES } from './silentModules.ts';

const ROOT = new URL('../../../', import.meta.url);

function filesIn(folder: string): Files {
  const names = readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith('.tf'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(folder + name, ROOT), 'utf8')]));
}

/** The Terraform examples of the rules' pages. */
function pageExamples(): [string, Files][] {
  const pages = readdirSync(new URL('docs/rules/', ROOT)).filter((name) => name.endsWith('.md'));
  return pages.flatMap((page) =>
    readFileSync(new URL(`docs/rules/${page}`, ROOT), 'utf8')
      .split('```hcl\n')
      .slice(1)
      .map((rest, index): [string, Files] => [
        `docs/rules/${page} ${index + 1}`,
        { 'main.tf': rest.split('```')[0] ?? '' },
      ]),
  );
}

/** Every fixture text of the checks, by module. */
export const FIXTURES: readonly (readonly [string, Files])[] = [
  ['examples', filesIn('examples/')],
  ['realistic', filesIn('test/corpus/realistic/')],
  ...SILENT_MODULES.map(({ name, files }): [string, Files] => [`silent/${name}`, files]),
  ...pageExamples(),
];
