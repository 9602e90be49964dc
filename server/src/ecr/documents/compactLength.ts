import type { PolicyNode } from './documentNodes.ts';

/**
 * The length in characters of the JSON without white space, as it reaches AWS, or null when a part is unknown. Of equal
 * keys the last one counts.
 */
export function compactLength(node: PolicyNode): number | null {
  switch (node.kind) {
    case 'unknown':
      return null;
    case 'scalar':
      return lengthOf(node, node.value);
    case 'list':
      return node.open ? null : total(node.items.map(compactLength));
    case 'object': {
      if (node.open) return null;
      const counted = new Map(node.members.map(({ key, value }) => [key, value]));
      return total(
        [...counted].map(([key, value]) => {
          const length = compactLength(value);
          return length === null ? null : lengthOf(node, key) + 1 + length;
        }),
      );
    }
  }
}

/** A quick upper bound for the JSON length of a node; unknown parts count as zero. */
export function longestLength(node: PolicyNode): number {
  switch (node.kind) {
    case 'unknown':
      return 0;
    case 'scalar':
      return typeof node.value === 'string' ? node.value.length * 6 + 3 : 26;
    case 'list':
      return node.items.reduce((sum, item) => sum + longestLength(item) + 1, 2);
    case 'object':
      return node.members.reduce((sum, { key, value }) => sum + key.length * 6 + longestLength(value) + 4, 2);
  }
}

/** `jsonencode` writes angle brackets and ampersands as escapes of six characters. */
function lengthOf({ origin }: PolicyNode, value: string | number | boolean | null): number {
  const { length } = JSON.stringify(value);
  if (origin.spelling === 'json' || typeof value !== 'string') return length;
  return length + (value.match(/[<>&]/g)?.length ?? 0) * 5;
}

/** The lengths with brackets at both ends and commas between. */
function total(lengths: readonly (number | null)[]): number | null {
  let sum = 2 + Math.max(0, lengths.length - 1);
  for (const length of lengths) {
    if (length === null) return null;
    sum += length;
  }
  return sum;
}
