import type { Assignment } from '../../syntax/edit/term.ts';
import type {
  CacheRule,
  CreationTemplate,
  ExistingRegistry,
  ExistingRepository,
  Filter,
  RegistrySettings,
} from '../existing.ts';
import { labelsFor } from '../labels.ts';
import type { ImportOptions } from '../options.ts';
import type { Chunk } from './chunk.ts';
import { chunk, nested, optional, resource, term, text } from './chunk.ts';
import type { CodeAround } from './codeAround.ts';
import { importBlock } from './importTerm.ts';
import type { PolicyTerms } from './policyTerm.ts';
import { tagMembers } from './separateBlocks.ts';
import { encryptionBlocks, filterBlocks, mutabilityArguments } from './settingsBlocks.ts';

/** A resource to be written, before it has a label. */
interface Draft {
  readonly type: string;
  /** The source of its label. */
  readonly name: string;
  /** Its identifier in AWS. */
  readonly id: string;
  readonly region: string | null;
  readonly remarks?: readonly string[];
  readonly arguments: readonly Assignment[];
  readonly blocks?: ReturnType<typeof nested>[];
}

/** Everything except private repositories and their policies, each with its import block. */
export function registryBlocks(
  registry: ExistingRegistry,
  options: ImportOptions,
  around: CodeAround,
  terms: PolicyTerms,
): Chunk[] {
  const { account } = registry;
  const drafts = [
    ...registry.repositories
      .filter(({ isPublic, name }) => isPublic && !around.publicRepositories.has(name))
      .map(publicDraft),
    ...registry.cacheRules.map(cacheRuleDraft),
    ...registry.templates.map((template) => templateDraft(template, terms)),
    ...registry.settings.flatMap((settings) => settingsDrafts(settings, account ?? '', terms)),
  ].filter(({ type, id }) => !around.once.has(type) && around.others.get(type)?.has(id) !== true);
  const byType = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const ofType = byType.get(draft.type);
    if (ofType === undefined) byType.set(draft.type, [draft]);
    else ofType.push(draft);
  }
  return [...byType].flatMap(([type, ofType]) => {
    const labels = labelsFor(
      ofType.map(({ name }) => name),
      around.labels.get(type),
    );
    return ofType.flatMap((draft, index) => write(draft, labels[index] ?? '', account, options));
  });
}

function write(draft: Draft, label: string, account: string | null, options: ImportOptions): Chunk[] {
  const { type, id, region, remarks = [], blocks = [] } = draft;
  const [first, ...rest] = draft.arguments;
  const place = options.regionArgument ? optional('region', region) : [];
  const args = first === undefined ? place : [first, ...place, ...rest];
  return [
    chunk(importBlock({ type, label, id, region, account }, options)),
    chunk(resource(type, label, args, blocks), remarks, [`${type} ${region ?? ''} ${id}`]),
  ];
}

function publicDraft({ name }: ExistingRepository): Draft {
  const remarks = ['ECR Public is only in us-east-1: the provider must be configured for it.'];
  return {
    type: 'aws_ecrpublic_repository',
    name,
    id: name,
    region: null,
    remarks,
    arguments: [text('repository_name', name)],
  };
}

function cacheRuleDraft({ prefix, region, upstreamUrl, credential, role, upstreamPrefix }: CacheRule): Draft {
  const args = [
    text('ecr_repository_prefix', prefix),
    text('upstream_registry_url', upstreamUrl),
    ...optional('credential_arn', credential),
    ...optional('custom_role_arn', role),
    ...optional('upstream_repository_prefix', upstreamPrefix),
  ];
  return { type: 'aws_ecr_pull_through_cache_rule', name: prefix, id: prefix, region, arguments: args };
}

function templateDraft(template: CreationTemplate, terms: PolicyTerms): Draft {
  const { prefix, region, description, tags, lifecyclePolicy, accessPolicy, appliedFor, role } = template;
  const lifecycle = lifecyclePolicy === null ? null : terms.lifecycle(lifecyclePolicy);
  const access = accessPolicy === null ? null : terms.access(accessPolicy);
  const members = tagMembers(tags);
  const applied = appliedFor.map((value) => ({ kind: 'literal', value }) as const);
  const args = [
    text('prefix', prefix),
    ...optional('description', description),
    term('applied_for', { kind: 'list', items: applied }),
    ...optional('custom_role_arn', role),
    ...mutabilityArguments(template),
    ...(members.length === 0 ? [] : [term('resource_tags', { kind: 'object', members })]),
    ...(lifecycle === null ? [] : [term('lifecycle_policy', lifecycle.term)]),
    ...(access === null ? [] : [term('repository_policy', access.term)]),
  ];
  const blocks = [...filterBlocks(template.exclusionFilters), ...encryptionBlocks(template.encryption)];
  const remarks = [...(lifecycle?.remarks ?? []), ...(access?.remarks ?? [])];
  return {
    type: 'aws_ecr_repository_creation_template',
    name: prefix,
    id: prefix,
    region,
    remarks,
    arguments: args,
    blocks,
  };
}

function settingsDrafts(settings: RegistrySettings, account: string, terms: PolicyTerms): Draft[] {
  const { region, policy, replication, scanning, accountSettings, pullTimeExclusions } = settings;
  const only = { name: region ?? 'this', id: account, region };
  const access = policy === null ? null : terms.access(policy);
  return [
    ...(access === null
      ? []
      : [
          {
            ...only,
            type: 'aws_ecr_registry_policy',
            remarks: access.remarks,
            arguments: [term('policy', access.term)],
          },
        ]),
    ...(replication === null || replication.length === 0 ? [] : [replicationDraft(only, replication)]),
    ...(scanning === null || (scanning.type === 'BASIC' && scanning.rules.length === 0)
      ? []
      : [scanningDraft(only, scanning)]),
    ...accountSettings.map(({ name, value }) => ({
      type: 'aws_ecr_account_setting',
      name: name.toLowerCase(),
      id: name,
      region,
      arguments: [text('name', name), text('value', value)],
    })),
    ...pullTimeExclusions.map((arn) => ({
      type: 'aws_ecr_pull_time_update_exclusion',
      name: arn.slice(arn.lastIndexOf('/') + 1),
      id: arn,
      region,
      arguments: [text('principal_arn', arn)],
    })),
  ];
}

type Only = Pick<Draft, 'name' | 'id' | 'region'>;

function replicationDraft(only: Only, rules: NonNullable<RegistrySettings['replication']>): Draft {
  const written = rules.map(({ destinations, filters }) =>
    nested(
      'rule',
      [],
      [
        ...destinations.map(({ region, account }) =>
          nested('destination', [text('region', region), text('registry_id', account)]),
        ),
        ...repositoryFilters(filters),
      ],
    ),
  );
  return {
    ...only,
    type: 'aws_ecr_replication_configuration',
    arguments: [],
    blocks: [nested('replication_configuration', [], written)],
  };
}

function scanningDraft(only: Only, { type, rules }: NonNullable<RegistrySettings['scanning']>): Draft {
  const blocks = rules.map(({ frequency, filters }) =>
    nested('rule', [text('scan_frequency', frequency)], repositoryFilters(filters)),
  );
  return { ...only, type: 'aws_ecr_registry_scanning_configuration', arguments: [text('scan_type', type)], blocks };
}

function repositoryFilters(filters: readonly Filter[]) {
  return filters.map(({ filter, type }) =>
    nested('repository_filter', [text('filter', filter), text('filter_type', type)]),
  );
}
