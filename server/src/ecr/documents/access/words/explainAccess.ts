import { LONGEST_ACCESS_POLICY } from '../../../../facts/access/accessValues.ts';
import { printNumber } from '../../../../facts/printNumber.ts';
import { printable } from '../../../../syntax/shown/printable.ts';
import { compactLength } from '../../compactLength.ts';
import type { AccessPolicy, AccessStatement } from '../accessPolicy.ts';
import { statementOf } from '../decision/statementsOf.ts';
import { statementWords } from './statementWords.ts';
import type { Answer } from './sumWords.ts';
import { answersOf, sumWords } from './sumWords.ts';

/** An access policy in plain words. */
export interface AccessExplanation {
  /** How many statements it has and how long it is. */
  readonly summary: string;
  readonly statements: readonly { readonly name: string; readonly says: string }[];
  /** Who may do what, all statements together. */
  readonly sum: readonly string[];
  /** Additional requirements, and where they belong. */
  readonly notes: readonly string[];
}

type ExplainedPolicy = Pick<AccessPolicy, 'root' | 'statements' | 'isWhole' | 'target'>;

/** Describes an access policy in plain words; null when nothing about its statements is known. */
export function explainAccess(policy: ExplainedPolicy): AccessExplanation | null {
  const { root, statements, isWhole, target } = policy;
  if (root === null || root.kind !== 'object' || (statements.length === 0 && !isWhole)) return null;
  const length = compactLength(root);
  const most = printNumber(LONGEST_ACCESS_POLICY);
  const size = length === null ? '' : `, ${printNumber(length)} of at most ${most} characters`;
  const count = `${isWhole ? '' : 'At least '}${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`;
  return {
    summary: `${count}${size}.`,
    statements: statements.map((statement, index) => ({
      name: nameOf(statement, index),
      says: statementWords(statementOf(statement, target), target),
    })),
    sum: sumWords(policy),
    notes: accessNotes(policy),
  };
}

function nameOf({ sid }: AccessStatement, index: number): string {
  return sid.state === 'known' && sid.value !== '' ? `Statement ${index + 1}, ${sid.value}` : `Statement ${index + 1}`;
}

/** What the grantees need in addition, and where that belongs. Plain text. */
function accessNotes(policy: Pick<AccessPolicy, 'statements' | 'isWhole' | 'target'>): readonly string[] {
  const answers = answersOf(policy);
  const service = policy.target === 'public' ? 'ecr-public' : 'ecr';
  const notes: string[] = [];
  if (grantsTo(answers, ['account', 'arn', 'everyone', 'everyoneBut', 'unknown'])) {
    notes.push(
      `In another account, identity policies must allow the same, and ${service}:GetAuthorizationToken on "*", which belongs there and has no effect here.`,
    );
  }
  if (grantsTo(answers, ['service'])) notes.push('AWS Lambda pulls images only from a registry of its own region.');
  if (policy.target === 'repository') {
    notes.push(
      "The registry's own account may also do what its identity policies allow, unless this policy denies it.",
    );
  }
  return notes;
}

function grantsTo(answers: readonly Answer[], kinds: readonly string[]): boolean {
  return answers.some(({ whoMay: { grants } }) => grants.some(({ who }) => kinds.includes(who.kind)));
}

/** An explanation as lines of plain text, under the policy's name. */
export function printAccessExplanation(name: string, { summary, statements, sum, notes }: AccessExplanation): string {
  const parts = [
    `${printable(name)}: ${summary}`,
    ...statements.map((statement) => `${printable(statement.name)}\n  ${printable(statement.says)}`),
    sum.length === 0 ? '' : ['In sum', ...sum.map((sentence) => `  ${printable(sentence)}`)].join('\n'),
    notes.map(printable).join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
