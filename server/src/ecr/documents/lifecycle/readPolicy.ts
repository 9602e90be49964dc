import type { EvaluationOptions } from '../../../evaluate/evaluate.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { unknown } from '../../../evaluate/values/makeValue.ts';
import { failuresIn } from '../../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../../evaluate/values/value.ts';
import { isGivenUp } from '../../../evaluate/values/valueExtent.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import { headerOf } from '../../header.ts';
import { possibleInstancesOf } from '../../instances.ts';
import { existenceOf } from '../blockExistence.ts';
import type { PolicyNode } from '../documentNodes.ts';
import type { DocumentSource } from '../documentSource.ts';
import { headlineOf } from '../documentSource.ts';
import type { Spelling } from '../handedOver.ts';
import { madeByBlocks, readHandedOver, readSpelling } from '../handedOver.ts';
import { readDocumentBranches, readDoubtfulDocuments } from '../spelling/blocks/readValue.ts';
import type { Doubt, Variant } from '../variants.ts';
import type { LifecyclePolicy } from './policy.ts';
import { readFurtherRules, readRules, rulesListOf } from './policy.ts';
import { readKnownMembers, readParts } from './policyParts.ts';
import { policySourceOf } from './policySource.ts';
import { LIFECYCLE } from './vocabulary.ts';

/** A reading of a policy that is only meaningful together with others. */
export interface DoubtfulPolicy {
  readonly policy: LifecyclePolicy;
  readonly doubt: Doubt;
}

/** The policies that a block sends, or that a document makes. */
export interface ReadPolicies {
  readonly policies: readonly LifecyclePolicy[];
  /** The policies for each value that an unknown key chooses from. */
  readonly doubtful: readonly DoubtfulPolicy[];
}

/**
 * The lifecycle policies that a block sends: one for each instance when they differ, and for each branch of an
 * undecided conditional. Empty for a block that has none or sends none.
 */
export function readPolicies(owner: BlockDeclaration, scope: RecordingScope): readonly LifecyclePolicy[] {
  return readAllPolicies(owner, scope).policies;
}

/** The same, with the readings that are only meaningful together. */
export function readAllPolicies(owner: BlockDeclaration, scope: RecordingScope): ReadPolicies {
  const policySource = policySourceOf(owner);
  if (policySource === undefined) return { policies: [], doubtful: [] };
  const groups = readHandedOver(owner, policySource, LIFECYCLE, scope);
  const policies = groups.flatMap(({ existence, documents, certainFailures }) => {
    const read = documents.map(({ instance, spelling, isTooLarge, ...variant }) => ({
      ...policyFrom(owner, policySource, variant, instance, spelling),
      certainFailures,
      isTooLarge,
    }));
    // The condition that leaves out the policy is usually the one that leaves out the block.
    return existence === 'sure' || read.length === 1 ? read : read.filter(hasContent);
  });
  const doubtful = groups.flatMap((group) =>
    group.doubtful.flatMap(({ instance, spelling, doubt, ...variant }) => {
      const policy = policyFrom(owner, policySource, variant, instance, spelling);
      return doubt === undefined ? [] : [{ policy, doubt: { ...doubt, choice: `${instance} ${doubt.choice}` } }];
    }),
  );
  return { policies, doubtful };
}

/** False for a placeholder that means "no policy": null, a word, an empty object, an empty list of rules. */
function hasContent(policy: LifecyclePolicy): boolean {
  const { root } = policy;
  if (root?.kind !== 'object') return false;
  const rules = rulesListOf(policy);
  if (rules === null) return root.open || root.members.length > 0;
  return rules.open || rules.items.length > 0;
}

/** The lifecycle policy of a value, with everything unknown that depends on a condition. */
export function policyOf(
  owner: BlockDeclaration,
  policySource: DocumentSource,
  value: Value,
  instance: string | null,
): LifecyclePolicy {
  return policyFrom(owner, policySource, { value, isBranch: false }, instance, readSpelling(value, LIFECYCLE));
}

function policyFrom(
  owner: BlockDeclaration,
  { argument, expression }: DocumentSource,
  { value, isBranch }: Variant,
  instance: string | null,
  spelling: Spelling,
): LifecyclePolicy {
  const handedOver = headlineOf(owner.source, expression);
  return assemble(owner, argument, { value, isBranch }, instance, spelling, handedOver);
}

/**
 * The policies that a document makes: one for each instance when they differ, and for each branch. Empty for other
 * blocks, and for a document without instances.
 */
export function readPoliciesOfDocument(owner: BlockDeclaration, scope: RecordingScope): ReadPolicies {
  const isMade = isBlockOf(owner, 'data', POLICY_DOCUMENT_TYPE) && existenceOf(owner, [], scope) !== 'never';
  if (!isMade) return { policies: [], doubtful: [] };
  const read = (options: Pick<EvaluationOptions, 'each' | 'count'>, instance: string | null) => {
    const evaluator = new Evaluator(scope, options);
    const roots = readDocumentBranches(owner, evaluator, LIFECYCLE);
    const policies = roots.map((root) => ({
      ...policyOfDocument(owner, root, roots.length > 1, instance),
      isTooLarge: evaluator.budget.isCut,
    }));
    const doubtful = readDoubtfulDocuments(owner, evaluator, LIFECYCLE).map(({ result, doubt }) => ({
      policy: policyOfDocument(owner, result, true, instance),
      doubt: { ...doubt, choice: `${instance} ${doubt.choice}` },
    }));
    return { policies, doubtful, dependsOnInstance: evaluator.usedInstance };
  };
  const alone = read({}, null);
  const instances = alone.dependsOnInstance ? possibleInstancesOf(owner, scope) : null;
  if (instances === null) return alone;
  const all = instances.map(({ key, options }) => read(options, key));
  return { policies: all.flatMap(({ policies }) => policies), doubtful: all.flatMap(({ doubtful }) => doubtful) };
}

function policyOfDocument(
  owner: BlockDeclaration,
  root: PolicyNode,
  isBranch: boolean,
  instance: string | null,
): LifecyclePolicy {
  const header = headerOf(owner);
  const value = unknown('a document makes it', { place: header, expression: NOTHING });
  return assemble(owner, null, { value, isBranch }, instance, madeByBlocks(owner, root), header);
}

/** No single expression spells a document made from blocks. */
const NOTHING = { kind: 'MissingExpression', start: 0, end: 0 } as const;

function assemble(
  owner: BlockDeclaration,
  argument: LifecyclePolicy['argument'],
  { value, isBranch }: Variant,
  instance: string | null,
  { root, document, words, madeBy }: Spelling,
  handedOver: Place,
): LifecyclePolicy {
  const { block } = owner;
  const damaged = block.damaged || madeBy?.block.damaged === true;
  const rules = readRules(root, damaged);
  const parts = readParts(root, rules);
  const members = readKnownMembers(parts);
  const furtherMembers = readKnownMembers(readParts(null, readFurtherRules(root, damaged)));
  return {
    owner,
    argument,
    value,
    failures: failuresIn(value),
    certainFailures: [],
    isTooLarge: isGivenUp(value),
    isBranch,
    place: madeBy === null ? handedOver : headerOf(madeBy),
    handedOver,
    madeBy,
    words,
    instance,
    root,
    document,
    rules,
    parts,
    members,
    furtherMembers,
    damaged,
  };
}
