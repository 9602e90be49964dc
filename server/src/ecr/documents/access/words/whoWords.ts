import { readOperator } from '../../../../facts/access/conditionOperators.ts';
import { lookUp } from '../../../../facts/lookUp.ts';
import { listed } from '../../../sentenceParts.ts';
import type { Condition } from '../decision/statement.ts';
import type { Who } from '../decision/who.ts';
import { conditionClause } from './conditionWords.ts';

/** What a principal means, in words: "account 111122223333", "everyone in AWS". */
export function whoWords(who: Who): string {
  switch (who.kind) {
    case 'everyone':
      return 'everyone in AWS';
    case 'everyoneBut':
      return `everyone in AWS except ${leftOutWords(who)}`;
    case 'account':
      return `account ${who.account}`;
    case 'arn':
      return identityWords(who.arn, who.account);
    case 'service':
      return `the service ${who.service}`;
    case 'unknown':
      return who.text === null ? 'a principal that is not known' : `whoever ${who.text} stands for`;
  }
}

/** The principals that are not meant by "everyone but these". */
export function leftOutWords({ leftOut }: Extract<Who, { readonly kind: 'everyoneBut' }>): string {
  return listed(leftOut.map(whoWords));
}

function identityWords(arn: string, account: string): string {
  const [kind = '', ...name] = arn.split(':').slice(5).join(':').split('/');
  return `${kind} ${name.join('/')} of account ${account}`;
}

/** Principals and conditions, as the two parts of a sentence around the verb. */
export interface Subject {
  readonly who: string;
  /** Begins with a blank; empty for always. */
  readonly when: string;
}

/** The principals that conditions leave: a condition about identity becomes part of the principal. */
export function subjectOf(who: Who, conditions: readonly Condition[]): Subject {
  const first = conditions.find((condition) => groupWords(condition) !== null);
  const group = who.kind === 'everyone' && first !== undefined ? groupWords(first) : null;
  const others = group === null ? conditions : conditions.filter((condition) => condition !== first);
  return { who: group ?? whoWords(who), when: others.length === 0 ? '' : ` ${whenWords(others)}` };
}

/** Conditions as a clause: "where aws:SourceIp is in 203.0.113.0/24"; empty without conditions. */
export function whenWords(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? '' : `where ${listed(conditions.map(conditionClause))}`;
}

/** The principals that a condition leaves of everyone, when it names them and a request without the key fails it. */
function groupWords(condition: Condition): string | null {
  if (condition.kind !== 'test' || condition.values.includes(null) || condition.values.length === 0) return null;
  const read = readOperator(condition.operator);
  if (read === null || read.fact.isNegated || read.ifExists || read.quantifier === 'ForAllValues') return null;
  const isLiteral = read.fact.name === 'StringEquals';
  if (!isLiteral && !read.fact.takesWildcards) return null;
  const values = condition.values.filter((value) => value !== null);
  const form = lookUp(GROUPS, condition.key.toLowerCase());
  if (form === undefined || values.includes('*')) return null;
  return form(listed(values, 'or'), values.length > 1);
}

const GROUPS: Readonly<Record<string, (values: string, several: boolean) => string>> = {
  'aws:principalorgid': (values, several) => `everyone in ${several ? 'the organizations' : 'organization'} ${values}`,
  'aws:principalorgpaths': (values) => `everyone in the organizational unit ${values}`,
  'aws:principalaccount': (values, several) => `${several ? 'accounts' : 'account'} ${values}`,
  'aws:principalarn': (values) => `whoever has the ARN ${values}`,
};
