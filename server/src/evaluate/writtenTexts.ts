import { alternatives, unknown } from './values/makeValue.ts';
import type { Provenance, Type, Value } from './values/value.ts';

/**
 * Something that is not known and may be one of these values: those among them that are documents written out, each of
 * which can be looked at by itself, or something else. Plain values beside a choice that is not known say too little.
 */
export function oneOfTexts(values: readonly Value[], because: string, at: Provenance, type?: Type): Value {
  const texts = values.flatMap((value) => (value.kind === 'alternatives' ? value.options : [value])).filter(isDocument);
  return texts.length === 0 ? unknown(because, at, type) : alternatives([...texts, unknown(because, at, type)], at);
}

function isDocument(value: Value): boolean {
  if (value.kind === 'unknown') return value.scopeId !== undefined;
  if (value.kind === 'partial-string') return value.mapped.text.includes('{');
  return value.kind === 'encoded' || (value.kind === 'string' && value.value.includes('{'));
}
