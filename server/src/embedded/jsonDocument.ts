import type { Node, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { MappedText } from '../syntax/mappedText.ts';
import { isTooDeep, markHoles } from './holes.ts';

/** A node of JSON text, as jsonc-parser reads it; offsets are those of the mapped text. */
export type JsonNode = Node;

/** A place that no JSON parser accepts: half-open offsets of the mapped text and jsonc-parser's code. */
export interface JsonProblem {
  readonly code: ParseError['error'];
  readonly start: number;
  readonly end: number;
}

/** JSON that stands in a string, with unknown stretches where the string has them. */
export interface JsonDocument {
  readonly mapped: MappedText;
  /** Null when nothing can be said of the structure (an unknown stretch may hold any of it, or the text is empty). */
  readonly root: JsonNode | null;
  /** Only problems that no value of the unknown stretches could mend. */
  readonly problems: readonly JsonProblem[];
  /** Offsets of unknown stretches that stand for whole values; the tree has a number node there. */
  readonly holes: ReadonlySet<number>;
}

/** Reads a mapped text as strict JSON (no comments, no trailing commas). Never throws. */
export function readJson(mapped: MappedText): JsonDocument {
  const { text, valueHoles, firstUnreadable } = markHoles(mapped.text);
  if (isTooDeep(text)) return { mapped, root: null, problems: [], holes: valueHoles };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false }) ?? null;
  const [firstValueHole = Number.POSITIVE_INFINITY] = valueHoles;
  const firstHole = Math.min(firstUnreadable, firstValueHole);
  const problems = errors
    .map(({ error, offset, length }) => ({ code: error, start: offset, end: offset + length }))
    .filter(({ end }) => end <= firstHole);
  const unreadable = firstUnreadable !== Number.POSITIVE_INFINITY || (valueHoles.size > 0 && errors.length > 0);
  return { mapped, root: unreadable ? null : root, problems, holes: valueHoles };
}
