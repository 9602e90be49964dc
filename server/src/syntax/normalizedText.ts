import type { MappedSegment, MappedText } from './tree/mappedText.ts';
import { isEditable, sourceOf } from './tree/mappedText.ts';

/** A letter and its combining marks, or parts of a Korean syllable. */
const COMPOSABLE =
  /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[\uac00-\ud7a3][\u11a8-\u11c2]|\P{M}?\p{M}+|[^\p{ASCII}]/gu;

/** A range of a text with another spelling in the normal form. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A text in Unicode's composed normal form, in which Terraform keeps every string. Each change counts as an escape: its
 * place is everything that spells it.
 */
export function normalizeMapped(mapped: MappedText): MappedText {
  const { text } = mapped;
  const normal = text.normalize('NFC');
  if (normal === text) return mapped;
  const changes = [...text.matchAll(COMPOSABLE)].flatMap(({ index, 0: written }) => {
    const composed = written.normalize('NFC');
    return composed === written ? [] : [{ start: index, end: index + written.length, text: composed }];
  });
  const builder = new Pieces(mapped);
  for (const change of changes) builder.change(change);
  return { ...mapped, ...builder.end() };
}

/** Builds a mapped text again, with some ranges changed. */
class Pieces {
  readonly #mapped: MappedText;
  readonly #segments: MappedSegment[] = [];
  #text = '';
  /** How far the old text has been copied. */
  #taken = 0;

  constructor(mapped: MappedText) {
    this.#mapped = mapped;
  }

  change({ start, end, text }: Change): void {
    this.#keepUntil(start);
    const kind = isEditable(this.#mapped, start, end) ? 'escaped' : 'computed';
    this.#add(kind, text, sourceOf(this.#mapped, start, end));
    this.#taken = end;
  }

  end(): Pick<MappedText, 'text' | 'segments'> {
    this.#keepUntil(this.#mapped.text.length);
    return { text: this.#text, segments: this.#segments };
  }

  #keepUntil(end: number): void {
    for (const segment of this.#mapped.segments) {
      const [from, to] = [Math.max(segment.start, this.#taken), Math.min(segment.end, end)];
      if (from >= to) continue;
      const isPart = segment.kind === 'verbatim';
      const place = isPart ? sourceOf(this.#mapped, from, to) : segment.place;
      this.#add(segment.kind, this.#mapped.text.slice(from, to), place);
    }
    this.#taken = Math.max(this.#taken, end);
  }

  #add(kind: MappedSegment['kind'], value: string, place: MappedSegment['place']): void {
    const start = this.#text.length;
    this.#text += value;
    this.#segments.push({ kind, start, end: this.#text.length, place });
  }
}
