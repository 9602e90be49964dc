import type { PolicyLevel } from './lifecyclePolicy.ts';

/** The data source that makes a lifecycle policy from blocks. */
export const POLICY_DOCUMENT_TYPE = 'aws_ecr_lifecycle_policy_document';

/** The data source's name for a key, and the type of its argument. */
export interface DocumentArgument {
  readonly level: PolicyLevel;
  /** The key of the policy's JSON. */
  readonly key: string;
  /** The argument or block of the data source. */
  readonly name: string;
  readonly type: 'number' | 'string' | 'string-list' | 'block';
  /** The data source's default for a missing block. */
  readonly omitted?: Readonly<Record<string, string>>;
}

/**
 * Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr/lifecycle_policy_document_data_source.go`. An
 * omitted `action` block means `expire`; null arguments and empty lists are left out. Read 2026-11-22.
 */
const DOCUMENT_ARGUMENTS: readonly DocumentArgument[] = [
  { level: 'policy', key: 'rules', name: 'rule', type: 'block' },
  { level: 'rule', key: 'rulePriority', name: 'priority', type: 'number' },
  { level: 'rule', key: 'description', name: 'description', type: 'string' },
  { level: 'rule', key: 'selection', name: 'selection', type: 'block' },
  { level: 'rule', key: 'action', name: 'action', type: 'block', omitted: { type: 'expire' } },
  { level: 'selection', key: 'tagStatus', name: 'tag_status', type: 'string' },
  { level: 'selection', key: 'tagPatternList', name: 'tag_pattern_list', type: 'string-list' },
  { level: 'selection', key: 'tagPrefixList', name: 'tag_prefix_list', type: 'string-list' },
  { level: 'selection', key: 'storageClass', name: 'storage_class', type: 'string' },
  { level: 'selection', key: 'countType', name: 'count_type', type: 'string' },
  { level: 'selection', key: 'countUnit', name: 'count_unit', type: 'string' },
  { level: 'selection', key: 'countNumber', name: 'count_number', type: 'number' },
  { level: 'action', key: 'type', name: 'type', type: 'string' },
  { level: 'action', key: 'targetStorageClass', name: 'target_storage_class', type: 'string' },
];

/** The arguments and blocks of one level. */
export function documentArguments(level: PolicyLevel): readonly DocumentArgument[] {
  return DOCUMENT_ARGUMENTS.filter((argument) => argument.level === level);
}

/** A text about keys, with the data source's names. */
export function inDocumentWords(text: string): string {
  return DOCUMENT_ARGUMENTS.filter(({ key, name }) => key !== name && /[A-Z]/.test(key)).reduce(
    (words, { key, name }) => words.replaceAll(new RegExp(`\\b${key}\\b`, 'g'), name),
    text,
  );
}
