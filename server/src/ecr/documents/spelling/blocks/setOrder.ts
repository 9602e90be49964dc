import type { PolicyNode } from '../../documentNodes.ts';
import type { MapArgument } from '../../vocabulary.ts';
import type { MapEntry } from './mapEntry.ts';

/** Blocks as the provider reads them: a set. */
interface BlockSet {
  /** Each block once, as written. */
  readonly distinct: readonly MapEntry[];
  /** Their values in the provider's order. */
  readonly order: readonly PolicyNode[];
}

/**
 * The provider's SDK (v2, `helper/schema/set.go` and `serialize.go`, read 2026-11-30) sorts a set of blocks by a checksum
 * of what each block holds. Null while anything in them is unknown.
 */
export function blockSetOf(entries: readonly MapEntry[], argument: MapArgument): BlockSet | null {
  const coded = new Map<string, MapEntry>();
  for (const entry of entries) {
    const text = serialized(entry, argument);
    if (text === null) return null;
    const code = codeOf(text);
    if (!coded.has(code)) coded.set(code, entry);
  }
  const sorted = [...coded].sort(([one], [other]) => (one < other ? -1 : 1));
  return { distinct: [...coded.values()], order: sorted.flatMap(([, { value }]) => value ?? []) };
}

/** What the checksum of a block is taken of: its arguments by name; null when a part is unknown. */
function serialized({ path, value }: MapEntry, { keys, value: name, isSet }: MapArgument): string | null {
  const texts = value === null ? null : textsOf(value);
  if (path === null || texts === null) return null;
  const list = isSet === true ? `{${sortedByCode(texts).join('')}}` : `(${texts.map(ended).join('')})`;
  const parts = new Map([...keys.map((key, index) => [key, path[index]?.text ?? ''] as const), [name, list]]);
  const inOrder = [...parts].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([key, text]) => `${key}:${ended(text)}`).join('');
}

/** The strings of a value; null when one is unknown. */
function textsOf(node: PolicyNode): readonly string[] | null {
  if (node.kind === 'scalar') return [String(node.value)];
  if (node.kind !== 'list' || node.open) return null;
  const texts = node.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
  return texts.length === node.items.length ? texts : null;
}

function sortedByCode(texts: readonly string[]): readonly string[] {
  const coded = new Map(texts.map(ended).map((text) => [codeOf(text), text]));
  return [...coded].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text);
}

function ended(text: string): string {
  return `${text};`;
}

/** The checksum of a text in UTF-8, as decimal digits; sets are sorted by these digits as text. */
function codeOf(text: string): string {
  let rest = 0xff_ff_ff_ff;
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1;
  }
  return String(~rest >>> 0);
}
