import type { CacheRule, CreationTemplate, RegistrySettings, ReplicationRule, ScanningRule } from '../existing.ts';
import { ImportError } from '../importError.ts';
import type { OutputRecord } from './fields.ts';
import { recordIn, recordsIn, requiredText, textIn, textsIn } from './fields.ts';
import type { InputFile } from './inputFile.ts';
import { regionOfFolder } from './inputFile.ts';
import type { Skip } from './readAttached.ts';
import { readOutput } from './readOutput.ts';
import { filtersIn, settingsIn, tagsIn } from './readRepositories.ts';

/** What a file says about a registry, with the registry's account. */
export interface RegistryPart<T> {
  readonly value: T;
  readonly account: string | null;
  readonly isPartial: boolean;
}

/** Reads what `aws ecr describe-pull-through-cache-rules` printed. */
export function readCacheRules(file: InputFile, skip: Skip): RegistryPart<readonly CacheRule[]>[] {
  return recordsOf(file, skip).map((record) => {
    if (!('pullThroughCacheRules' in record.record) && !('ecrRepositoryPrefix' in record.record)) {
      throw new ImportError(
        `${file.name} is not a list of cache rules; give what aws ecr describe-pull-through-cache-rules prints`,
      );
    }
    const rules = 'ecrRepositoryPrefix' in record.record ? [record] : recordsIn(record, 'pullThroughCacheRules');
    const [first] = rules;
    return part(record, rules.map(readCacheRule), first === undefined ? null : textIn(first, 'registryId'));
  });
}

function readCacheRule(rule: OutputRecord): CacheRule {
  return {
    prefix: requiredText(rule, 'ecrRepositoryPrefix'),
    region: regionOfFolder(rule.file),
    upstreamUrl: requiredText(rule, 'upstreamRegistryUrl'),
    credential: textIn(rule, 'credentialArn'),
    role: textIn(rule, 'customRoleArn'),
    upstreamPrefix: textIn(rule, 'upstreamRepositoryPrefix'),
  };
}

/** Reads what `aws ecr describe-repository-creation-templates` printed. */
export function readTemplates(file: InputFile, skip: Skip): RegistryPart<readonly CreationTemplate[]>[] {
  return recordsOf(file, skip).map((record) => {
    if (!('repositoryCreationTemplates' in record.record)) {
      throw new ImportError(
        `${file.name} is not a list of templates; give what aws ecr describe-repository-creation-templates prints`,
      );
    }
    return part(
      record,
      recordsIn(record, 'repositoryCreationTemplates').map(readTemplate),
      textIn(record, 'registryId'),
    );
  });
}

function readTemplate(template: OutputRecord): CreationTemplate {
  return {
    ...settingsIn(template),
    prefix: requiredText(template, 'prefix'),
    region: regionOfFolder(template.file),
    description: textIn(template, 'description') || null,
    tags: tagsIn(template, 'resourceTags'),
    lifecyclePolicy: textIn(template, 'lifecyclePolicy') || null,
    accessPolicy: textIn(template, 'repositoryPolicy') || null,
    appliedFor: textsIn(template, 'appliedFor'),
    role: textIn(template, 'customRoleArn') || null,
  };
}

/** Reads one of the outputs about the registry as a whole, each identified by its keys. */
export function readRegistryOutputs(file: InputFile, skip: Skip): RegistryPart<RegistrySettings>[] {
  return recordsOf(file, skip).map((record) => part(record, settingsOf(record), textIn(record, 'registryId')));
}

const REGISTRY_OUTPUTS =
  'describe-registry, get-registry-policy, get-registry-scanning-configuration, get-account-setting or list-pull-time-update-exclusions';

function settingsOf(record: OutputRecord): RegistrySettings {
  const { file, record: fields } = record;
  const none: RegistrySettings = {
    region: regionOfFolder(file),
    policy: null,
    replication: null,
    scanning: null,
    accountSettings: [],
    pullTimeExclusions: [],
  };
  if ('replicationConfiguration' in fields) return { ...none, replication: replicationIn(record) };
  if ('scanningConfiguration' in fields) return { ...none, scanning: scanningIn(record) };
  if ('pullTimeUpdateExclusions' in fields) {
    return { ...none, pullTimeExclusions: textsIn(record, 'pullTimeUpdateExclusions') };
  }
  if ('policyText' in fields && !('repositoryName' in fields)) return { ...none, policy: textIn(record, 'policyText') };
  if ('name' in fields && 'value' in fields) {
    return { ...none, accountSettings: [{ name: requiredText(record, 'name'), value: requiredText(record, 'value') }] };
  }
  throw new ImportError(`${file.name} is not output about the registry; give what aws ecr ${REGISTRY_OUTPUTS} prints`);
}

function replicationIn(record: OutputRecord): ReplicationRule[] {
  const configuration = recordIn(record, 'replicationConfiguration');
  if (configuration === null) return [];
  return recordsIn(configuration, 'rules').map((rule) => ({
    destinations: recordsIn(rule, 'destinations').map((destination) => ({
      region: requiredText(destination, 'region'),
      account: requiredText(destination, 'registryId'),
    })),
    filters: filtersIn(rule, 'repositoryFilters'),
  }));
}

function scanningIn(record: OutputRecord): RegistrySettings['scanning'] {
  const configuration = recordIn(record, 'scanningConfiguration');
  if (configuration === null) return null;
  const rules = recordsIn(configuration, 'rules').map(
    (rule): ScanningRule => ({
      frequency: requiredText(rule, 'scanFrequency'),
      filters: filtersIn(rule, 'repositoryFilters'),
    }),
  );
  return { type: textIn(configuration, 'scanType') ?? 'BASIC', rules };
}

function recordsOf(file: InputFile, skip: Skip): OutputRecord[] {
  const output = readOutput(file);
  if (output.kind === 'records') return output.records.map((record) => ({ file, record }));
  // Without a registry policy the command fails, and a loop leaves an empty file.
  if (output.kind === 'error' && !output.message.includes('PolicyNotFoundException')) {
    skip(`${file.name} is left out: ${output.message}`);
  }
  return [];
}

function part<T>({ record }: OutputRecord, value: T, account: string | null): RegistryPart<T> {
  return { value, account, isPartial: typeof record['nextToken'] === 'string' };
}
