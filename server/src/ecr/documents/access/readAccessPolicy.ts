import { failuresIn } from '../../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../../evaluate/values/value.ts';
import { isGivenUp } from '../../../evaluate/values/valueExtent.ts';
import type { AccessTarget } from '../../../facts/access/accessPlaces.ts';
import { ACCESS_PLACES } from '../../../facts/access/accessPlaces.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { headerOf } from '../../header.ts';
import type { PolicyNode } from '../documentNodes.ts';
import type { DocumentSource } from '../documentSource.ts';
import { documentSourceOf, headlineOf } from '../documentSource.ts';
import type { HandedOver } from '../handedOver.ts';
import { readHandedOver, readSpelling } from '../handedOver.ts';
import { memberValue } from '../memberValues.ts';
import type { AccessPolicy, AccessStatement } from './accessPolicy.ts';
import { findMember, readStatement, textField } from './readStatement.ts';
import { ACCESS } from './vocabulary.ts';

/** The argument of a resource that takes an access policy, if the block sets it. */
export function accessSourceOf(owner: BlockDeclaration): DocumentSource | undefined {
  return documentSourceOf(owner, ACCESS);
}

/**
 * The access policies that a block sends: one for each instance when they differ, and for each branch of an undecided
 * condition. Empty for a block that has none or sends none.
 */
export function readAccessPolicies(owner: BlockDeclaration, scope: RecordingScope): readonly AccessPolicy[] {
  const source = accessSourceOf(owner);
  if (source === undefined) return [];
  return readHandedOver(owner, source, ACCESS, scope).flatMap(({ existence, documents }) => {
    const policies = documents
      .filter((document) => isSent(document, source))
      .map((one) => assemble(owner, source, one));
    // The condition that leaves out the policy is usually the one that leaves out the block.
    return existence === 'sure' || policies.length === 1 ? policies : policies.filter(hasContent);
  });
}

/** The access policy of a value, with everything unknown that depends on a condition; null when there is none. */
export function accessPolicyOf(
  owner: BlockDeclaration,
  source: DocumentSource,
  value: Value,
  instance: string | null,
): AccessPolicy | null {
  const document = {
    value,
    isBranch: false,
    instance,
    spelling: readSpelling(value, ACCESS),
    isTooLarge: isGivenUp(value),
  };
  return isSent(document, source) ? assemble(owner, source, document) : null;
}

/** False for null, and for an empty text where it means "no policy". */
function isSent({ value }: HandedOver, { fact }: DocumentSource): boolean {
  if (value.kind === 'null') return false;
  return !(fact.emptyMeansNone === true && value.kind === 'string' && value.value === '');
}

function hasContent({ root, isTooLarge }: AccessPolicy): boolean {
  return isTooLarge || (root?.kind === 'object' && (root.open || root.members.length > 0));
}

function assemble(
  owner: BlockDeclaration,
  { argument, expression, fact }: DocumentSource,
  { value, isBranch, instance, spelling, isTooLarge }: HandedOver,
): AccessPolicy {
  const { root, document, words, madeBy } = spelling;
  const damaged = owner.block.damaged || madeBy?.block.damaged === true;
  const handedOver = headlineOf(owner.source, expression);
  const target = ACCESS_PLACES.find((place) => place === fact)?.target ?? 'repository';
  return {
    owner,
    argument,
    value,
    failures: failuresIn(value),
    isTooLarge,
    isBranch,
    words,
    instance,
    place: madeBy === null ? handedOver : headerOf(madeBy),
    handedOver,
    madeBy,
    root,
    document,
    target,
    service: serviceOf(target),
    version: root?.kind === 'object' ? textField(findMember(root, 'Version', 'policy', damaged)) : { state: 'unknown' },
    ...readStatements(root, damaged),
    damaged,
  };
}

function serviceOf(target: AccessTarget): AccessPolicy['service'] {
  return target === 'public' ? 'ecr-public' : 'ecr';
}

/** The statements of a document: a list, or a single one. */
export function readStatements(
  root: PolicyNode | null,
  holdBack: boolean,
): { readonly statements: readonly AccessStatement[]; readonly isWhole: boolean } {
  const value = root?.kind === 'object' ? memberValue(root, 'Statement') : undefined;
  if (root?.kind !== 'object' || value === undefined) return { statements: [], isWhole: false };
  const items = value.kind === 'list' ? value.items : [value];
  const statements = items.flatMap((item) => (item.kind === 'object' ? [readStatement(item, holdBack)] : []));
  const isRepeated = root.members.filter(({ key }) => key === 'Statement').length > 1;
  const isWhole = statements.length === items.length && !(value.kind === 'list' && value.open) && !isRepeated;
  return { statements, isWhole: isWhole && !root.open };
}
