import { isRecord } from '../../facts/isRecord.ts';
import type { Encryption, ExistingRepository, Filter, Settings, Tags } from '../existing.ts';
import { ImportError } from '../importError.ts';
import type { OutputRecord } from './fields.ts';
import { booleanIn, recordIn, recordsIn, requiredText, textIn } from './fields.ts';
import type { InputFile } from './inputFile.ts';
import { regionOfFolder } from './inputFile.ts';
import { readOutput } from './readOutput.ts';

/** A repository as in one output, with the account of its registry. */
export interface ReadRepository extends ExistingRepository {
  readonly account: string | null;
}

export interface RepositoryInput {
  readonly repositories: readonly ReadRepository[];
  /** True when the output is one page of several. */
  readonly isPartial: boolean;
}

/**
 * Reads the output of `aws ecr describe-repositories`, of its ECR Public counterpart or of `aws cloudcontrol
 * get-resource`. Throws an `ImportError` when there is nothing to read.
 */
export function readRepositories(file: InputFile): RepositoryInput {
  const output = readOutput(file);
  if (output.kind === 'empty') throw new ImportError(`${file.name} is empty; ${EXPECTED}`);
  if (output.kind === 'error') throw new ImportError(`${file.name} holds an error of the AWS CLI: ${output.message}`);
  let isPartial = false;
  const repositories = output.records.flatMap((record) => {
    isPartial ||= typeof record['nextToken'] === 'string';
    return repositoriesIn({ file, record });
  });
  return { repositories, isPartial };
}

const EXPECTED = 'give what aws ecr describe-repositories prints';

function repositoriesIn(outer: OutputRecord): ReadRepository[] {
  const { file, record } = outer;
  if (Array.isArray(record['repositories'])) return recordsIn(outer, 'repositories').map(readRepository);
  if ('repositoryName' in record && !('lifecyclePolicyText' in record) && !('policyText' in record)) {
    return [readRepository(outer)];
  }
  const description = recordIn(outer, 'resourceDescription');
  if (description !== null) return [readCloudControl(description)];
  throw new ImportError(`${file.name} is not a list of repositories; ${EXPECTED}`);
}

function readRepository(record: OutputRecord): ReadRepository {
  const name = requiredText(record, 'repositoryName');
  const arn = textIn(record, 'repositoryArn');
  const [, , service, region = '', account = ''] = arn?.split(':') ?? [];
  const isPublic = service === 'ecr-public' || (textIn(record, 'repositoryUri') ?? '').startsWith('public.ecr.aws/');
  const scanning = recordIn(record, 'imageScanningConfiguration');
  return {
    ...settingsIn(record),
    name,
    isPublic,
    region: isPublic ? null : region || regionOfFolder(record.file),
    account: textIn(record, 'registryId') ?? (account || null),
    scansOnPush: scanning !== null && booleanIn(scanning, 'scanOnPush'),
    tags: null,
    lifecyclePolicy: null,
    accessPolicy: null,
  };
}

/** What repositories and creation templates have in common. */
export function settingsIn(record: OutputRecord): Settings {
  return {
    mutability: textIn(record, 'imageTagMutability'),
    exclusionFilters: filtersIn(record, 'imageTagMutabilityExclusionFilters'),
    encryption: encryptionIn(record),
  };
}

/** The filters of a list; AWS Tools for PowerShell name them slightly differently. */
export function filtersIn(record: OutputRecord, field: string): Filter[] {
  return recordsIn(record, field).map((filter) => ({
    filter: textIn(filter, 'filter') ?? requiredText(filter, 'imageTagMutabilityExclusionFilterValue'),
    type: textIn(filter, 'filterType') ?? textIn(filter, 'imageTagMutabilityExclusionFilterType') ?? 'WILDCARD',
  }));
}

function encryptionIn(record: OutputRecord): Encryption | null {
  const encryption = recordIn(record, 'encryptionConfiguration');
  const type = encryption === null ? null : textIn(encryption, 'encryptionType');
  if (encryption === null || type === null) return null;
  return { type, key: textIn(encryption, 'kmsKey') };
}

/** Tags from a list of records, without those that AWS sets itself. */
export function tagsIn(record: OutputRecord, field: string): Tags {
  const entries = recordsIn(record, field).map(
    (tag) => [requiredText(tag, 'key'), textIn(tag, 'value') ?? ''] as const,
  );
  return Object.fromEntries(entries.filter(([key]) => !key.toLowerCase().startsWith('aws:')));
}

/** A repository with its policies and tags, as Cloud Control prints it: the properties are JSON in a string. */
function readCloudControl(description: OutputRecord): ReadRepository {
  const { file } = description;
  const inner = readOutput({ ...file, text: requiredText(description, 'properties') });
  const [properties] = inner.kind === 'records' ? inner.records : [];
  if (properties === undefined) throw new ImportError(`${file.name}: properties do not hold a JSON object`);
  const record = { file, record: properties };
  const lifecycle = recordIn(record, 'lifecyclePolicy');
  const access = properties['repositoryPolicyText'];
  return {
    ...readRepository({ file, record: { ...properties, repositoryArn: properties['arn'] } }),
    tags: tagsIn(record, 'tags'),
    lifecyclePolicy: lifecycle === null ? null : textIn(lifecycle, 'lifecyclePolicyText'),
    accessPolicy: isRecord(access) ? rawPolicy(file, description) : textIn(record, 'repositoryPolicyText'),
  };
}

/** The repository policy of the properties, whose own keys keep their letter case. */
function rawPolicy({ name }: InputFile, description: OutputRecord): string {
  const raw: unknown = JSON.parse(requiredText(description, 'properties'));
  const policy = isRecord(raw) ? raw['RepositoryPolicyText'] : undefined;
  if (!isRecord(policy)) throw new ImportError(`${name}: RepositoryPolicyText is not an object`);
  return JSON.stringify(policy);
}
