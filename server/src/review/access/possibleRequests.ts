import type { Caller, RequestContext } from '../../ecr/documents/access/decision/request.ts';
import { atomOf, REPOSITORY_KEY, writtenKey } from '../../ecr/documents/access/decision/request.ts';
import type { Condition, Statement } from '../../ecr/documents/access/decision/statement.ts';
import { whoIs } from '../../ecr/documents/access/decision/who.ts';

/** A principal that no policy names: what it may do, everyone may. */
export const ANYONE: Caller = { kind: 'aws', account: '', arn: 'arn:aws:iam:::role/anyone' };

/** Beyond this number, contexts are not combined. */
const MOST_CONTEXTS = 512;

/** One of each kind of callers that some statements distinguish. */
export function callersOf(statements: readonly Statement[]): readonly Caller[] {
  const found = new Map<string, Caller>([['', ANYONE]]);
  const add = (caller: Caller) => found.set(JSON.stringify(caller), caller);
  for (const { principals, conditions } of statements) {
    for (const principal of principals?.principals ?? []) {
      const who = whoIs(principal);
      if (who.kind === 'account') add(someoneOf(who.account));
      else if (who.kind === 'arn') {
        add({ kind: 'aws', account: who.account, arn: who.arn });
        add(someoneOf(who.account));
      } else if (who.kind === 'service') add({ kind: 'service', service: who.service });
      else if (who.kind !== 'everyone') add({ kind: 'written', principal: writtenKey(principal) });
    }
    for (const caller of conditions.flatMap(callersIn)) add(caller);
  }
  return [...found.values()];
}

function someoneOf(account: string): Caller {
  return { kind: 'aws', account, arn: `arn:aws:iam::${account}:role/someone-else` };
}

/** The callers that a condition names. */
function callersIn(condition: Condition): Caller[] {
  if (condition.kind !== 'test') return [];
  const texts = condition.values.filter((value) => value !== null);
  if (condition.key.toLowerCase() === 'aws:principalaccount') return texts.map(someoneOf);
  if (condition.key.toLowerCase() !== 'aws:principalarn') return [];
  return texts.map((text) => {
    const arn = filled(text);
    return { kind: 'aws', account: arn.split(':')[4] ?? '', arn };
  });
}

/** A context of each kind that some statements distinguish. */
export function contextsOf(statements: readonly Statement[]): readonly RequestContext[] {
  const found = new Map<string, Set<string | null>>();
  const add = (key: string, more: readonly string[]) => {
    const known = found.get(key) ?? new Set<string | null>([null]);
    for (const value of more) known.add(value);
    found.set(key, known);
  };
  for (const condition of statements.flatMap((statement) => statement.conditions)) {
    const atom = atomOf(condition);
    if (atom !== null) add(atom, ['true']);
    else if (condition.kind === 'resource') add(REPOSITORY_KEY, condition.patterns.map(filled));
    else if (condition.kind === 'test' && !SAYS_WHO.has(condition.key.toLowerCase())) {
      const values = condition.values.flatMap((value) => (value === null ? [] : filled(value)));
      add(condition.key.toLowerCase(), ['something else', ...values]);
    }
  }
  return combined([...found]);
}

/** The caller gives these. */
const SAYS_WHO = new Set(['aws:principalaccount', 'aws:principalarn']);

function combined(values: readonly (readonly [string, ReadonlySet<string | null>])[]): readonly RequestContext[] {
  const count = values.reduce((product, [, { size }]) => product * size, 1);
  if (count > MOST_CONTEXTS) return apart(values);
  let contexts: Map<string, string | null>[] = [new Map()];
  for (const [key, choices] of values) {
    contexts = contexts.flatMap((context) => [...choices].map((value) => new Map([...context, [key, value]])));
  }
  return contexts;
}

/** Each value alone, and with the first value of every other key. */
function apart(values: readonly (readonly [string, ReadonlySet<string | null>])[]): readonly RequestContext[] {
  const firsts = new Map(values.map(([key, choices]) => [key, [...choices].at(-1) ?? null]));
  return values.flatMap(([key, choices]) =>
    [...choices].flatMap((value) => [new Map([[key, value]]), new Map([...firsts, [key, value]])]),
  );
}

/** A text that matches a pattern. */
function filled(pattern: string): string {
  return pattern.replaceAll('*', 'x').replaceAll('?', 'x');
}
