import type { Tags } from '../existing.ts';
import { ImportError } from '../importError.ts';
import { requiredText, textIn } from './fields.ts';
import type { InputFile } from './inputFile.ts';
import { regionOfFolder } from './inputFile.ts';
import type { Output } from './readOutput.ts';
import { readOutput } from './readOutput.ts';
import { tagsIn } from './readRepositories.ts';

/** Something that belongs to a repository, from an output of its own. */
export interface Attached<T> {
  readonly file: InputFile;
  /** The repository's name; from a file name, with `__` in place of `/`. */
  readonly repository: string;
  /** Null when the output does not say. */
  readonly region: string | null;
  readonly account: string | null;
  readonly value: T;
}

/** Receives a file that was left out, and the reason. */
export type Skip = (message: string) => void;

/** Reads what `aws ecr get-lifecycle-policy` printed, one policy or several after each other. */
export function readLifecyclePolicies(file: InputFile, skip: Skip): Attached<string>[] {
  return readPolicies(file, 'lifecyclePolicyText', 'aws ecr get-lifecycle-policy', skip);
}

/** Reads what `aws ecr get-repository-policy` printed, one policy or several after each other. */
export function readRepositoryPolicies(file: InputFile, skip: Skip): Attached<string>[] {
  return readPolicies(file, 'policyText', 'aws ecr get-repository-policy', skip);
}

function readPolicies(file: InputFile, field: string, command: string, skip: Skip): Attached<string>[] {
  const output = readOutput(file);
  // A loop over all repositories leaves an empty file for one without a policy.
  if (output.kind === 'empty') return [];
  if (output.kind === 'error') return tellError(file, output, skip);
  return output.records.map((fields) => {
    const record = { file, record: fields };
    const value = textIn(record, field);
    if (value === null || !('repositoryName' in fields)) {
      throw new ImportError(`${file.name} is not a repository policy; give what ${command} prints`);
    }
    return {
      file,
      repository: requiredText(record, 'repositoryName'),
      region: regionOfFolder(file),
      account: textIn(record, 'registryId'),
      value,
    };
  });
}

/** The name of a file of tags: `team__api.json` belongs to `team/api`, or to `team__api`. */
const TAGS_FILE = /^(.+)\.json$/;

/** Reads the output of `aws ecr list-tags-for-resource`; the file's name says whose tags they are. */
export function readTags(file: InputFile, skip: Skip): Attached<Tags>[] {
  const output = readOutput(file);
  if (output.kind === 'empty') return [];
  if (output.kind === 'error') return tellError(file, output, skip);
  const repository = TAGS_FILE.exec(file.baseName)?.[1];
  if (repository === undefined) {
    throw new ImportError(
      `${file.name}: a file of tags is named after its repository with / as __, such as team__api.json, because the output does not say whose tags it holds`,
    );
  }
  const [first, second] = output.records;
  if (first === undefined || second !== undefined || !Array.isArray(first['tags'])) {
    throw new ImportError(`${file.name} is not a list of tags; give what aws ecr list-tags-for-resource prints`);
  }
  const value = tagsIn({ file, record: first }, 'tags');
  return [{ file, repository, region: regionOfFolder(file), account: null, value }];
}

function tellError(file: InputFile, { message }: Output & { kind: 'error' }, skip: Skip): [] {
  // That a repository has no policy is a valid answer.
  if (!message.includes('PolicyNotFoundException')) skip(`${file.name} is left out: ${message}`);
  return [];
}
