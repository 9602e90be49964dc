/** ECR's verdict on a policy, read from its JSON alone: written for tests, independent of the product's rules. */

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  rule: ['rulePriority', 'description', 'selection', 'action'],
  selection: ['tagStatus', 'tagPatternList', 'tagPrefixList', 'storageClass', 'countType', 'countUnit', 'countNumber'],
  action: ['type', 'targetStorageClass'],
};
const COUNT_TYPES = ['imageCountMoreThan', 'sinceImagePushed', 'sinceImagePulled', 'sinceImageTransitioned'];

/** The kinds of mistakes for which AWS rejects a policy; none when it accepts it. */
export function refusalsOf(text: string): string[] {
  if (text === 'not known') return [];
  const rules = rulesOf(text);
  if (rules === null) return ['no policy'];
  return [...new Set([...rules.flatMap(refusalsOfRule), ...refusalsTogether(rules)])];
}

/** The effect of a policy: its rules in the order of their numbers, without numbers and descriptions. */
export function behaviourOf(text: string): string {
  const rules = rulesOf(text);
  if (rules === null) return text;
  const ordered = rules.toSorted((one, other) => Number(one['rulePriority']) - Number(other['rulePriority']));
  return JSON.stringify(ordered.map(({ selection, action }) => [sorted(selection), sorted(action)]));
}

function rulesOf(text: string): JsonObject[] | null {
  try {
    const policy: Json = JSON.parse(text);
    const rules = isObject(policy) ? policy['rules'] : undefined;
    return Array.isArray(rules) && rules.every(isObject) ? rules : null;
  } catch {
    return null;
  }
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Json | undefined): Json {
  if (Array.isArray(value)) return value.map(sorted).sort();
  if (!isObject(value)) return value ?? null;
  const members = Object.entries(value).filter(([, member]) => !Array.isArray(member) || member.length > 0);
  return Object.fromEntries(
    members.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
  );
}

function refusalsOfRule(rule: JsonObject): string[] {
  const { selection, action, rulePriority } = rule;
  if (!isObject(selection) || !isObject(action)) return ['no selection or action'];
  const found: string[] = [];
  for (const [level, object] of Object.entries({ rule, selection, action })) {
    for (const [key, value] of Object.entries(object)) {
      if (KEYS[level]?.includes(key) !== true) found.push('unknown key');
      if (value === null) found.push('null');
    }
  }
  const { tagStatus, countType, countUnit, countNumber, storageClass = 'standard' } = selection;
  const lists = ['tagPatternList', 'tagPrefixList'].map((key) => selection[key]);
  const isListed = lists.some((list) => Array.isArray(list) && list.length > 0);
  if (!isCount(rulePriority)) found.push('rulePriority');
  if (!isCount(countNumber)) found.push('countNumber');
  if (!['tagged', 'untagged', 'any'].includes(String(tagStatus))) found.push('tagStatus');
  if (!COUNT_TYPES.includes(String(countType))) found.push('countType');
  if (!['standard', 'archive'].includes(String(storageClass))) found.push('storageClass');
  if (!['expire', 'transition'].includes(String(action['type']))) found.push('action type');
  if (countUnit !== undefined && countUnit !== null && countUnit !== 'days') found.push('countUnit value');
  if (tagStatus === 'tagged' && !isListed) found.push('list missing');
  if (['untagged', 'any'].includes(String(tagStatus)) && isListed) found.push('list forbidden');
  if (countType === 'imageCountMoreThan' && countUnit === 'days') found.push('countUnit forbidden');
  if (String(countType).startsWith('since') && (countUnit === undefined || countUnit === null))
    found.push('countUnit missing');
  if (COUNT_TYPES.slice(0, 3).includes(String(countType)) && storageClass === 'archive') found.push('class mismatch');
  if (countType === 'sinceImageTransitioned' && storageClass === 'standard') found.push('class mismatch');
  if (action['type'] === 'transition' && action['targetStorageClass'] !== 'archive') found.push('target missing');
  if (countType === 'sinceImagePulled' && action['type'] === 'expire') found.push('action mismatch');
  if (countType === 'sinceImageTransitioned' && action['type'] === 'transition') found.push('action mismatch');
  return found;
}

function isCount(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

function refusalsTogether(rules: readonly JsonObject[]): string[] {
  const numbers = numbersOf(rules);
  const found = new Set(numbers).size < numbers.length ? ['same number'] : [];
  const classes = ['standard', 'archive'].map((name) => rules.filter((rule) => classOf(rule) === name));
  // A tie hides which rule is last.
  return [
    ...found,
    ...classes.flatMap(refusalsInClass).filter((refusal) => found.length === 0 || refusal !== 'any not last'),
  ];
}

/** A rule whose storage class contradicts its countType belongs to no class. */
function classOf({ selection }: JsonObject): Json | undefined {
  if (!isObject(selection)) return undefined;
  const { storageClass = 'standard', countType } = selection;
  return storageClass === (countType === 'sinceImageTransitioned' ? 'archive' : 'standard') ? storageClass : undefined;
}

function refusalsInClass(rules: readonly JsonObject[]): string[] {
  const found: string[] = [];
  const of = (status: string) =>
    rules.filter(({ selection }) => isObject(selection) && selection['tagStatus'] === status);
  if (of('any').length > 1) found.push('any repeated');
  if (of('untagged').length > 1) found.push('untagged repeated');
  const [any] = numbersOf(of('any'));
  if (any !== undefined && of('any').length === 1 && numbersOf(rules).some((number) => number > any))
    found.push('any not last');
  return found;
}

function numbersOf(rules: readonly JsonObject[]): number[] {
  return rules
    .map(({ rulePriority }) => rulePriority)
    .filter(isCount)
    .map(Number);
}
