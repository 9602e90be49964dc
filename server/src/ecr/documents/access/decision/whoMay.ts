import { matchAction } from './matchAction.ts';
import type { Condition, PrincipalSet, Statement } from './statement.ts';
import { identityOfCondition } from './statement.ts';
import type { Who } from './who.ts';
import { covers, EVERYONE, identityOfWho, intersection, SOMEBODY, whoIs } from './who.ts';

/** Principals that may do something by a policy. */
export interface Grant {
  readonly who: Who;
  /** The conditions: all of them must be met. */
  readonly conditions: readonly Condition[];
  /** The excluded principals. */
  readonly except: readonly Denial[];
  /** False when it is uncertain that this grants anything. */
  readonly isSure: boolean;
}

/** Principals that may not do something although it is granted. */
export interface Denial {
  readonly who: Who;
  readonly conditions: readonly Condition[];
  /** False when it is uncertain that this denies anything. */
  readonly isSure: boolean;
}

/** Who may do something. When `isComplete`, nobody outside the grants may. */
export interface WhoMay {
  readonly grants: readonly Grant[];
  readonly isComplete: boolean;
}

/** Beyond this number, combinations of statements are not listed. */
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

/** The principals of a statement with an effect, for the first of some actions that it covers. */
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

/** The grants that no other grant covers. */
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
  // The condition of a statement is the same for all its actions, known or not.
  if (others.includes(condition)) return true;
  const identity = identityOfCondition(condition);
  return identity !== null && others.some((other) => identityOfCondition(other) === identity);
}
