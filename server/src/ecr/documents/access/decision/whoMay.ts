import { matchAction } from './matchAction.ts';
import type { Condition, PrincipalSet, Statement } from './statement.ts';
import { identityOfCondition } from './statement.ts';
import type { Who } from './who.ts';
import { covers, EVERYONE, identityOfWho, intersection, SOMEBODY, whoIs } from './who.ts';

/** Some who may do something, by a policy. */
export interface Grant {
  readonly who: Who;
  /** When: all of them must be met. */
  readonly conditions: readonly Condition[];
  /** Those of them to whom it is denied. */
  readonly except: readonly Denial[];
  /** False where it may be that nothing is granted here. */
  readonly isSure: boolean;
}

/** Some who may not do it though it is granted. */
export interface Denial {
  readonly who: Who;
  readonly conditions: readonly Condition[];
  /** False where it may be that nothing is denied here. */
  readonly isSure: boolean;
}

/** Who may do something. Whoever meets none of the grants may not, where `isComplete` says that there is no other. */
export interface WhoMay {
  readonly grants: readonly Grant[];
  readonly isComplete: boolean;
}

/** More combinations of statements than this are not told. */
const GRANT_LIMIT = 100;

/**
 * Who may do all of some actions by a policy: IAM allows what a statement allows and none denies. `isWhole`: there are
 * no other statements; an unknown statement may deny what these allow.
 */
export function whoMay(statements: readonly Statement[], actions: readonly string[], isWhole: boolean): WhoMay {
  const denials = statements.flatMap((statement) => denialsOf(statement, actions));
  if (!isWhole) denials.push({ who: SOMEBODY, conditions: [], isSure: false });
  let grants: readonly Term[] = [{ who: EVERYONE, conditions: [], isSure: true }];
  for (const action of actions) {
    const allowed = statements.flatMap((statement) => termsOf(statement, 'Allow', [action]));
    if (grants.length * allowed.length > GRANT_LIMIT) return { grants: [], isComplete: false };
    grants = withoutRepetition(grants.flatMap((grant) => allowed.flatMap((term) => both(grant, term))));
  }
  return { grants: grants.flatMap((grant) => withDenials(grant, denials)), isComplete: isWhole };
}

type Term = Omit<Grant, 'except'>;

function denialsOf(statement: Statement, actions: readonly string[]): Denial[] {
  return termsOf(statement, 'Deny', actions);
}

/** What a statement says, with an effect, of the first of some actions that it is about. */
function termsOf({ effect, principals, ...statement }: Statement, wanted: string, actions: readonly string[]): Term[] {
  if (effect !== null && effect !== wanted) return [];
  const matches = actions.map((action) => matchAction(statement.actions, action));
  if (matches.every((match) => match === 'no')) return [];
  const isSure = effect !== null && matches.includes('yes');
  return peopleOf(principals).map((who) => ({ who, conditions: statement.conditions, isSure }));
}

function peopleOf(set: PrincipalSet | null): readonly Who[] {
  if (set === null) return [SOMEBODY];
  const people = set.principals.map(whoIs);
  if (set.isNegated) return [{ kind: 'everyoneBut', leftOut: set.open ? [...people, SOMEBODY] : people }];
  return set.open ? [...people, SOMEBODY] : people;
}

function both(one: Term, other: Term): Term[] {
  const who = intersection(one.who, other.who);
  if (who === null) return [];
  const conditions = [
    ...one.conditions,
    ...other.conditions.filter((condition) => !isAmong(condition, one.conditions)),
  ];
  return [{ who, conditions, isSure: one.isSure && other.isSure }];
}

/** Without those that another one grants already. */
function withoutRepetition(grants: readonly Term[]): readonly Term[] {
  return grants.filter(
    (grant, index) =>
      !grants.some(
        (other, at) => other !== grant && grantsAll(other, grant) && !(at > index && grantsAll(grant, other)),
      ),
  );
}

function grantsAll(one: Term, other: Term): boolean {
  return (one.isSure || !other.isSure) && covers(one.who, other.who) && isPartOf(one.conditions, other.conditions);
}

function withDenials(grant: Term, denials: readonly Denial[]): Grant[] {
  const except: Denial[] = [];
  for (const { who, conditions, isSure } of denials) {
    if (isSure && covers(who, grant.who) && isPartOf(conditions, grant.conditions)) return [];
    const denied = intersection(grant.who, who);
    if (denied !== null) except.push({ who: denied, conditions, isSure });
  }
  return [{ ...grant, except: onceEach(except) }];
}

function onceEach(denials: readonly Denial[]): readonly Denial[] {
  const told = new Set<string>();
  return denials.filter(({ who, conditions, isSure }) => {
    const identity = JSON.stringify([identityOfWho(who), conditions, isSure]);
    return !told.has(identity) && told.add(identity);
  });
}

function isPartOf(some: readonly Condition[], all: readonly Condition[]): boolean {
  return some.every((condition) => isAmong(condition, all));
}

function isAmong(condition: Condition, others: readonly Condition[]): boolean {
  // The condition of one statement is the same for all its actions, known or not.
  if (others.includes(condition)) return true;
  const identity = identityOfCondition(condition);
  return identity !== null && others.some((other) => identityOfCondition(other) === identity);
}
