import type { Comment } from '../tree/tree.ts';
import { blankEnd, lineEnd } from './characters.ts';

/** A position in a text that knows its line, and skips blanks, line ends and comments. */
export class TriviaReader {
  readonly text: string;
  readonly comments: Comment[] = [];
  position = 0;
  /** True when a line ended between the last token and the position. */
  newlineBefore = true;
  /** Offset after the first line end since the last token; -1 for none. */
  lineBreak = -1;
  /** Offset of the first character of the current line. */
  lineStart = 0;
  /** True once a decision depended on later text (an unclosed heredoc or comment). */
  guessed = false;
  /** Offset of a block comment without end, or -1. */
  unclosedComment = -1;
  /** The end of the text in reach: its end, or that of the heredoc around the position. */
  protected end: number;
  #noCommentEndFrom = Number.POSITIVE_INFINITY;
  #indentLine = -1;
  #indent = 0;

  constructor(text: string) {
    this.text = text;
    this.end = text.length;
    this.position = firstPosition(text, 0);
  }

  protected startAt(offset: number): void {
    this.position = firstPosition(this.text, offset);
    this.lineStart = offset;
    this.newlineBefore = true;
    this.lineBreak = -1;
    this.guessed = false;
    this.unclosedComment = -1;
    this.comments.length = 0;
    this.end = this.text.length;
  }

  /** The indentation of the current line. */
  protected lineIndent(): number {
    if (this.#indentLine !== this.lineStart) {
      this.#indentLine = this.lineStart;
      this.#indent = blankEnd(this.text, this.lineStart) - this.lineStart;
    }
    return this.#indent;
  }

  /** Passes blanks, line ends and comments. */
  protected skipTrivia(): void {
    const text = this.text;
    for (;;) {
      const code = text.charCodeAt(this.position);
      if (this.position >= this.end) return;
      if (code === 32 || code === 9) this.position = blankEnd(text, this.position + 1);
      else if (code === 10) this.#passNewline(this.position + 1);
      else if (code === 13 && text.charCodeAt(this.position + 1) === 10) this.#passNewline(this.position + 2);
      else if (code === 35) this.#skipLineComment('#');
      else if (code === 47 && text.charCodeAt(this.position + 1) === 47) this.#skipLineComment('//');
      else if (code === 47 && text.charCodeAt(this.position + 1) === 42) this.#skipBlockComment();
      else return;
    }
  }

  #passNewline(next: number): void {
    this.position = next;
    this.lineStart = next;
    this.newlineBefore = true;
    if (this.lineBreak === -1) this.lineBreak = next;
  }

  /** Finds the start of the current line in the range that was just skipped. */
  protected passLines(from: number): void {
    for (let offset = this.position - 1; offset >= from; offset -= 1) {
      if (this.text.charCodeAt(offset) !== 10) continue;
      this.lineStart = offset + 1;
      return;
    }
  }

  #skipLineComment(style: '#' | '//'): void {
    const start = this.position;
    this.position = Math.min(this.end, lineEnd(this.text, start));
    this.comments.push({ kind: 'Comment', style, start, end: this.position });
  }

  #skipBlockComment(): void {
    const start = this.position;
    let close = start >= this.#noCommentEndFrom ? -1 : this.text.indexOf('*/', start + 2);
    if (close === -1) this.#noCommentEndFrom = Math.min(start, this.#noCommentEndFrom);
    if (close + 2 > this.end) close = -1;
    if (close === -1) {
      this.guessed = true;
      this.unclosedComment = this.unclosedComment === -1 ? start : this.unclosedComment;
      this.position = Math.min(this.end, lineEnd(this.text, start));
    } else {
      this.position = close + 2;
      this.passLines(start);
    }
    this.comments.push({ kind: 'Comment', style: '/*', start, end: this.position });
  }
}

/** A byte order mark is skipped at the very start of a text, and only there. */
function firstPosition(text: string, offset: number): number {
  return offset === 0 && text.charCodeAt(0) === 0xfeff ? 1 : offset;
}
