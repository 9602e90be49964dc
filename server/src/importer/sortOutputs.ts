import { isRecord } from '../facts/isRecord.ts';
import type { ImportFiles } from './gather.ts';
import { ImportError } from './importError.ts';
import type { InputFile } from './input/inputFile.ts';
import { readOutput } from './input/readOutput.ts';

/** The kind of each output by keys that only it has; the first match wins. */
const KINDS: readonly (readonly [key: string, kind: keyof ImportFiles])[] = [
  ['repositories', 'repositories'],
  ['lifecyclePolicyText', 'policies'],
  ['resourceDescription', 'repositories'],
  ['pullThroughCacheRules', 'cacheRules'],
  ['repositoryCreationTemplates', 'templates'],
  ['replicationConfiguration', 'registry'],
  ['scanningConfiguration', 'registry'],
  ['pullTimeUpdateExclusions', 'registry'],
  ['tags', 'tags'],
];

/**
 * Files sorted by content, for a user who chose them without saying so. Throws an `ImportError` for one that is not AWS
 * CLI output about a registry. Empty files are skipped.
 */
export function sortOutputs(files: readonly InputFile[]): ImportFiles {
  const sorted: Record<keyof ImportFiles, InputFile[]> = {
    repositories: [],
    policies: [],
    repositoryPolicies: [],
    tags: [],
    cacheRules: [],
    templates: [],
    registry: [],
  };
  for (const file of files) {
    const kind = kindOf(file);
    if (kind !== null) sorted[kind].push(file);
  }
  if (sorted.repositories.length === 0) {
    throw new ImportError(
      'none of the files lists repositories; also choose what aws ecr describe-repositories prints',
    );
  }
  return sorted;
}

function kindOf(file: InputFile): keyof ImportFiles | null {
  const output = readOutput(file);
  // The reader of policies reports an error, unless it is the answer "none".
  if (output.kind !== 'records') return output.kind === 'error' ? 'policies' : null;
  const [first] = output.records;
  if (first === undefined) return null;
  const known = KINDS.find(([key]) => key in first && isOutputOf(key, first[key]))?.[1];
  if (known !== undefined) return known;
  if ('policyText' in first) return 'repositoryName' in first ? 'repositoryPolicies' : 'registry';
  if ('repositoryName' in first) return 'repositories';
  if ('name' in first && 'value' in first) return 'registry';
  throw new ImportError(`${file.name} is not output of aws ecr that can be imported`);
}

/** A repository may have tags or a name like these keys. */
function isOutputOf(key: string, value: unknown): boolean {
  return key === 'lifecyclePolicyText' ? typeof value === 'string' : Array.isArray(value) || isRecord(value);
}
