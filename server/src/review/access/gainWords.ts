import type { AccessPolicy } from '../../ecr/documents/access/accessPolicy.ts';
import type { Caller } from '../../ecr/documents/access/decision/request.ts';
import type { Statement } from '../../ecr/documents/access/decision/statement.ts';
import type { Who } from '../../ecr/documents/access/decision/who.ts';
import { covers, EVERYONE } from '../../ecr/documents/access/decision/who.ts';
import { whoMay } from '../../ecr/documents/access/decision/whoMay.ts';
import { sumWords } from '../../ecr/documents/access/words/sumWords.ts';
import { subjectOf, whoWords } from '../../ecr/documents/access/words/whoWords.ts';
import { capital, listed } from '../../ecr/sentenceParts.ts';
import type { Gain } from './accessGains.ts';
import { ANYONE } from './possibleRequests.ts';

/** Beyond this number, sentences are only counted. */
const MOST_SENTENCES = 6;

/** Who may do what by the policy that grants it: "Account 111122223333 may pull and push." */
export function gainSentences(gains: readonly Gain[], giving: readonly Statement[], verb: string): readonly string[] {
  const told = new Map<string, string[]>();
  for (const { capability, caller, isByDenial } of gains) {
    if (isByDenial) continue;
    const subject = subjectWords(caller, giving, capability.actions);
    const does = told.get(subject) ?? [];
    if (!does.includes(capability.does)) does.push(capability.does);
    told.set(subject, does);
  }
  const sentences = [...told].map(([subject, does]) => `${capital(subject).replace('%', `${verb} ${listed(does)}`)}.`);
  const rest = sentences.length - MOST_SENTENCES;
  return rest > 0 ? [...sentences.slice(0, MOST_SENTENCES), `So may ${rest} more.`] : sentences;
}

/** Principals and conditions, with `%` in place of the action. */
function subjectWords(caller: Caller, giving: readonly Statement[], actions: readonly string[]): string {
  const who = whoOf(caller);
  const grant = whoMay(giving, actions, true).grants.find((one) => covers(one.who, who));
  if (grant === undefined) return `${whoWords(who)} %`;
  // A principal that "everyone" includes is listed as everyone.
  const subject = subjectOf(grant.who, grant.conditions);
  return `${subject.who.replaceAll('%', '')} %${subject.when.replaceAll('%', '')}`;
}

function whoOf(caller: Caller): Who {
  if (caller === ANYONE) return EVERYONE;
  switch (caller.kind) {
    case 'aws':
      return caller.arn.endsWith(':role/someone-else')
        ? { kind: 'account', account: caller.account }
        : { kind: 'arn', account: caller.account, arn: caller.arn };
    case 'service':
      return caller;
    case 'written':
      return { kind: 'unknown', text: caller.principal.slice(caller.principal.indexOf(' ') + 1) };
  }
}

/** A summary of who may do what by a policy; null means no policy. */
export function sideWords(name: string, policy: AccessPolicy | null): string {
  const words = policy === null ? ['there is no policy.'] : sumWords(policy);
  return `${name}: ${words.length === 0 ? 'nobody may do anything by it.' : words.join(' ')}`;
}
