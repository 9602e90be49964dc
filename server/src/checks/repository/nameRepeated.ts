import type { OwnedKind } from '../../ecr/owners/owned.ts';
import { ownedFactOf } from '../../ecr/owners/owned.ts';
import type { BlockCheck } from '../check.ts';
import type { RepeatedWords } from '../support/repeatedPolicies.ts';
import { repeatedFindings, repeatedThroughCalls } from '../support/repeatedPolicies.ts';

/** What two blocks share, by what they create. */
const NAMES: Readonly<Partial<Record<OwnedKind, string>>> = {
  repository: 'name',
  'public repository': 'name',
  'pull through cache rule': 'prefix',
  'creation template': 'prefix',
};

export const nameRepeated: BlockCheck = {
  subject: 'block',
  id: 'name-repeated',
  title: 'Two repositories, cache rules or templates of one registry have the same name',
  severity: 'error',
  *check(declaration, scope) {
    const words = wordsOf(ownedFactOf(declaration)?.kind);
    if (words !== undefined) yield* repeatedFindings(declaration, scope, words);
    yield* repeatedThroughCalls(declaration, scope, wordsOf);
  },
};

function wordsOf(kind: OwnedKind | undefined): RepeatedWords | undefined {
  const name = kind === undefined ? undefined : NAMES[kind];
  if (name === undefined) return undefined;
  return {
    is: `has the same ${name}, provider and region`,
    are: `have the same ${name}, provider and region`,
    advice: `A registry can have only one ${kind} with a given ${name}; AWS refuses the second at apply ("already exists"). Give one of them another ${name}.`,
    other: `The other ${kind} with that ${name}`,
  };
}
