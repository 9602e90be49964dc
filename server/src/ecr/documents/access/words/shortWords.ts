import { capital } from '../../../sentenceParts.ts';
import type { Capability } from '../decision/capabilities.ts';
import type { Who } from '../decision/who.ts';
import type { Grant, WhoMay } from '../decision/whoMay.ts';
import type { AskedPolicy } from './sumWords.ts';
import { answersOf } from './sumWords.ts';
import { subjectOf } from './whoWords.ts';

/** Beyond this number, principals are only counted. */
const NAMED = 3;

/** Who may do something, in a few words: "111122223333, organization o-1234567890", "nobody". */
function shortWords({ grants, isComplete }: WhoMay): string {
  const names = [...new Set(grants.map(shortGrant))];
  const more = names.length > NAMED ? [`${names.length - NAMED} more`] : [];
  const others = isComplete ? [] : ['others not known'];
  const all = [...names.slice(0, NAMED), ...more, ...others];
  return all.length === 0 ? 'nobody' : all.join(', ');
}

/** Who may pull and who may push by a policy; null for questions that do not apply to the policy. */
export function shortAnswer(policy: AskedPolicy, id: Capability['id']): string | null {
  const answer = answersOf(policy).find(({ capability }) => capability.id === id);
  return answer === undefined ? null : shortWords(answer.whoMay);
}

/** A policy in a line: "Pull: 111122223333 · Push: nobody". */
export function accessInALine(policy: AskedPolicy): string {
  const told = answersOf(policy).filter(({ capability, whoMay }) => capability.isUsual || whoMay.grants.length > 0);
  return told.map(({ capability, whoMay }) => `${capital(capability.id)}: ${shortWords(whoMay)}`).join(' · ');
}

function shortGrant({ who, conditions, except, isSure }: Grant): string {
  const subject = subjectOf(who, conditions);
  const name = who.kind === 'everyone' ? shortGroup(subject.who) : shortName(who);
  const isLimited = subject.when !== '' || except.some((denial) => denial.isSure);
  const isOpen = !isSure || except.some((denial) => !denial.isSure);
  const remarks = [...(isLimited ? ['limited'] : []), ...(isOpen ? ['not sure'] : [])];
  return remarks.length === 0 ? name : `${name} (${remarks.join(', ')})`;
}

function shortGroup(words: string): string {
  return words === 'everyone in AWS' ? 'everyone' : words.replace(/^everyone in (?:the )?/, '');
}

function shortName(who: Exclude<Who, { readonly kind: 'everyone' }>): string {
  switch (who.kind) {
    case 'everyoneBut':
      return 'nearly everyone';
    case 'account':
      return who.account;
    case 'arn':
      return `${who.account} ${who.arn.split(':').slice(5).join(':')}`;
    case 'service':
      return who.service.replace(/\.amazonaws\.com$/, '');
    case 'unknown':
      return who.text ?? 'not known';
  }
}
