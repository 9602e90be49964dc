import type { WrittenOperator } from '../../../../facts/access/conditionOperators.ts';
import { readOperator } from '../../../../facts/access/conditionOperators.ts';
import { isMetBy, isMetWithoutKey } from './conditionTest.ts';
import { matchAction, matchesPattern } from './matchAction.ts';
import type { Condition, Principal, Statement } from './statement.ts';
import { whoIs } from './who.ts';

/** Somebody who asks. */
export type Caller =
  | { readonly kind: 'aws'; readonly account: string; readonly arn: string }
  | { readonly kind: 'service'; readonly service: string }
  /** Whom a text stands for of which no more is known. */
  | { readonly kind: 'written'; readonly principal: string };

/** What comes with a request, by keys in small letters; null or no entry for a key that it lacks. */
export type RequestContext = ReadonlyMap<string, string | null>;

/** The key under which a context holds the repository that is asked for. */
export const REPOSITORY_KEY = 'repository of the request';

type Test = Extract<Condition, { kind: 'test' }>;

/** True where some statement with an effect is about a request. */
export function isCovered(
  statements: readonly Statement[],
  effect: 'Allow' | 'Deny',
  action: string,
  caller: Caller,
  context: RequestContext,
): boolean {
  return statements.some(
    (statement) =>
      statement.effect === effect &&
      matchAction(statement.actions, action) === 'yes' &&
      isAbout(statement, caller) &&
      statement.conditions.every((condition) => isMet(condition, contextOf(caller, context))),
  );
}

/** Some keys say who asks. */
function contextOf(caller: Caller, context: RequestContext): RequestContext {
  if (caller.kind !== 'aws') return context;
  return new Map([...context, ['aws:principalaccount', caller.account], ['aws:principalarn', caller.arn]]);
}

function isAbout({ principals }: Statement, caller: Caller): boolean {
  if (principals === null) return false;
  const isNamed = principals.principals.some((principal) => isSameCaller(principal, caller));
  return isNamed !== principals.isNegated;
}

function isSameCaller(principal: Principal, caller: Caller): boolean {
  const who = whoIs(principal);
  switch (who.kind) {
    case 'everyone':
      return true;
    case 'account':
      return caller.kind === 'aws' && caller.account === who.account;
    case 'arn':
      return caller.kind === 'aws' && caller.arn === who.arn;
    case 'service':
      return caller.kind === 'service' && caller.service === who.service;
    default:
      return caller.kind === 'written' && caller.principal === writtenKey(principal);
  }
}

/** A text by which the same principals are the same. */
export function writtenKey({ kind, text }: Principal): string {
  return `${kind} ${text ?? ''}`;
}

/** A key that stands for a condition which is not judged by values: met or not, whatever else a request has. */
export function atomOf(condition: Condition): string | null {
  if (condition.kind === 'unknown') return 'atom';
  if (condition.kind === 'resource') return null;
  const operator = readOperator(condition.operator);
  if (operator !== null && !condition.values.includes(null) && isCompared(operator)) return null;
  const name = operator?.fact.name.replace('Not', '') ?? condition.operator;
  return `atom ${name} ${condition.key.toLowerCase()} ${[...condition.values].sort().join(' ')}`;
}

/** True for operators that compare texts. */
function isCompared({ fact: { family } }: WrittenOperator): boolean {
  return family === 'String' || family === 'Arn' || family === 'Bool' || family === 'Null';
}

function isMet(condition: Condition, context: RequestContext): boolean {
  const atom = atomOf(condition);
  if (condition.kind === 'resource') {
    const repository = context.get(REPOSITORY_KEY) ?? '';
    return condition.patterns.some((pattern) => matchesPattern(pattern, repository)) !== condition.isNegated;
  }
  if (condition.kind === 'unknown') return context.get(atom ?? '') === 'true';
  const operator = readOperator(condition.operator);
  if (atom !== null || operator === null) {
    return (context.get(atom ?? '') === 'true') !== (operator?.fact.isNegated ?? false);
  }
  return isTestMet(condition, operator, context.get(condition.key.toLowerCase()) ?? null);
}

/** Whether a request meets a test whose values are all known. */
function isTestMet({ values }: Test, operator: WrittenOperator, given: string | null): boolean {
  const test = { operator, values, open: false };
  return given === null ? isMetWithoutKey(test) === true : isMetBy(given, test);
}
