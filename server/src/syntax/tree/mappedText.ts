import type { PieceInFile, Place } from './place.ts';
import { placeOf } from './place.ts';
import type { TemplateLiteral } from './tree.ts';

/** Represents, in a mapped text, a range that is unknown before apply. One UTF-16 code unit. */
export const HOLE = '\uFFFC';

/**
 * A stretch of a mapped text and where it comes from.
 *
 * `verbatim`: the very characters of the source, one to one. `escaped`: an escape or removed space. `computed`: what
 * a known expression at `place` gave. `hole`: one `HOLE` for an unknown expression at `place`.
 */
export interface MappedSegment {
  readonly kind: 'verbatim' | 'escaped' | 'computed' | 'hole';
  /** Half-open range in the mapped text. */
  readonly start: number;
  readonly end: number;
  readonly place: Place;
  /** True for text inside a `%{ for }` or `%{ if }`, which may repeat or be absent. */
  readonly isDirected?: boolean;
}

/** How text must be escaped at a place; `none` in a file that is the text itself. */
export type Quoting = 'quoted' | 'heredoc' | 'none';

/** A string as Terraform will see it, each range with its place in the source. */
export interface MappedText {
  readonly text: string;
  readonly segments: readonly MappedSegment[];
  readonly quoting: Quoting;
  /** The whole expression that spells the text. */
  readonly place: Place;
}

const HOLES = new RegExp(`(${HOLE})`);

/** Builds a mapped text from left to right. */
export class MappedTextBuilder {
  #text = '';
  readonly #segments: MappedSegment[] = [];

  /** Adds the literal's text; `isDirected` inside a directive. */
  literal(source: PieceInFile, literal: TemplateLiteral, isDirected = false): void {
    for (const segment of literal.segments) {
      this.#add(segment.verbatim ? 'verbatim' : 'escaped', segment.value, placeOf(source, segment), isDirected);
    }
  }

  computed(value: string, place: Place): void {
    this.#add('computed', value, place);
  }

  /** Adds another text with its known and unknown ranges, as the value of the expression at `place`. */
  include(other: MappedText, place: Place): void {
    for (const stretch of other.text.split(HOLES)) {
      if (stretch === HOLE) this.hole(place);
      else if (stretch !== '') this.#add('computed', stretch, place);
    }
  }

  hole(place: Place): void {
    this.#add('hole', HOLE, place);
  }

  /** The size so far: one for each segment, and one for each four characters. */
  get size(): number {
    return this.#segments.length + Math.floor(this.#text.length / 4);
  }

  /** The text so far. */
  build(quoting: Quoting, place: Place): MappedText {
    return { text: this.#text, segments: this.#segments, quoting, place };
  }

  #add(kind: MappedSegment['kind'], value: string, place: Place, isDirected = false): void {
    const start = this.#text.length;
    this.#text += value;
    this.#segments.push({ kind, start, end: this.#text.length, place, ...(isDirected ? { isDirected } : {}) });
  }
}

/** Index of the first segment that ends after `offset`; the last segment when none does. */
function segmentIndexAt(mapped: MappedText, offset: number): number {
  let low = 0;
  let high = mapped.segments.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = mapped.segments[middle];
    if (segment !== undefined && segment.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The source of the half-open range `start`..`end` of the text: exact where it is verbatim, widened to whole escapes
 * and interpolations. A range over two pieces or files gives the place of its start.
 */
export function sourceOf(mapped: MappedText, start: number, end: number): Place {
  const first = mapped.segments[segmentIndexAt(mapped, start)];
  const last = mapped.segments[segmentIndexAt(mapped, Math.max(start, end - 1))];
  if (first === undefined || last === undefined) return mapped.place;
  const from =
    first.kind === 'verbatim' ? first.place.start + Math.min(start, first.end) - first.start : first.place.start;
  const to = last.kind === 'verbatim' ? last.place.start + Math.min(end, last.end) - last.start : last.place.end;
  if (first.place.piece !== last.place.piece) return first.place;
  return { uri: first.place.uri, piece: first.place.piece, start: from, end: Math.max(from, to) };
}

/** True when the range is spelled out once in the source, so that an edit of it can be written back. */
export function isEditable(mapped: MappedText, start: number, end: number): boolean {
  return mapped.segments.every(
    (segment) =>
      segment.end <= start ||
      segment.start >= end ||
      ((segment.kind === 'verbatim' || segment.kind === 'escaped') &&
        segment.isDirected !== true &&
        segment.place.piece === mapped.place.piece),
  );
}

/** `text` as it must be written in the source of `mapped`, with Terraform's escapes where necessary. */
export function escapeFor(mapped: MappedText, text: string): string {
  if (mapped.quoting === 'none') return text;
  const dollars = text.replaceAll('${', () => '$${').replaceAll('%{', '%%{');
  if (mapped.quoting === 'heredoc') return dollars;
  return dollars
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}
