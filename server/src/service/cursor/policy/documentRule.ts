import type { PolicyNode, PolicyObject } from '../../../ecr/documents/documentNodes.ts';
import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { readDocument } from '../../../ecr/documents/spelling/blocks/readValue.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { policyKey } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { documentArguments, POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
import type { Point } from '../point.ts';
import type { CompletionContext } from './policyCursor.ts';

/** A block of a rule of a policy document, in terms of the JSON. */
export interface DocumentRule {
  readonly level: PolicyLevel;
  readonly around: CompletionContext;
}

/**
 * The part of a rule that a nested block of a policy document is; `isWanted` picks the block. Null outside a rule, and
 * when a `dynamic` block makes unknown rules.
 */
export function documentRule(
  { module, source }: Point,
  owner: Block,
  isWanted: (block: Block) => boolean,
): DocumentRule | null {
  const declaration = module.declarations(source.piece).blocks.find(({ block }) => block === owner);
  if (declaration === undefined || !isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE)) return null;
  const root = readDocument(declaration, new Evaluator(questionScope(module)), LIFECYCLE);
  const list = root.kind === 'object' ? memberOf(root, 'rules') : undefined;
  const rules = list?.kind === 'list' ? list.items : [];
  for (const rule of rules) {
    if (rule.kind !== 'object') continue;
    const found = levelIn(rule, isWanted);
    if (found !== null) return { level: found.level, around: { object: found.object, rule, rules } };
  }
  return null;
}

/** The JSON key of an argument of the document; undefined for one without a key in a policy. */
export function keyOfArgument(level: PolicyLevel, name: string): PolicyKey | undefined {
  const argument = documentArguments(level).find((candidate) => candidate.name === name);
  return argument && policyKey(level, argument.key);
}

function levelIn(
  rule: PolicyObject,
  isWanted: (block: Block) => boolean,
): { readonly level: PolicyLevel; readonly object: PolicyObject } | null {
  const levels = [
    { level: 'rule', object: rule },
    { level: 'selection', object: memberOf(rule, 'selection') },
    { level: 'action', object: memberOf(rule, 'action') },
  ] as const;
  for (const { level, object } of levels) {
    if (object?.kind === 'object' && object.origin.spelling === 'block' && isWanted(object.origin.block)) {
      return { level, object };
    }
  }
  return null;
}

function memberOf(object: PolicyObject, key: string): PolicyNode | undefined {
  return object.members.find((member) => member.key === key)?.value;
}
