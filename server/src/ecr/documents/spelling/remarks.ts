import type { Comment, Range } from '../../../syntax/tree/tree.ts';
import type { Remarks } from './sourceTree.ts';

/** Assigns the comments of a text to their nodes and knows which are left over. */
export class RemarkReader {
  readonly #text: string;
  readonly #free: Set<Comment>;

  /** The comments of a range of a piece. */
  constructor(text: string, comments: readonly Comment[], { start, end }: Range) {
    this.#text = text;
    this.#free = new Set(comments.filter((comment) => comment.start >= start && comment.end <= end));
  }

  /** True when comments are in places that have no counterpart in another spelling. */
  get isIncomplete(): boolean {
    return this.#free.size > 0;
  }

  /** The comments of consecutive items inside brackets, and those after the last one. */
  around(open: Range, parts: readonly Range[], close: Range): { remarks: readonly Remarks[]; rest: readonly string[] } {
    const above = parts.map((): string[] => []);
    const behind = parts.map((): string[] => []);
    const rest: string[] = [];
    for (const comment of this.#free) {
      if (comment.start < open.end || comment.end > close.start) continue;
      if (parts.some(({ start, end }) => start <= comment.start && comment.end <= end)) continue;
      this.#free.delete(comment);
      const previous = parts.findLastIndex(({ end }) => end <= comment.start);
      const words = this.#text.slice(comment.start, comment.end).trimEnd();
      const isBehind = previous !== -1 && !this.#hasNewline(parts[previous]?.end ?? 0, comment.start);
      if (isBehind) behind[previous]?.push(words);
      else (above[previous + 1] ?? rest).push(words);
    }
    const remarks = parts.map((_, index) => ({
      above: above[index] ?? [],
      behind: behind[index]?.length ? (behind[index]?.join(' ') ?? null) : null,
    }));
    return { remarks, rest };
  }

  /** Takes the comments inside a range whose text is kept unchanged. */
  takeWithin({ start, end }: Range): void {
    for (const comment of this.#free) if (comment.start >= start && comment.end <= end) this.#free.delete(comment);
  }

  #hasNewline(start: number, end: number): boolean {
    return this.#text.slice(start, end).includes('\n');
  }
}
