import { ownedFactOf } from '../../ecr/owners/owned.ts';
import type { BlockCheck } from '../check.ts';
import { repeatedFindings } from '../support/repeatedPolicies.ts';

/** What a registry has one of. */
const KINDS: readonly string[] = [
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
    const kind = ownedFactOf(declaration)?.kind ?? '';
    if (!KINDS.includes(kind)) return;
    const isSetting = kind === 'account setting';
    const what = isSetting ? 'the same account setting' : `the ${kind}`;
    yield* repeatedFindings(declaration, scope, {
      is: `sets ${what} of the same registry`,
      are: `set ${what} of the same registry`,
      advice: `A registry has one ${isSetting ? 'value of it' : kind}: each apply overwrites the one by the other. ${isSetting ? 'Keep one of the blocks.' : 'Put all of it into one block.'}`,
      other: `The other ${kind} of the registry`,
    });
  },
};
