import type { PolicyList, PolicyNode, PolicyObject } from '../../../ecr/documents/documentNodes.ts';
import { readRules } from '../../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../../ecr/documents/lifecycle/policyRule.ts';
import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import type { Piece } from '../../../syntax/tree/file.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import { isInPlace } from '../../../syntax/tree/place.ts';
import type { Range } from '../../../syntax/tree/tree.ts';

/** The fully read rules of a policy whose list is written at the user's place. */
export interface RulesSpot {
  readonly list: PolicyList;
  readonly rules: readonly PolicyRule[];
  /** The rule at the user's place. */
  readonly current: PolicyRule | null;
  /** False when the list may be only a part of a policy's rules, so that others have priorities too. */
  readonly isWhole: boolean;
}

/** The rules of a policy, or of a list of rules alone; null when some are unknown or their list is elsewhere. */
export function rulesIn(root: PolicyNode | null, piece: Piece, range: Range): Omit<RulesSpot, 'isWhole'> | null {
  const policy = root?.kind === 'list' ? policyAround(root) : root;
  const list = policy?.kind === 'object' ? policy.members.findLast(({ key }) => key === 'rules')?.value : undefined;
  if (list?.kind !== 'list' || list.open || list.place.piece !== piece) return null;
  const rules = readRules(policy, false);
  if (rules.length !== list.items.length) return null;
  const current = rules.find(({ object: { place } }) => {
    return place.piece === piece && place.start <= range.start && range.end <= place.end;
  });
  return { list, rules, current: current ?? null };
}

/** A policy with a list as its rules. */
function policyAround(list: PolicyList): PolicyObject {
  const { place } = list;
  const origin = { spelling: 'computed' } as const;
  const members = [{ key: 'rules', keyPlace: place, value: list, origin }];
  return { kind: 'object', members, open: false, vocabulary: LIFECYCLE, place, opening: place, origin };
}

/** True when a part is written in its rule, and the rule in its list, so that nothing else uses that text. */
export function isWrittenInList({ list }: Pick<RulesSpot, 'list'>, { object }: PolicyRule, part: Place): boolean {
  const isInList = list.origin.spelling === 'blocks' || isInPlace(object.place, list.place);
  return isInList && isInPlace(part, object.place) && part.piece === list.place.piece;
}
