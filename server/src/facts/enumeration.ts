/** One allowed value of an argument or key, with its effect. */
export interface EnumerationValue {
  readonly value: string;
  /** Markdown, one or two sentences. */
  readonly documentation: string;
}

/** A text as a value of a table; null for any other text, and for none. */
export function asValueOf<Value extends string>(
  table: readonly { readonly value: Value }[],
  text: string | null,
): Value | null {
  return isValueOf(table, text) ? text : null;
}

/** True for one of a table's values. */
export function isValueOf<Value extends string>(
  table: readonly { readonly value: Value }[],
  value: unknown,
): value is Value {
  return table.some((known) => known.value === value);
}
