import type { OwnedKind } from '../../ecr/owners/owned.ts';
import { ownedFactOf } from '../../ecr/owners/owned.ts';
import type { BlockCheck } from '../check.ts';
import type { RepeatedWords } from '../support/repeatedPolicies.ts';
import { repeatedFindings, repeatedThroughCalls } from '../support/repeatedPolicies.ts';

/** Settings of which a registry has only one. */
const KINDS: readonly OwnedKind[] = [
  'registry policy',
  'replication configuration',
  'scanning configuration',
  'account setting',
];

export const singletonRepeated: BlockCheck = {
  subject: 'block',
  id: 'singleton-repeated',
  title: 'A registry setting is declared twice',
  severity: 'error',
  *check(declaration, scope) {
    const words = wordsOf(ownedFactOf(declaration)?.kind);
    if (words !== undefined) yield* repeatedFindings(declaration, scope, words);
    yield* repeatedThroughCalls(declaration, scope, wordsOf);
  },
};

function wordsOf(kind: OwnedKind | undefined): RepeatedWords | undefined {
  if (kind === undefined || !KINDS.includes(kind)) return undefined;
  const isSetting = kind === 'account setting';
  const what = isSetting ? 'the same account setting' : `the ${kind}`;
  return {
    is: `sets ${what} of the same registry`,
    are: `set ${what} of the same registry`,
    advice: `A registry has one ${isSetting ? 'value for it' : kind}: each apply overwrites one with the other. ${isSetting ? 'Keep one of the blocks.' : 'Put all of it into one block.'}`,
    other: `The other ${kind} of the registry`,
  };
}
