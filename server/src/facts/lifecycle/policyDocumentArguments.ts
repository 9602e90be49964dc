/**
 * The blocks of `data "aws_ecr_lifecycle_policy_document"`: the keys of the policy with the data source's names.
 * Source: as for `policyDocument.ts`.
 */

import { lookUp } from '../lookUp.ts';
import type { ArgumentFact, BlockFact, BodyFact, ResourceFact } from '../provider/resourceSchema.ts';
import type { PolicyLevel } from './lifecyclePolicy.ts';
import { policyKey } from './lifecyclePolicy.ts';
import type { DocumentArgument } from './policyDocument.ts';
import { documentArguments, inDocumentWords, POLICY_DOCUMENT_TYPE } from './policyDocument.ts';

/** The maximum number of blocks of a kind in a block; null for any number. */
const MAXIMA: Readonly<Record<string, number | null>> = { rule: null, selection: 1, action: 1 };

export const POLICY_DOCUMENT: ResourceFact = {
  type: POLICY_DOCUMENT_TYPE,
  since: '5.44.0',
  documentation:
    'A lifecycle policy made from `rule` blocks; its `json` is the value for `policy` of `aws_ecr_lifecycle_policy`. The provider does not check how the keys of a rule fit together.',
  ...bodyOf('policy'),
};

function bodyOf(level: PolicyLevel): BodyFact {
  const facts = documentArguments(level);
  return {
    arguments: facts.filter(({ type }) => type !== 'block').map(argumentOf),
    blocks: facts.filter(({ type }) => type === 'block').map(blockOf),
  };
}

function argumentOf({ level, key, name, type }: DocumentArgument): ArgumentFact {
  const fact = policyKey(level, key);
  const values = fact?.values?.map(({ value, documentation }) => ({
    value,
    documentation: inDocumentWords(documentation),
  }));
  return {
    name,
    type: type === 'block' ? 'expression' : type,
    required: fact?.required ?? false,
    documentation: inDocumentWords(fact?.documentation ?? ''),
    ...(values === undefined ? {} : { values }),
    ...(key === 'rulePriority' ? { role: 'rule-priority' as const } : {}),
  };
}

function blockOf({ level, key, name }: DocumentArgument): BlockFact {
  const fact = policyKey(level, key);
  const inner = fact?.level;
  return {
    name,
    maximum: lookUp(MAXIMA, name) ?? null,
    isRequired: fact?.required === true && name !== 'action',
    documentation: documentationOf(name, inDocumentWords(fact?.documentation ?? '')),
    ...(inner === undefined ? { arguments: [], blocks: [] } : bodyOf(inner)),
  };
}

function documentationOf(name: string, documentation: string): string {
  return name === 'action' ? `${documentation} Without the block the images expire.` : documentation;
}
