import type { Principal } from './statement.ts';

/** The principals that a part of a policy applies to. An account includes all its roles and users. */
export type Who =
  | { readonly kind: 'everyone' }
  /** Excluded principals name accounts that cannot be distinguished from others. */
  | { readonly kind: 'everyoneBut'; readonly leftOut: readonly Who[] }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'arn'; readonly account: string; readonly arn: string }
  | { readonly kind: 'service'; readonly service: string }
  /** One principal; `text` is as written, null when unknown. */
  | { readonly kind: 'unknown'; readonly text: string | null };

export const EVERYONE: Who = { kind: 'everyone' };
export const SOMEBODY: Who = { kind: 'unknown', text: null };

const ACCOUNT = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/;
const IDENTITY = /^arn:[\w-]+:iam::(\d{12}):(?:role|user)\/[^*?]+$/;

/** The principals that an entry of a policy means. */
export function whoIs({ kind, text }: Principal): Who {
  if (text === null) return SOMEBODY;
  if (kind === '*') return EVERYONE;
  if (kind === 'Service') return { kind: 'service', service: text.toLowerCase() };
  if (kind !== 'AWS') return { kind: 'unknown', text };
  if (text === '*') return EVERYONE;
  const account = ACCOUNT.exec(text)?.[1];
  if (account !== undefined) return { kind: 'account', account };
  const owner = IDENTITY.exec(text)?.[1];
  return owner === undefined ? { kind: 'unknown', text } : { kind: 'arn', account: owner, arn: text };
}

/** True when all of `one` are certain to be among `all`. */
export function covers(all: Who, one: Who): boolean {
  if (all.kind === 'everyone') return true;
  if (all.kind === 'everyoneBut') {
    if (one.kind === 'everyoneBut') return all.leftOut.every((who) => one.leftOut.some((other) => isSame(who, other)));
    return isDefinite(one) && !isNamedIn(one, all.leftOut);
  }
  return isSame(all, one) || (all.kind === 'account' && one.kind === 'arn' && one.account === all.account);
}

/** The principals in both; null for nobody. What may or may not be in both is `unknown`. */
export function intersection(one: Who, other: Who): Who | null {
  if (covers(one, other)) return other;
  if (covers(other, one)) return one;
  if (one.kind === 'everyoneBut' && other.kind === 'everyoneBut') {
    return { kind: 'everyoneBut', leftOut: [...one.leftOut, ...other.leftOut] };
  }
  if (one.kind === 'unknown' || one.kind === 'everyoneBut') return vague(one, other);
  if (other.kind === 'unknown' || other.kind === 'everyoneBut') return vague(other, one);
  return null;
}

/** A text that is equal for equal principals. */
export function identityOfWho(who: Who): string {
  switch (who.kind) {
    case 'everyone':
      return '*';
    case 'everyoneBut':
      return `!${who.leftOut.map(identityOfWho).sort().join(' ')}`;
    case 'account':
      return who.account;
    case 'arn':
      return who.arn;
    case 'service':
      return who.service;
    case 'unknown':
      return `?${who.text ?? ''}`;
  }
}

function isSame(one: Who, other: Who): boolean {
  const isNamed = one.kind !== 'unknown' || one.text !== null;
  return one.kind === other.kind && isNamed && identityOfWho(one) === identityOfWho(other);
}

/** True for principals whose identity is known. */
function isDefinite(who: Who): boolean {
  return who.kind === 'account' || who.kind === 'arn' || who.kind === 'service';
}

/** True when the named principals may be among the excluded ones, or share an account with them. */
function isNamedIn(who: Who, leftOut: readonly Who[]): boolean {
  return leftOut.some((other) => {
    if (!isDefinite(other)) return true;
    const account = accountOf(who);
    return account === null ? isSame(who, other) : account === accountOf(other);
  });
}

function accountOf(who: Who): string | null {
  return who.kind === 'account' || who.kind === 'arn' ? who.account : null;
}

/** The principals of `known` that `unclear` may mean. */
function vague(unclear: Who, known: Who): Who {
  if (unclear.kind === 'unknown' && unclear.text !== null) return unclear;
  return isDefinite(known) ? { kind: 'unknown', text: identityOfWho(known) } : SOMEBODY;
}
