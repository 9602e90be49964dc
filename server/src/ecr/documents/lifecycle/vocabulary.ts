import type { PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_KEYS, policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_ARGUMENTS } from '../../../facts/lifecycle/policyArguments.ts';
import type { DocumentArgument } from '../../../facts/lifecycle/policyDocument.ts';
import { documentArguments, POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import type { BlockArgument, DocumentLevel, Vocabulary } from '../vocabulary.ts';

/** Lifecycle policies. */
export const LIFECYCLE: Vocabulary = {
  name: 'lifecycle policy',
  root: 'policy',
  levels: byLevel((level): DocumentLevel => ({ keys: POLICY_KEYS[level] })),
  places: POLICY_ARGUMENTS,
  blocks: {
    type: POLICY_DOCUMENT_TYPE,
    attribute: 'json',
    arguments: byLevel((level) => documentArguments(level).map(blockArgument)),
    ignored: ['provider', 'region'],
  },
};

function byLevel<T>(read: (level: PolicyLevel) => T): Readonly<Record<PolicyLevel, T>> {
  return { policy: read('policy'), rule: read('rule'), selection: read('selection'), action: read('action') };
}

function blockArgument({ level, key, name, type, omitted }: DocumentArgument): BlockArgument {
  if (type !== 'block') return { key, name, type };
  const fact = policyKey(level, key);
  if (fact?.level === undefined) throw new Error(`${key} has no level of its own`);
  const shape = { key, name, type: fact.type === 'object-list' ? 'block-list' : 'block', level: fact.level } as const;
  return omitted === undefined ? shape : { ...shape, omitted };
}
