import type { OpenFrame, OpenText } from './openText.ts';

/** The part of an access policy at a place. */
export type AccessPartAt =
  | { readonly what: 'action' | 'resource' | 'principal-kind' | 'operator' | 'effect' }
  /** `of`: the kind of principals, as the key before them names it; null when it is not written yet. */
  | { readonly what: 'principal'; readonly of: string | null }
  | { readonly what: 'condition-key'; readonly operator: string | null }
  | { readonly what: 'condition-value'; readonly key: string | null; readonly operator: string | null }
  /** A key of the JSON's condition, or of one of its operators. */
  | { readonly what: 'operator-name' }
  | { readonly what: 'key-name'; readonly operator: string | null }
  /** An argument or block of the data source, or with `isKey` the same as a key of a module's input. */
  | {
      readonly what: 'argument';
      readonly level: 'policy' | 'statement' | 'principals' | 'condition';
      readonly isKey?: true;
    };

/** A part, and its enclosing brackets. */
export interface FoundPart {
  readonly part: AccessPartAt;
  /** True in a list, whose items are separated by commas. */
  readonly isItem: boolean;
}

const ACTIONS = ['Action', 'NotAction', 'actions', 'not_actions'];
const RESOURCES = ['Resource', 'NotResource', 'resources', 'not_resources'];
const PRINCIPALS = ['Principal', 'NotPrincipal'];
const PRINCIPAL_BLOCKS = ['principals', 'not_principals'];
const CONDITION_BLOCKS = ['condition', 'conditions'];
const PRINCIPAL_KEYS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/**
 * The part of an access policy at an open place; null when it cannot be determined. `around` is the text of the
 * innermost braces. `inBlocks`: the place is in blocks of the data source.
 */
export function accessPartAt(open: OpenText, around: string, inBlocks: boolean): FoundPart | null {
  const frames = open.frames.filter(({ bracket }) => bracket !== '(');
  const innermost = frames.at(-1);
  const isItem = innermost?.bracket === '[';
  const holders = isItem ? frames.slice(0, -1) : frames;
  const key = isItem ? innermost.key : open.key;
  const holder = nameOf(holders, holders.length - 1);
  const part =
    key === null
      ? isItem
        ? null
        : partAtKey(holders, holder, inBlocks)
      : partOfValue(key, { holder, outer: nameOf(holders, holders.length - 2), around });
  return part === null ? null : { part, isItem };
}

/** The part that is the value of a key in one of the JSON's objects; null for others. */
export function partOfKey(level: string, key: string): AccessPartAt | null {
  const holder = level === 'principal' ? 'Principal' : null;
  return partOfValue(key, { holder, outer: level === 'operator' ? 'Condition' : null, around: '' });
}

function partOfValue(
  key: string,
  { holder, outer, around }: { readonly holder: string | null; readonly outer: string | null; readonly around: string },
): AccessPartAt | null {
  if (ACTIONS.includes(key)) return { what: 'action' };
  if (RESOURCES.includes(key)) return { what: 'resource' };
  if (key === 'effect') return { what: 'effect' };
  if (isOneOf(PRINCIPALS, holder) && PRINCIPAL_KEYS.includes(key)) return { what: 'principal', of: key };
  if (isOneOf(PRINCIPAL_BLOCKS, holder)) {
    if (key === 'type') return { what: 'principal-kind' };
    return key === 'identifiers' ? { what: 'principal', of: textIn(around, 'type') } : null;
  }
  if (isOneOf(CONDITION_BLOCKS, holder)) {
    const operator = textIn(around, 'test');
    if (key === 'test') return { what: 'operator' };
    if (key === 'variable') return { what: 'condition-key', operator };
    return key === 'values' ? { what: 'condition-value', key: textIn(around, 'variable'), operator } : null;
  }
  return outer === 'Condition' ? { what: 'condition-value', key, operator: holder } : null;
}

function partAtKey(holders: readonly OpenFrame[], holder: string | null, inBlocks: boolean): AccessPartAt | null {
  if (holder === 'Condition') return { what: 'operator-name' };
  if (nameOf(holders, holders.length - 2) === 'Condition') return { what: 'key-name', operator: holder };
  if (!inBlocks) return null;
  if (holders[0]?.key === 'module') return keyOfInput(holders, holder);
  if (holders.length === 1) return { what: 'argument', level: 'policy' };
  if (holder === 'statement') return { what: 'argument', level: 'statement' };
  if (isOneOf(PRINCIPAL_BLOCKS, holder)) return { what: 'argument', level: 'principals' };
  return holder === 'condition' ? { what: 'argument', level: 'condition' } : null;
}

/** A key inside a map of statements that a module takes: they are in the map's objects. */
function keyOfInput({ length }: readonly OpenFrame[], holder: string | null): AccessPartAt | null {
  if (length === 3) return { what: 'argument', level: 'statement', isKey: true };
  if (isOneOf(PRINCIPAL_BLOCKS, holder)) return { what: 'argument', level: 'principals' };
  return holder === 'conditions' ? { what: 'argument', level: 'condition' } : null;
}

/** The owner of braces: the key before them, or before their list; for a dynamic block, the block that it makes. */
function nameOf(frames: readonly OpenFrame[], index: number): string | null {
  const frame = frames[index];
  const outer = frames[index - 1];
  if (frame === undefined) return null;
  if (frame.key === 'content' && outer?.key === 'dynamic') return outer.labels[0] ?? null;
  if (frame.key !== null) return frame.key;
  return outer?.bracket === '[' ? outer.key : null;
}

function isOneOf(names: readonly string[], name: string | null): boolean {
  return name !== null && names.includes(name);
}

/** The text of a block's argument, as far as it is written out. */
function textIn(around: string, name: string): string | null {
  return new RegExp(`\\b${name}"?\\s*[=:]\\s*"([^"\\n]*)"`).exec(around)?.[1] ?? null;
}
