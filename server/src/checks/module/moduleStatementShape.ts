import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { inputValue } from '../../ecr/modules/moduleCall.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import type { ObjectMember, ObjectValue, Value } from '../../evaluate/values/value.ts';
import { STATEMENT_KEYS } from '../../facts/modules/moduleTraps.ts';
import type { Finding, ModuleCallCheck } from '../check.ts';
import { wrapInList } from '../support/moduleFixes.ts';

/** Keys whose values are lists of objects. */
const LISTS = ['principals', 'not_principals', 'conditions'];

/** What is lost when the module does not know a key. */
const LOST: Readonly<Record<string, string>> = {
  conditions: 'the statement then applies without its condition, to all of AWS if its principal is "*"',
};

export const moduleStatementShape: ModuleCallCheck = {
  subject: 'module',
  id: 'module-statement-shape',
  title: 'The module drops a key of a statement, or expects a list',
  severity: 'error',
  *check(call, scope) {
    const value = inputValue(call, 'repository_policy_statements', scope);
    for (const statement of statementsIn(value)) {
      for (const member of statement.members) {
        for (const finding of checkMember(call, member))
          yield isOfCondition(member) ? { ...finding, about: statement.place } : finding;
      }
    }
  },
};

function statementsIn(value: Value | null): readonly ObjectValue[] {
  if (value?.kind !== 'object') return [];
  return value.members.flatMap(({ value: statement }) => (statement.kind === 'object' ? [statement] : []));
}

/** True for a member without which a statement applies to more than its author intends. */
function isOfCondition({ key }: ObjectMember): boolean {
  return nearestKey(key) === 'conditions';
}

function nearestKey(key: string): string | undefined {
  return nearestName(key, STATEMENT_KEYS) ?? STATEMENT_KEYS.find((known) => known === `${key}s`);
}

function* checkMember({ declaration }: ModuleCall, { key, keyPlace, value, item }: ObjectMember): Iterable<Finding> {
  if (LISTS.includes(key) && value.kind === 'object') {
    yield {
      place: value.place,
      message: `${key} is a list of objects, but this is an object; the plan fails. Write ${key} = [{ … }].`,
      fixes: value.derived === true || value.form !== 'object' ? [] : [wrapInList(value.place)],
    };
    return;
  }
  if (STATEMENT_KEYS.includes(key)) return;
  const nearest = nearestKey(key);
  const lost = nearest === 'conditions' ? `: ${LOST['conditions']}` : '';
  const isRenamed = nearest !== undefined && item !== null && keyPlace.piece === declaration.source.piece;
  yield {
    place: keyPlace,
    severity: 'warning',
    message: `The module silently drops "${key}"${lost}. ${nearest === undefined ? `Its keys are ${STATEMENT_KEYS.join(', ')}` : `Its key is ${nearest}${shapeOf(nearest)}`}.`,
    fixes: isRenamed
      ? [
          {
            title: `Rename it to ${nearest}`,
            kind: 'choice',
            changes: [{ kind: 'replace-text', place: keyPlace, text: nearest }],
          },
        ]
      : [],
  };
}

function shapeOf(key: string): string {
  if (key === 'conditions') return ', a list of { test, variable, values }';
  return key === 'principals' || key === 'not_principals' ? ', a list of { type, identifiers }' : '';
}
