import { actionNames } from '../../../facts/access/accessActions.ts';
import { conditionKey } from '../../../facts/access/conditionKeys.ts';
import type { AccessPolicy, AccessStatement, AccessTest } from './accessPolicy.ts';
import { holds } from './actions.ts';
import type { ConditionTest } from './decision/conditionTest.ts';
import { isMetByEveryValue, isMetWithoutKey } from './decision/conditionTest.ts';
import { denying, everyoneIn } from './principals.ts';

/** The test as the decision takes it; null for one whose operator does not exist. */
function decided({ operator, values, open }: AccessTest): ConditionTest | null {
  return operator === null ? null : { operator, values: values.map(({ text }) => text), open };
}

/** True when a test excludes, or may exclude, somebody by identity. */
function narrows(test: AccessTest): boolean {
  const fact = conditionKey(test.key);
  // It is unknown whether a request has an unknown key.
  if (fact === undefined) return true;
  const known = decided(test);
  if (!fact.narrows || (known !== null && isMetByEveryValue(known))) return false;
  if (fact.family === 'Bool' && test.values.every(({ text }) => text?.toLowerCase() === 'false')) return false;
  return known === null || isMetWithoutKey(known) !== true;
}

/** True when the conditions of a statement for everyone are certain to exclude nobody by identity. */
function isOpen({ conditions }: AccessStatement): boolean {
  if (conditions.state !== 'known') return conditions.state === 'absent';
  return !conditions.open && !conditions.tests.some(narrows);
}

/** True when a deny statement may exclude a principal about which nothing is known. */
function mayShutOut(statement: AccessStatement): boolean {
  const { principals, conditions } = statement;
  const isListed = principals.state === 'known' && !principals.isNegated && !principals.open;
  if (isListed && everyoneIn(statement) === undefined) return false;
  if (conditions.state !== 'known') return true;
  return (
    conditions.open ||
    conditions.tests.every((test) => conditionKey(test.key)?.narrows !== false && mayMeetWithoutKey(test))
  );
}

function mayMeetWithoutKey(test: AccessTest): boolean {
  const known = decided(test);
  return known === null || isMetWithoutKey(known) !== false;
}

/** The statements that let everyone do something, regardless of identity, each with the names of those actions. */
export function openActions(policy: AccessPolicy): ReadonlyMap<AccessStatement, readonly string[]> {
  const open = new Map<AccessStatement, readonly string[]>();
  if (!policy.isWhole) return open;
  const { service } = policy;
  const shutting = denying(policy).filter(mayShutOut);
  for (const statement of policy.statements) {
    const { effect } = statement;
    const isAllowed = effect.state === 'known' && effect.value === 'Allow';
    if (!isAllowed || everyoneIn(statement) === undefined || !isOpen(statement)) continue;
    const actions = actionNames(service).filter(
      (name) =>
        holds(statement.actions, name, service) === 'yes' &&
        shutting.every((denial) => holds(denial.actions, name, service) === 'no'),
    );
    if (actions.length > 0) open.set(statement, actions);
  }
  return open;
}
