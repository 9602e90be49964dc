import { readOperator } from '../../../../facts/access/conditionOperators.ts';
import { capital, listed } from '../../../sentenceParts.ts';
import type { AccessPolicy } from '../accessPolicy.ts';
import type { Capability } from '../decision/capabilities.ts';
import { capabilitiesOf } from '../decision/capabilities.ts';
import { matchAction } from '../decision/matchAction.ts';
import type { Condition, Statement } from '../decision/statement.ts';
import { statementsOf } from '../decision/statementsOf.ts';
import type { Who } from '../decision/who.ts';
import { covers, identityOfWho, intersection } from '../decision/who.ts';
import type { Denial, Grant, WhoMay } from '../decision/whoMay.ts';
import { whoMay } from '../decision/whoMay.ts';
import { forbiddenWords, peopleOf, statementWords } from './statementWords.ts';
import { leftOutWords, subjectOf, whenWords } from './whoWords.ts';

/** The questions about an access policy. */
export type AskedPolicy = Pick<AccessPolicy, 'statements' | 'isWhole' | 'target'>;

/** Something that people do, and who may do it by a policy. */
export interface Answer {
  readonly capability: Capability;
  readonly whoMay: WhoMay;
}

/** Who may do what by a policy, in a fixed order. */
export function answersOf(policy: AskedPolicy): readonly Answer[] {
  const statements = statementsOf(policy);
  return capabilitiesOf(policy.target).map((capability) => ({
    capability,
    whoMay: whoMay(statements, capability.actions, policy.isWhole),
  }));
}

/** A summary of who may do what by a policy, one sentence each: "Account 111122223333 may pull." Plain text. */
export function sumWords(policy: AskedPolicy): readonly string[] {
  const answers = answersOf(policy);
  const isOpen = policy.target === 'public' ? ['Everyone may pull: ECR Public is open to all.'] : [];
  return [...isOpen, ...grantSentences(answers), ...otherSentences(answers), ...denialSentences(policy, answers)];
}

/** Principals that may do several things in the same way are listed once. */
function grantSentences(answers: readonly Answer[]): readonly string[] {
  const told = new Map<string, { readonly grant: Grant; readonly does: string[] }>();
  for (const { capability, whoMay: answer } of answers) {
    for (const grant of answer.grants) {
      const key = grantWords(grant, '');
      const known = told.get(key);
      if (known === undefined) told.set(key, { grant, does: [capability.does] });
      else if (!known.does.includes(capability.does)) known.does.push(capability.does);
    }
  }
  return [...told.values()].map(({ grant, does }) => grantWords(grant, listed(does)));
}

function grantWords({ who, conditions, except, isSure }: Grant, does: string): string {
  const required = except.map((denial) => requirementOf(denial, who));
  const denials = except.filter((_, index) => required[index] === null);
  const subject = subjectOf(who, [...conditions, ...required.filter((condition) => condition !== null)]);
  const sentence = isSure
    ? `${capital(subject.who)} may ${does}${subject.when}`
    : `Whether ${subject.who} may ${does}${subject.when} is not known`;
  return `${sentence}${[...new Set(denials.map((denial) => denialWords(denial, who)))].join('')}.`;
}

/** What deny statements forbid, which holds for identity policies too; without those that the grants already tell. */
function denialSentences(policy: AskedPolicy, answers: readonly Answer[]): readonly string[] {
  const sentences = statementsOf(policy).flatMap((statement) => {
    if (statement.effect !== 'Deny') return [];
    const denied = answers.filter(({ capability: { actions } }) =>
      actions.some((action) => matchAction(statement.actions, action) === 'yes'),
    );
    if (denied.length > 0 && denied.every(({ whoMay: { grants } }) => isTold(statement, grants))) return [];
    const does = listed(
      denied.map(({ capability }) => capability.does),
      'or',
    );
    return [does === '' ? statementWords(statement, policy.target) : forbiddenWords(statement, does)];
  });
  return [...new Set(sentences)];
}

/** True when the sentences on the grants name all that the statement denies as exceptions. */
function isTold({ principals, conditions }: Statement, grants: readonly Grant[]): boolean {
  const isExcepted = (person: Who, { who, except }: Grant) => {
    const denied = intersection(who, person);
    return denied !== null && except.some((denial) => isSame(denial, { who: denied, conditions, isSure: true }));
  };
  return peopleOf(principals).every((person) => grants.some((grant) => isExcepted(person, grant)));
}

function isSame(one: Denial, other: Denial): boolean {
  const identities = [one, other].map(({ who, ...rest }) => JSON.stringify([identityOfWho(who), rest]));
  return identities[0] === identities[1];
}

/** The condition that a deny statement requires of everyone; null for any other deny statement. */
function requirementOf({ who, conditions, isSure }: Denial, granted: Who): Condition | null {
  const [only, ...others] = conditions;
  if (!isSure || only?.kind !== 'test' || others.length > 0 || !covers(who, granted)) return null;
  const read = readOperator(only.operator);
  const isPlain = read !== null && read.quantifier === null && read.fact.isNegated;
  return isPlain ? { ...only, operator: read.fact.name.replace('Not', '') } : null;
}

function denialWords({ who, conditions, isSure }: Denial, granted: Who): string {
  if (!isSure) return ', unless a statement that is not known denies it';
  const subject = subjectOf(who, conditions);
  if (who.kind === 'everyoneBut') return `, but of those only ${leftOutWords(who)}${subject.when}`;
  const isForAllGranted = conditions.length > 0 && identityOfWho(who) === identityOfWho(granted);
  if (who.kind === 'everyone' || isForAllGranted) return `, but not ${whenWords(conditions)}`;
  return `, but not ${subject.who}${subject.when}`;
}

/** Says that nobody else may, when that is known. */
function otherSentences(answers: readonly Answer[]): readonly string[] {
  const usual = answers.filter(({ capability }) => capability.isUsual);
  const others = usual.filter(({ whoMay: { grants } }) => !grants.some(isForAll));
  const those = (holds: (answer: WhoMay) => boolean) =>
    listed(
      others.filter((answer) => holds(answer.whoMay)).map(({ capability }) => capability.does),
      'or',
    );
  const sentences: readonly (readonly [string, (does: string) => string])[] = [
    [
      those((answer) => answer.isComplete && answer.grants.length > 0),
      (does) => `Nobody else may ${does} by this policy.`,
    ],
    [
      those((answer) => answer.isComplete && answer.grants.length === 0),
      (does) => `Nobody may ${does} by this policy.`,
    ],
    [those((answer) => !answer.isComplete), (does) => `Who else may ${does} is not known.`],
  ];
  return sentences.flatMap(([does, say]) => (does === '' ? [] : [say(does)]));
}

/** True when nobody else is left, or when it is unclear who that would be. */
function isForAll({ who, conditions, except, isSure }: Grant): boolean {
  if (who.kind === 'everyoneBut') return true;
  const isLimited = conditions.length > 0 || except.some((denial) => requirementOf(denial, who) !== null);
  return isSure && who.kind === 'everyone' && !isLimited;
}
