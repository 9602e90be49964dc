/** HCL to be written: the content of fixes and starter texts, before it has an indentation and a place. */
export type Term =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'reference'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly argument: Term }
  | { readonly kind: 'list'; readonly items: readonly Term[] }
  | { readonly kind: 'object'; readonly members: readonly Assignment[] };

export interface Assignment {
  readonly name: string;
  readonly value: Term;
}

export interface BlockTerm {
  readonly type: string;
  readonly labels: readonly string[];
  readonly arguments: readonly Assignment[];
  readonly blocks: readonly BlockTerm[];
}

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export function termOf(value: JsonValue): Term {
  if (value === null || typeof value !== 'object') return { kind: 'literal', value };
  if (isList(value)) return { kind: 'list', items: value.map(termOf) };
  const members = Object.entries(value).map(([name, member]) => ({ name, value: termOf(member) }));
  return { kind: 'object', members };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
