import { matchAction, matchesPattern } from '../../ecr/documents/access/decision/matchAction.ts';
import type { Condition, Principal, Statement } from '../../ecr/documents/access/decision/statement.ts';
import { whoIs } from '../../ecr/documents/access/decision/who.ts';
import type { WrittenOperator } from '../../facts/access/conditionOperators.ts';
import { readOperator } from '../../facts/access/conditionOperators.ts';

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

function isTestMet({ values }: Test, { fact, quantifier, ifExists }: WrittenOperator, given: string | null): boolean {
  const texts = values.filter((value) => value !== null);
  if (fact.family === 'Null') return texts.some((text) => text.toLowerCase() === String(given === null));
  if (given === null) return ifExists || quantifier === 'ForAllValues' || (fact.isNegated && quantifier === null);
  return texts.some((text) => isEqual(text, given, fact)) !== fact.isNegated;
}

function isEqual(text: string, given: string, { name, family, takesWildcards }: WrittenOperator['fact']): boolean {
  if (takesWildcards) return matchesPattern(text, given);
  const ignoresCase = family === 'Bool' || name.endsWith('IgnoreCase');
  return ignoresCase ? text.toLowerCase() === given.toLowerCase() : text === given;
}
