import type { Node, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import type { MappedText } from '../syntax/tree/mappedText.ts';
import { isTooDeep, markHoles } from './holes.ts';

/** A node of JSON text, as jsonc-parser reads it; offsets are those of the mapped text. */
export type JsonNode = Node;

/** A place that no JSON parser accepts: half-open offsets of the mapped text and jsonc-parser's code. */
export interface JsonProblem {
  readonly code: ParseError['error'];
  readonly start: number;
  readonly end: number;
}

/** JSON inside a string, with unknown ranges where the string has them. */
export interface JsonDocument {
  readonly mapped: MappedText;
  /** Null when nothing is known about the structure (an unknown range may contain any of it, or the text is empty). */
  readonly root: JsonNode | null;
  /** Only problems that no value of the unknown ranges could resolve. */
  readonly problems: readonly JsonProblem[];
  /** Offsets of unknown ranges that are whole values; the tree has a number node there. */
  readonly holes: ReadonlySet<number>;
}

/** `strict`: as AWS and Terraform read it; `lenient`: comments and trailing commas are allowed. */
type JsonDialect = 'strict' | 'lenient';

/** Reads a mapped text as JSON. Never throws. */
export function readJson(mapped: MappedText, dialect: JsonDialect = 'strict'): JsonDocument {
  const { text, valueHoles: holes, firstUnreadable } = markHoles(mapped.text);
  if (isTooDeep(text)) return { mapped, root: null, problems: [], holes };
  const errors: ParseError[] = [];
  const isLenient = dialect === 'lenient';
  const root = parseTree(text, errors, { disallowComments: !isLenient, allowTrailingComma: isLenient }) ?? null;
  const found = errors.map(({ error, offset, length }) => ({ code: error, start: offset, end: offset + length }));
  const doubtful = found.findIndex((problem) => problem.end > firstUnreadable || dependsOnHole(text, problem, holes));
  const isUnreadable = firstUnreadable !== Number.POSITIVE_INFINITY || doubtful !== -1;
  const problems = doubtful === -1 ? found : found.slice(0, doubtful);
  return { mapped, root: isUnreadable ? null : root, problems, holes };
}

/** True when the unknown range could resolve the problem, because the problem is at the range or right after it. */
function dependsOnHole(text: string, { start, end }: JsonProblem, holes: ReadonlySet<number>): boolean {
  if (holes.size === 0) return false;
  let before = start - 1;
  while (before >= 0 && text.charAt(before).trim() === '') before -= 1;
  if (holes.has(before)) return true;
  for (let offset = start; offset < Math.max(end, start + 1); offset += 1) if (holes.has(offset)) return true;
  return false;
}
