import { describe, expect, it } from 'vitest';
import {
  isMetBy,
  isMetByEveryValue,
  isMetWithoutKey,
} from '../../../../../server/src/ecr/documents/access/decision/conditionTest.ts';
import { readOperator } from '../../../../../server/src/facts/access/conditionOperators.ts';

function testOf(name: string, values: readonly (string | null)[], open = false) {
  const operator = readOperator(name);
  if (operator === null) throw new Error(`${name} is no operator`);
  return { operator, values, open };
}

describe('a request without the key', () => {
  it.each([
    ['StringEquals', ['a'], false],
    ['StringLike', ['*'], false],
    ['ArnLike', ['*'], false],
    ['Bool', ['false'], false],
    ['IpAddress', ['0.0.0.0/0'], false],
    ['StringNotEquals', ['a'], true],
    ['ArnNotLike', ['a'], true],
    ['NotIpAddress', ['10.0.0.0/8'], true],
    ['StringEqualsIfExists', ['a'], true],
    ['ArnLikeIfExists', ['a'], true],
    ['ForAllValues:StringLike', ['a'], true],
    ['ForAllValues:StringNotLike', ['a'], true],
    ['ForAnyValue:StringLike', ['a'], false],
    ['ForAnyValue:StringLikeIfExists', ['a'], false],
    ['ForAnyValue:StringNotEquals', ['a'], false],
    ['Null', ['true'], true],
    ['Null', ['TRUE'], true],
    ['Null', ['false'], false],
    ['Null', ['false', 'true'], true],
    ['Null', [null], null],
    ['Null', ['true', null], true],
    ['Null', ['false', null], null],
  ] as const)('meets %s %j: %s', (name, values, isMet) => {
    expect(isMetWithoutKey(testOf(name, values))).toBe(isMet);
  });

  it('may meet what may have other values', () => {
    expect(isMetWithoutKey(testOf('Null', ['false'], true))).toBeNull();
    expect(isMetWithoutKey(testOf('StringEquals', ['a'], true))).toBe(false);
  });
});

describe('a request with the key', () => {
  it.each([
    ['StringEquals', ['a', 'b'], 'b', true],
    ['StringEquals', ['A'], 'a', false],
    ['StringEqualsIgnoreCase', ['A'], 'a', true],
    ['StringEquals', ['*'], 'a', false],
    ['StringLike', ['a*'], 'abc', true],
    ['StringLike', ['a?'], 'abc', false],
    ['StringNotLike', ['a*'], 'abc', false],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', ['a', 'b'], 'c', true],
    ['ArnEquals', ['arn:*:role/x'], 'arn:aws:iam::1:role/x', true],
    ['Bool', ['TRUE'], 'true', true],
    ['Null', ['false'], 'a', true],
    ['Null', ['true'], 'a', false],
    ['StringEqualsIfExists', ['a'], 'b', false],
  ] as const)('meets %s %j with %s: %s', (name, values, given, isMet) => {
    expect(isMetBy(given, testOf(name, values))).toBe(isMet);
  });

  it.each([
    ['StringLike', ['*'], true],
    ['StringLike', ['a', '**'], true],
    ['StringEquals', ['*'], false],
    ['StringNotLike', ['*'], false],
    ['IpAddress', ['0.0.0.0/0'], true],
    ['IpAddress', ['10.0.0.0/8'], false],
    ['Null', ['false'], true],
    ['ArnLike', [null], false],
  ] as const)('meets %s %j whatever the value: %s', (name, values, isMet) => {
    expect(isMetByEveryValue(testOf(name, values))).toBe(isMet);
  });
});
