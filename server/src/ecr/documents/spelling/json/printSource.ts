import type { JsonValue } from '../../../../syntax/edit/term.ts';
import type { Reading, SourceTree } from '../sourceTree.ts';
import { hasRemarks } from '../sourceTree.ts';

/** The JSON value of a policy without computed parts, or the reason why no JSON value preserves everything. */
export function jsonOf(reading: Reading): { readonly json: JsonValue } | { readonly refusal: string } {
  if ('refusal' in reading) return reading;
  const { written } = reading;
  if (hasRemarks(written)) return { refusal: 'There are comments in the policy, and JSON has none.' };
  const json = constantOf(written);
  return json === undefined ? { refusal: 'A part of the policy is computed, which a JSON file cannot be.' } : { json };
}

function constantOf(written: SourceTree): JsonValue | undefined {
  switch (written.kind) {
    case 'expression':
      return written.json;
    case 'list': {
      const items = written.items.map(({ value }) => constantOf(value));
      const known = items.filter((item) => item !== undefined);
      return known.length === items.length ? known : undefined;
    }
    case 'object': {
      const members = written.members.map(({ key, value }) => [key, constantOf(value)] as const);
      const known = members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
      return known.length === members.length ? Object.fromEntries(known) : undefined;
    }
  }
}
