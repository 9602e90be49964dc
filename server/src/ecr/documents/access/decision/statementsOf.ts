import type { AccessPolicy, AccessStatement, Conditions, Names, Principals } from '../accessPolicy.ts';
import type { Condition, NameSet, PrincipalSet, Statement } from './statement.ts';

/** The statements of a policy in the form that the decision needs. */
export function statementsOf({
  statements,
  target,
}: Pick<AccessPolicy, 'statements' | 'target'>): readonly Statement[] {
  return statements.map((statement) => statementOf(statement, target));
}

/** One statement in the form that the decision needs. */
export function statementOf(statement: AccessStatement, target: AccessPolicy['target']): Statement {
  const { effect, principals, actions, resources, conditions } = statement;
  return {
    effect: effect.state === 'known' ? effect.value : null,
    principals: principalsOf(principals),
    actions: namesOf(actions),
    conditions: [...conditionsOf(conditions), ...resourcesOf(resources, target)],
  };
}

function principalsOf(principals: Principals): PrincipalSet | null {
  if (principals.state === 'unknown') return null;
  if (principals.state === 'absent') return { isNegated: false, principals: [], open: false };
  const { isNegated, entries, open } = principals;
  return { isNegated, principals: entries.map(({ kind, text }) => ({ kind, text })), open };
}

function namesOf(names: Names): NameSet | null {
  if (names.state === 'unknown') return null;
  if (names.state === 'absent') return { isNegated: false, patterns: [], open: false };
  return { isNegated: names.isNegated, patterns: names.entries.map(({ text }) => text), open: names.open };
}

function conditionsOf(conditions: Conditions): readonly Condition[] {
  if (conditions.state === 'absent') return [];
  if (conditions.state === 'unknown') return [{ kind: 'unknown', of: 'condition' }];
  const tests = conditions.tests.map(({ operator, operatorMember, key, values, open }): Condition => {
    if (operator === null) return { kind: 'unknown', of: 'condition' };
    const texts = values.map(({ text }) => text);
    return { kind: 'test', operator: operatorMember.key, key, values: open ? [...texts, null] : texts };
  });
  return conditions.open ? [...tests, { kind: 'unknown', of: 'condition' }] : tests;
}

const WHOLE_REGISTRY = /^arn:[\w*-]+:ecr:[\w*-]+:[\d*]+:(?:repository\/)?\*$/;

/** A repository's policy applies to that repository; what other resources in it mean is not documented. */
function resourcesOf(resources: Names, target: AccessPolicy['target']): readonly Condition[] {
  if (resources.state === 'absent') return [];
  if (resources.state === 'unknown') return [{ kind: 'unknown', of: 'resources' }];
  const { isNegated, entries, open } = resources;
  const patterns = entries.map(({ text }) => text).filter((text) => text !== null);
  const isAll = (text: string) => text === '*' || (target === 'registry' && WHOLE_REGISTRY.test(text));
  if (!isNegated && patterns.some(isAll)) return [];
  if (open || patterns.length < entries.length) return [{ kind: 'unknown', of: 'resources' }];
  if (target !== 'registry') return [{ kind: 'unknown', of: 'meaningOfResources' }];
  return [{ kind: 'resource', isNegated, patterns }];
}
