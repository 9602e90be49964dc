import { alternatives, unknown } from './values/makeValue.ts';
import type { Provenance, Type, Value } from './values/value.ts';

/**
 * An unknown value that may be one of these: the options that are written documents, each of which can be judged alone,
 * or something else. Plain values next to an unknown choice say too little.
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
