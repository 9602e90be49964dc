/**
 * IAM's answer to a request by a resource's policy, written from IAM's documentation of its evaluation logic,
 * independent of the product: a request is allowed when a statement allows it and none denies it.
 */
export interface IamRequest {
  /** The ARN of the requesting role or user, or the name of the service. */
  readonly caller: string;
  readonly action: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

export interface IamStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, readonly string[]>>;
  readonly NotPrincipal?: Readonly<Record<string, readonly string[]>>;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export function isAllowed(statements: readonly IamStatement[], request: IamRequest): boolean {
  const holding = statements.filter((statement) => holds(statement, request));
  return holding.some(({ Effect }) => Effect === 'Allow') && !holding.some(({ Effect }) => Effect === 'Deny');
}

function holds(statement: IamStatement, request: IamRequest): boolean {
  const { Principal, NotPrincipal, Action, NotAction, Condition } = statement;
  const isAbout =
    NotPrincipal === undefined ? names(Principal ?? {}, request.caller) : !names(NotPrincipal, request.caller);
  const isDone = NotAction === undefined ? like(Action ?? [], request.action) : !like(NotAction, request.action);
  const tests = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => isMet(operator, key, values, request.context)),
  );
  return isAbout && isDone && tests.every((met) => met);
}

function names(principals: '*' | Readonly<Record<string, readonly string[]>>, caller: string): boolean {
  if (principals === '*') return true;
  const account = /^arn:aws:iam::(\d+):/.exec(caller)?.[1];
  const own = account === undefined ? [] : [caller, account, `arn:aws:iam::${account}:root`];
  return (
    (principals['AWS'] ?? []).some((name) => name === '*' || own.includes(name)) ||
    (principals['Service'] ?? []).includes(caller)
  );
}

function like(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) => glob(pattern.toLowerCase(), text.toLowerCase()));
}

function glob(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*')) return glob(pattern.slice(1), text) || (text !== '' && glob(pattern, text.slice(1)));
  if (text === '') return false;
  return (pattern[0] === '?' || pattern[0] === text[0]) && glob(pattern.slice(1), text.slice(1));
}

/** Whether a request meets one key of one operator. */
export function isMet(
  operator: string,
  key: string,
  values: readonly string[],
  context: Readonly<Record<string, readonly string[]>>,
): boolean {
  const [quantifier, plain] = operator.includes(':') ? operator.split(':') : [null, operator];
  const isOptional = plain?.endsWith('IfExists') === true;
  const name = isOptional ? plain.slice(0, -'IfExists'.length) : plain;
  const given = Object.entries(context).find(([known]) => known.toLowerCase() === key.toLowerCase())?.[1];
  if (name === 'Null') return values.includes(String(given === undefined));
  if (given === undefined) return isOptional || quantifier === 'ForAllValues' || name?.includes('Not') === true;
  const one = (text: string) => compare(name ?? '', text, values);
  return quantifier === 'ForAllValues' ? given.every(one) : given.some(one);
}

function compare(name: string, text: string, values: readonly string[]): boolean {
  switch (name) {
    case 'StringEquals':
      return values.includes(text);
    case 'StringNotEquals':
      return !values.includes(text);
    case 'StringLike':
    case 'ArnLike':
      return values.some((value) => glob(value, text));
    case 'StringNotLike':
    case 'ArnNotLike':
      return !values.some((value) => glob(value, text));
    default:
      throw new Error(`no comparison for ${name}`);
  }
}
