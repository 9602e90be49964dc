/**
 * The operators of conditions.
 * Source: IAM user guide, "IAM JSON policy elements: Condition operators" and "Conditions with multiple context keys or
 * values". Read 2026-11-30.
 */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

export interface OperatorFact {
  readonly name: string;
  readonly family: OperatorFamily;
  /** True when a request without the key passes. */
  readonly isNegated: boolean;
  /** True when `*` and `?` are wildcards in a value. */
  readonly takesWildcards: boolean;
}

const operator = (name: string, family: OperatorFamily, takesWildcards = false): OperatorFact => ({
  name,
  family,
  isNegated: name.includes('Not'),
  takesWildcards,
});

export const CONDITION_OPERATORS: readonly OperatorFact[] = [
  operator('StringEquals', 'String'),
  operator('StringNotEquals', 'String'),
  operator('StringEqualsIgnoreCase', 'String'),
  operator('StringNotEqualsIgnoreCase', 'String'),
  operator('StringLike', 'String', true),
  operator('StringNotLike', 'String', true),
  operator('NumericEquals', 'Numeric'),
  operator('NumericNotEquals', 'Numeric'),
  operator('NumericLessThan', 'Numeric'),
  operator('NumericLessThanEquals', 'Numeric'),
  operator('NumericGreaterThan', 'Numeric'),
  operator('NumericGreaterThanEquals', 'Numeric'),
  operator('DateEquals', 'Date'),
  operator('DateNotEquals', 'Date'),
  operator('DateLessThan', 'Date'),
  operator('DateLessThanEquals', 'Date'),
  operator('DateGreaterThan', 'Date'),
  operator('DateGreaterThanEquals', 'Date'),
  operator('Bool', 'Bool'),
  operator('BinaryEquals', 'Binary'),
  operator('IpAddress', 'IpAddress'),
  operator('NotIpAddress', 'IpAddress'),
  operator('ArnEquals', 'Arn', true),
  operator('ArnLike', 'Arn', true),
  operator('ArnNotEquals', 'Arn', true),
  operator('ArnNotLike', 'Arn', true),
  operator('Null', 'Null'),
];

/** Prefixes of an operator's name, for keys with several values. */
const QUANTIFIERS = ['ForAllValues', 'ForAnyValue'] as const;

export type Quantifier = (typeof QUANTIFIERS)[number];

/** How an operator compares a key's value. Source as above. */
export function describeOperator({ name, family, isNegated, takesWildcards }: OperatorFact): string {
  const wildcards = takesWildcards ? ' `*` and `?` are wildcards.' : '';
  const lacking = isNegated ? ' A request without the key also matches.' : '';
  if (name === 'Null') return 'Whether the key is absent: `"true"` if it must be, `"false"` if it must not be.';
  return `Compares ${FAMILY_WORDS[family]}${isNegated ? ', and holds where they differ' : ''}.${wildcards}${lacking}`;
}

const FAMILY_WORDS: Readonly<Record<OperatorFamily, string>> = {
  String: 'texts',
  Numeric: 'numbers',
  Date: 'moments',
  Bool: 'true and false',
  Binary: 'bytes in Base64',
  IpAddress: 'addresses with ranges of addresses',
  Arn: 'ARNs part by part',
  Null: 'nothing',
};

/** The suffix that every operator except `Null` may have: a request without the key passes. */
const IF_EXISTS = 'IfExists';

/** An operator as a policy writes it. */
export interface WrittenOperator {
  readonly fact: OperatorFact;
  readonly quantifier: Quantifier | null;
  readonly ifExists: boolean;
}

/** The operator that a text means, in any letter case; null for a nonexistent one. */
export function readOperator(text: string): WrittenOperator | null {
  const [first = '', ...rest] = text.split(':');
  const quantifier = rest.length === 0 ? null : QUANTIFIERS.find((name) => sameText(name, first));
  if (quantifier === undefined || rest.length > 1) return null;
  const name = rest[0] ?? first;
  const isOptional = name.toLowerCase().endsWith(IF_EXISTS.toLowerCase());
  const bare = isOptional ? name.slice(0, -IF_EXISTS.length) : name;
  const fact = CONDITION_OPERATORS.find((known) => sameText(known.name, bare));
  if (fact === undefined || (isOptional && fact.family === 'Null')) return null;
  return { fact, quantifier, ifExists: isOptional };
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
