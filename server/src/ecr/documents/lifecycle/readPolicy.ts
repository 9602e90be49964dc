import type { JsonDocument } from '../../../embedded/jsonDocument.ts';
import { readJson } from '../../../embedded/jsonDocument.ts';
import type { EvaluationOptions } from '../../../evaluate/evaluate.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { unknown } from '../../../evaluate/values/makeValue.ts';
import { failuresIn } from '../../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../../evaluate/values/value.ts';
import { attributeOf as attributeOfValue } from '../../../evaluate/values/valueAccess.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import { headerOf } from '../../header.ts';
import { anyInstanceOf, possibleInstancesOf } from '../../instances.ts';
import { existenceOf } from '../blockExistence.ts';
import type { PolicyNode } from '../documentNodes.ts';
import type { ReachedDocument } from '../documentReference.ts';
import { documentReachedBy } from '../documentReference.ts';
import type { PolicySource } from '../policyArgument.ts';
import { headlineOf, policySourceOf } from '../policyArgument.ts';
import { readDocument, readDocumentBranches } from '../spelling/blocks/readValue.ts';
import { readHcl } from '../spelling/hcl/readValue.ts';
import { readJsonPolicy } from '../spelling/json/readValue.ts';
import type { Variant } from '../variants.ts';
import { policyVariantsOf } from '../variants.ts';
import type { LifecyclePolicy } from './policy.ts';
import { readFurtherRules, readRules, rulesListOf } from './policy.ts';
import { readKnownMembers, readParts } from './policyParts.ts';

/**
 * The lifecycle policies that a block sends: one for each of its instances where they differ, and for each branch of
 * a conditional that is not decided. Empty for a block that has none or sends none.
 */
export function readPolicies(owner: BlockDeclaration, scope: RecordingScope): readonly LifecyclePolicy[] {
  const policySource = policySourceOf(owner);
  if (policySource === undefined) return [];
  const existence = existenceOf(owner, policySource.fact.switches ?? [], scope);
  if (existence === 'never') return [];
  const read = (value: Value, instance: string | null) => {
    // What fails whatever a condition gives is outside of all branches.
    const certainFailures = failuresIn(value);
    const policies = policyVariantsOf(value)
      .flatMap((variant) => policiesOf(owner, policySource, variant, instance))
      .map((policy) => ({ ...policy, certainFailures }));
    // The condition under which there is no policy to send is mostly the one under which nothing is sent.
    return existence === 'sure' || policies.length === 1 ? policies : policies.filter(hasContent);
  };
  const evaluator = new Evaluator(scope);
  const value = evaluatePolicy(owner, policySource, evaluator);
  const instances = evaluator.usedInstance ? possibleInstancesOf(owner, scope) : null;
  if (instances === null) {
    const options = evaluator.usedInstance ? anyInstanceOf(owner, scope) : null;
    return read(options === null ? value : evaluatePolicy(owner, policySource, new Evaluator(scope, options)), null);
  }
  return instances.flatMap(({ key, options }) =>
    read(evaluatePolicy(owner, policySource, new Evaluator(scope, options)), key),
  );
}

/** False for a placeholder that means "no policy": null, a word, an empty object, an empty list of rules. */
function hasContent(policy: LifecyclePolicy): boolean {
  const { root } = policy;
  if (root?.kind !== 'object') return false;
  const rules = rulesListOf(policy);
  if (rules === null) return root.open || root.members.length > 0;
  return rules.open || rules.items.length > 0;
}

/** The value that a block hands over as its lifecycle policy, before it is taken apart. */
export function evaluatePolicy(owner: BlockDeclaration, { argument, fact }: PolicySource, evaluator: Evaluator): Value {
  const value = evaluator.evaluate({ source: owner.source, expression: argument.value });
  return fact.key === undefined ? value : attributeOfValue(value, fact.key, value);
}

/** The lifecycle policies that one reading of a value gives: several where it is a document with conditions. */
function policiesOf(
  owner: BlockDeclaration,
  policySource: PolicySource,
  { value, isBranch }: Variant,
  instance: string | null,
): readonly LifecyclePolicy[] {
  const reached = value.kind === 'unknown' ? documentReachedBy(value) : null;
  if (reached === null) return [policyFrom(owner, policySource, { value, isBranch }, instance, readPolicyValue(value))];
  const roots = readDocumentBranches(reached.declaration, reached.evaluator);
  const variant = { value, isBranch: isBranch || roots.length > 1 };
  return roots.map((root) => policyFrom(owner, policySource, variant, instance, documentSpelling(reached, root)));
}

/** The lifecycle policy that a value gives, with everything unknown that depends on a condition. */
export function policyOf(
  owner: BlockDeclaration,
  policySource: PolicySource,
  value: Value,
  instance: string | null,
): LifecyclePolicy {
  return policyFrom(owner, policySource, { value, isBranch: false }, instance, readPolicyValue(value));
}

function policyFrom(
  owner: BlockDeclaration,
  { argument, expression }: PolicySource,
  { value, isBranch }: Variant,
  instance: string | null,
  spelling: Spelling,
): LifecyclePolicy {
  const handedOver = headlineOf(owner.source, expression);
  return assemble(owner, argument, { value, isBranch }, instance, spelling, handedOver);
}

/**
 * The policies that a document makes: one for each of its instances where they differ, and for each branch. Empty for
 * another block, and for a document that has no instance.
 */
export function readPoliciesOfDocument(owner: BlockDeclaration, scope: RecordingScope): readonly LifecyclePolicy[] {
  if (!isBlockOf(owner, 'data', POLICY_DOCUMENT_TYPE) || existenceOf(owner, [], scope) === 'never') return [];
  const read = (options: Pick<EvaluationOptions, 'each' | 'count'>, instance: string | null) => {
    const evaluator = new Evaluator(scope, options);
    const roots = readDocumentBranches(owner, evaluator);
    const value = unknown('a document makes it', { place: headerOf(owner), expression: NOTHING });
    const policies = roots.map((root) =>
      assemble(
        owner,
        null,
        { value, isBranch: roots.length > 1 },
        instance,
        documentSpelling({ declaration: owner }, root),
        headerOf(owner),
      ),
    );
    return { policies, dependsOnInstance: evaluator.usedInstance };
  };
  const alone = read({}, null);
  const instances = alone.dependsOnInstance ? possibleInstancesOf(owner, scope) : null;
  return instances?.flatMap(({ key, options }) => read(options, key).policies) ?? alone.policies;
}

/** No expression spells what a document makes as a whole. */
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

interface Spelling {
  readonly root: PolicyNode | null;
  readonly document: JsonDocument | null;
  readonly words: LifecyclePolicy['words'];
  readonly madeBy: BlockDeclaration | null;
}

/** What a value that is handed over as a policy spells, whatever way it does. */
export function readPolicyValue(value: Value): Spelling {
  if (value.kind === 'encoded') return { root: readHcl(value.encoded), document: null, words: 'json', madeBy: null };
  if (value.kind === 'unknown') {
    const reached = documentReachedBy(value);
    if (reached !== null) return documentSpelling(reached, readDocument(reached.declaration, reached.evaluator));
  }
  if (value.kind !== 'string' && value.kind !== 'partial-string') {
    return { root: null, document: null, words: 'json', madeBy: null };
  }
  const document = readJson(value.mapped);
  return { root: readJsonPolicy(document), document, words: 'json', madeBy: null };
}

function documentSpelling({ declaration }: Pick<ReachedDocument, 'declaration'>, root: PolicyNode): Spelling {
  return { root, document: null, words: 'document', madeBy: declaration };
}
