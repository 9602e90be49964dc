import type { AccessTarget } from '../../../../facts/access/accessPlaces.ts';
import { capital, listed } from '../../../sentenceParts.ts';
import { capabilitiesOf } from '../decision/capabilities.ts';
import { matchAction } from '../decision/matchAction.ts';
import type { NameSet, PrincipalSet, Statement } from '../decision/statement.ts';
import type { Who } from '../decision/who.ts';
import { EVERYONE, SOMEBODY, whoIs } from '../decision/who.ts';
import type { Subject } from './whoWords.ts';
import { leftOutWords, subjectOf, whoWords } from './whoWords.ts';

/** What one statement says, as a sentence: "Account 111122223333 may pull (ecr:BatchGetImage, …)." Plain text. */
export function statementWords(statement: Statement, target: AccessTarget): string {
  const { effect, actions } = statement;
  const what = actionWords(actions, target);
  if (effect === 'Deny') return forbiddenWords(statement, what);
  const { who, when } = subjectOfStatement(statement);
  return effect === null ? `Whether ${who} may ${what}${when} is not known.` : `${capital(who)} may ${what}${when}.`;
}

/** What a deny statement forbids: "Nobody may push, whatever allows it." `does` follows "may". */
export function forbiddenWords(statement: Statement, does: string): string {
  const [only, ...others] = peopleOf(statement.principals);
  const { who, when } = subjectOfStatement(statement);
  return `${forbidden(others.length === 0 ? only : undefined, who)} ${does}${when}, whatever allows it.`;
}

function forbidden(only: Who | undefined, who: string): string {
  if (only?.kind === 'everyoneBut') return `Nobody except ${leftOutWords(only)} may`;
  return who === whoWords(EVERYONE) ? 'Nobody may' : `${capital(who)} may not`;
}

function subjectOfStatement({ principals, conditions }: Statement): Subject {
  const people = peopleOf(principals);
  const [only] = people;
  return people.length === 1 && only !== undefined
    ? subjectOf(only, conditions)
    : { who: peopleWords(principals, people), when: subjectOf(SOMEBODY, conditions).when };
}

/** Whom a statement names; somebody where that is unknown. */
export function peopleOf(set: PrincipalSet | null): readonly Who[] {
  if (set === null) return [SOMEBODY];
  const people = set.principals.map(whoIs);
  return set.isNegated ? [{ kind: 'everyoneBut', leftOut: people }] : people;
}

function peopleWords(set: PrincipalSet | null, people: readonly Who[]): string {
  const known = people.map(whoWords);
  const all = set?.open === true ? [...known, 'principals that are not known'] : known;
  return all.length === 0 ? 'nobody, because no principal is named,' : listed([...new Set(all)]);
}

const EVERYTHING = /^(?:\*|ecr(?:-public)?:\*)$/i;

/** The subject of a statement: what people do with its actions, then the actions. */
function actionWords(names: NameSet | null, target: AccessTarget): string {
  if (names === null) return 'do what is not known';
  const texts = listedNames(names);
  if (names.isNegated) return `do everything except ${texts}`;
  if (names.patterns.length === 0 && !names.open) return 'do nothing, because no action is named';
  if (names.patterns.some((pattern) => pattern !== null && EVERYTHING.test(pattern))) return `do everything (${texts})`;
  const able = capabilitiesOf(target)
    .filter(({ actions }) => actions.every((action) => matchAction(names, action) === 'yes'))
    .map(({ does }) => does);
  return able.length === 0 ? `use ${texts}` : `${listed(able)} (${texts})`;
}

function listedNames({ patterns, open }: NameSet): string {
  const texts = patterns.map((pattern) => pattern ?? 'an action that is not known');
  return [...texts, ...(open ? ['actions that are not known'] : [])].join(', ');
}
