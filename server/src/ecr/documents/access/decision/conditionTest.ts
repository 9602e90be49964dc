import type { WrittenOperator } from '../../../../facts/access/conditionOperators.ts';
import { matchesPattern } from './matchAction.ts';

/** A key that a condition tests, as far as its values are known. */
export interface ConditionTest {
  readonly operator: WrittenOperator;
  /** Null for an unknown value. */
  readonly values: readonly (string | null)[];
  /** True when there may be other values. */
  readonly open: boolean;
}

/**
 * Whether a request without a test's key meets it, by IAM's rules: negated tests, optional tests and tests of all values
 * are met; null when that is unknown.
 */
export function isMetWithoutKey({
  operator: { fact, quantifier, ifExists },
  values,
  open,
}: ConditionTest): boolean | null {
  if (quantifier === 'ForAnyValue') return false;
  if (quantifier === 'ForAllValues' || ifExists) return true;
  if (fact.family !== 'Null') return fact.isNegated;
  if (values.some((value) => value?.toLowerCase() === 'true')) return true;
  return open || values.includes(null) ? null : false;
}

/** Whether a request in which a test's key has a value meets it; only of a test whose values are all known. */
export function isMetBy(given: string, { operator: { fact }, values }: ConditionTest): boolean {
  return values.some((value) => value !== null && isEqual(value, given, fact)) !== fact.isNegated;
}

/** Values that match every request that has the key. */
const WHOLE_INTERNET = ['0.0.0.0/0', '::/0'];

/** True where every request that has a test's key meets it. */
export function isMetByEveryValue({ operator: { fact }, values }: ConditionTest): boolean {
  if (fact.isNegated) return false;
  return values.some((value) => {
    if (fact.family === 'IpAddress') return value !== null && WHOLE_INTERNET.includes(value);
    if (fact.family === 'Null') return value?.toLowerCase() === 'false';
    return fact.takesWildcards && value !== null && /^\*+$/.test(value);
  });
}

function isEqual(value: string, given: string, { name, family, takesWildcards }: WrittenOperator['fact']): boolean {
  // The key is there.
  if (family === 'Null') return value.toLowerCase() === 'false';
  if (takesWildcards) return matchesPattern(value, given);
  const ignoresCase = family === 'Bool' || name.endsWith('IgnoreCase');
  return ignoresCase ? value.toLowerCase() === given.toLowerCase() : value === given;
}
