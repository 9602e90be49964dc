import { actionNames } from '../../../facts/access/accessActions.ts';
import { conditionKey } from '../../../facts/access/conditionKeys.ts';
import type { AccessPolicy, AccessStatement, AccessTest } from './accessPolicy.ts';
import { holds } from './actions.ts';
import { denying, everyoneIn } from './principals.ts';

/**
 * Whether a request without a test's key satisfies the test, by IAM's rules: true for negated tests, optional tests and
 * tests of all values; null when that is unknown.
 */
function isMetWithoutKey({ operator, values, open }: AccessTest): boolean | null {
  if (operator === null) return null;
  const { fact, quantifier, ifExists } = operator;
  if (quantifier === 'ForAnyValue') return false;
  if (quantifier === 'ForAllValues' || ifExists || fact.isNegated) return true;
  if (fact.family !== 'Null') return false;
  const [value, ...others] = values;
  if (open || value === undefined || value.text === null || others.length > 0) return null;
  return value.text.toLowerCase() === 'true';
}

/** Values that match every request that has the key. */
const WHOLE_INTERNET = ['0.0.0.0/0', '::/0'];

function isMetByEveryValue({ operator, values }: AccessTest): boolean {
  if (operator === null || operator.fact.isNegated) return false;
  const { fact } = operator;
  const accepts = (text: string | null) => {
    if (fact.family === 'IpAddress') return text !== null && WHOLE_INTERNET.includes(text);
    if (fact.family === 'Null') return text?.toLowerCase() === 'false';
    return fact.takesWildcards && text !== null && /^\*+$/.test(text);
  };
  return values.some(({ text }) => accepts(text));
}

/** True when a test excludes somebody by who asks, or may. */
function narrows(test: AccessTest): boolean {
  const fact = conditionKey(test.key);
  // It is unknown who has an unknown key.
  if (fact === undefined) return true;
  if (!fact.narrows || isMetByEveryValue(test)) return false;
  if (fact.family === 'Bool' && test.values.every(({ text }) => text?.toLowerCase() === 'false')) return false;
  return isMetWithoutKey(test) !== true;
}

/** True when the conditions of a statement for everyone are sure not to exclude anybody by who asks. */
function isOpen({ conditions }: AccessStatement): boolean {
  if (conditions.state !== 'known') return conditions.state === 'absent';
  return !conditions.open && !conditions.tests.some(narrows);
}

/** True where a statement that denies may keep out somebody whom nothing is known of. */
function mayShutOut(statement: AccessStatement): boolean {
  const { principals, conditions } = statement;
  const isListed = principals.state === 'known' && !principals.isNegated && !principals.open;
  if (isListed && everyoneIn(statement) === undefined) return false;
  if (conditions.state !== 'known') return true;
  return (
    conditions.open ||
    conditions.tests.every((test) => conditionKey(test.key)?.narrows !== false && isMetWithoutKey(test) !== false)
  );
}

/** The statements that let everyone do something, whoever it is, each with the names of those actions. */
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
