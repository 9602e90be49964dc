/** The mistakes in an access policy, read from its JSON alone: written for tests, independent of the product's checks. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const KEYS = ['Sid', 'Effect', 'Principal', 'Action', 'Condition'];
const ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:PutImage', 'ecr:BatchCheckLayerAvailability'];
const OPERATORS = ['StringEquals', 'StringLike'];
const CONDITION_KEYS = ['aws:PrincipalOrgID', 'aws:SourceAccount'];

/** The kinds of mistakes in a policy; none in one that does what its author wrote. */
export function accessMistakesOf(text: string): string[] {
  const policy = parsed(text);
  if (policy === null) return ['no policy'];
  const { Version: version, Statement: statements, ...others } = policy;
  const mistakes = Object.keys(others).map((key) => `key ${key}`);
  if (version !== undefined && version !== '2012-10-17') mistakes.push('version');
  if (!Array.isArray(statements)) return [...mistakes, 'no statements'];
  return [...new Set([...mistakes, ...statements.flatMap(mistakesOfStatement)])];
}

/** What the misspelled words of the random modules are meant to be. */
const MEANT: Readonly<Record<string, string>> = {
  allow: 'Allow',
  Alow: 'Allow',
  DENY: 'Deny',
  effect: 'Effect',
  Efect: 'Effect',
  action: 'Action',
  Actions: 'Action',
  version: 'Version',
  Verson: 'Version',
  '2012-10-7': '2012-10-17',
  '2012-17-10': '2012-10-17',
  '2024-01-01': '2012-10-17',
  BatchGetImage: 'ecr:BatchGetImage',
  'ecr:BatchGetImages': 'ecr:BatchGetImage',
  'ecr:PutImages': 'ecr:PutImage',
  StringEqual: 'StringEquals',
  stringequals: 'StringEquals',
  StringsLike: 'StringLike',
  'aws:PrincipalOrgId2': 'aws:PrincipalOrgID',
  'aws:PrincipleOrgID': 'aws:PrincipalOrgID',
};

/** What the author of a policy means, with misspelled words read as the right ones. */
export function accessIntentOf(text: string): string {
  const policy = parsed(text);
  return policy === null ? text : accessMeaningOf(JSON.stringify(meantBy(policy)));
}

function meantBy(part: Json): Json {
  if (typeof part === 'string') return MEANT[part] ?? part;
  if (Array.isArray(part)) return part.map(meantBy);
  if (!isObject(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [MEANT[key] ?? key, meantBy(value)]));
}

/** What a policy means: its statements in order, without their names. */
export function accessMeaningOf(text: string): string {
  const policy = parsed(text);
  const statements = policy?.['Statement'];
  if (!Array.isArray(statements)) return text;
  return JSON.stringify([policy?.['Version'] ?? null, ...statements.map(meaningOfStatement)]);
}

function mistakesOfStatement(statement: Json): string[] {
  if (!isObject(statement)) return ['no statement'];
  const { Effect: effect, Principal: principal, Action: action, Condition: condition } = statement;
  const mistakes = Object.keys(statement).flatMap((key) => (KEYS.includes(key) ? [] : [`key ${key}`]));
  if (effect !== 'Allow' && effect !== 'Deny') mistakes.push('effect');
  if (principal === undefined) mistakes.push('no principal');
  const actions = listed(action);
  if (actions.length === 0) mistakes.push('no action');
  mistakes.push(...actions.flatMap((one) => (ACTIONS.includes(String(one)) ? [] : ['action'])));
  return isObject(condition) ? [...mistakes, ...mistakesOfCondition(condition)] : mistakes;
}

function mistakesOfCondition(condition: JsonObject): string[] {
  return Object.entries(condition).flatMap(([operator, tests]) => [
    ...(OPERATORS.includes(operator) ? [] : ['operator']),
    ...(isObject(tests) ? Object.keys(tests) : []).flatMap((key) =>
      CONDITION_KEYS.includes(key) ? [] : ['condition'],
    ),
  ]);
}

function meaningOfStatement(statement: Json): Json {
  if (!isObject(statement)) return statement;
  const { Sid: _, ...meant } = statement;
  const entries = Object.entries(meant).map(([key, value]): readonly Json[] => [
    key,
    key === 'Action' ? [...new Set(listed(value).map(String))].sort() : value,
  ]);
  return entries.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
}

function parsed(text: string): JsonObject | null {
  try {
    const policy: Json = JSON.parse(text);
    return isObject(policy) ? policy : null;
  } catch {
    return null;
  }
}

function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
