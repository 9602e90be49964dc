import type { ImportFiles } from '../../importer/gather.ts';
import type { ImportOptions } from '../../importer/options.ts';
import { oneOf } from '../options.ts';
import { IMPORT, IMPORT_SHELLS as SHELLS } from '../table/importCommand.ts';
import { parse } from '../table/parseWords.ts';
import { UsageError } from '../usage.ts';

/** The options that take files, and the part of an import that each holds. */
const FILE_OPTIONS: ReadonlyMap<string, keyof ImportFiles> = new Map([
  ['--repositories', 'repositories'],
  ['--policies', 'policies'],
  ['--repository-policies', 'repositoryPolicies'],
  ['--tags', 'tags'],
  ['--cache-rules', 'cacheRules'],
  ['--templates', 'templates'],
  ['--registry', 'registry'],
]);

export type Shell = (typeof SHELLS)[number];

export type ImportCommand =
  | { readonly kind: 'script'; readonly shells: readonly Shell[] }
  | {
      readonly kind: 'import';
      /** Paths of files and folders, `-` for standard input. */
      readonly paths: Readonly<Record<keyof ImportFiles, readonly string[]>>;
      readonly options: ImportOptions;
      /** The folder to write a new file into; null to print the code. */
      readonly into: string | null;
    };

/** Reads the arguments of `import`; throws a `UsageError` that names the mistake and the allowed values. */
export function readImportOptions(words: readonly string[]): ImportCommand {
  const { paths, rest } = takePaths(words);
  const script = rest.find((word) => word === '--script' || word.startsWith('--script='));
  if (script !== undefined) return { kind: 'script', shells: shellsOf(script) };
  const { values, positionals } = parse(rest, IMPORT);
  if (positionals[0] !== undefined) {
    throw new UsageError(`import takes files after an option such as --repositories, not '${positionals[0]}' alone`);
  }
  if (paths.repositories.length === 0) {
    throw new UsageError(
      'import needs --repositories FILE, what aws ecr describe-repositories prints; --script prints the commands',
    );
  }
  if (
    Object.values(paths)
      .flat()
      .filter((path) => path === '-').length > 1
  ) {
    throw new UsageError('standard input can be read once; give - to one option only');
  }
  const options = {
    forEach: values['for-each'] === true,
    identity: values['identity'] === true,
    regionArgument: values['region-argument'] === true,
  };
  const into = values['into'];
  return { kind: 'import', paths, options, into: into === undefined ? null : String(into) };
}

/** Removes the options that take files: all words up to the next option belong to one. */
function takePaths(words: readonly string[]) {
  const paths: Record<keyof ImportFiles, string[]> = {
    repositories: [],
    policies: [],
    repositoryPolicies: [],
    tags: [],
    cacheRules: [],
    templates: [],
    registry: [],
  };
  const rest: string[] = [];
  let into: string[] = rest;
  for (const word of words) {
    const [option = '', value] = word.startsWith('--') ? splitOnce(word) : [];
    const kind = FILE_OPTIONS.get(option);
    if (kind !== undefined) {
      into = paths[kind];
      if (value !== undefined) into.push(value);
    } else if (word.startsWith('--')) {
      into = rest;
      rest.push(word);
    } else into.push(word);
  }
  return { paths, rest };
}

function splitOnce(word: string): [string, string?] {
  const at = word.indexOf('=');
  return at === -1 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function shellsOf(word: string): readonly Shell[] {
  const shell = splitOnce(word)[1];
  return shell === undefined ? SHELLS : [oneOf('--script', shell, SHELLS)];
}
