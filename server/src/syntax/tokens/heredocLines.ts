import { blankEnd, identifierEnd, lineEnd, looksLikeIdentifier, spaceEnd, startsIdentifier } from './characters.ts';
import { LineShape, lineShapeAt, standingIndent } from './lineShape.ts';

/** The end of a heredoc's text, and whether its closing marker exists. */
export interface HeredocEnd {
  /** Offset of the first character of the line after the heredoc's text. */
  readonly offset: number;
  readonly terminated: boolean;
}

/** The heredoc marker that a line opens at its very end (`<<EOF`, `<<-EOF`), or an empty text. */
function openedMarker(text: string, start: number, end: number): string {
  let from = end;
  while (from > start && looksLikeIdentifier(text.charCodeAt(from - 1))) from -= 1;
  if (from === end || text.charCodeAt(from - 1) !== 60 || text.charCodeAt(from - 2) !== 60) return '';
  return text.slice(text.charCodeAt(from) === 45 ? from + 1 : from, end);
}

/** The first number in an ascending list that is not below `least`, or -1. */
function firstFrom(sorted: readonly number[] | undefined, least: number): number {
  if (sorted === undefined) return -1;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return sorted[low] ?? -1;
}

function addTo(index: Map<string, number[]>, key: string, offset: number): void {
  const offsets = index.get(key);
  if (offsets === undefined) index.set(key, [offset]);
  else offsets.push(offset);
}

/**
 * The lines that matter to heredocs, indexed on demand, each line once. So the time for all heredocs of a text together
 * is linear, however many of them are unclosed.
 */
export class HeredocLines {
  readonly #text: string;
  #from = -1;
  #indexedTo = 0;
  readonly #terminators = new Map<string, number[]>();
  readonly #openers = new Map<string, number[]>();
  readonly #headers: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The end of a heredoc whose text begins at `bodyStart`, on the line after the one at `openerLine`.
   *
   * The first line with the marker alone ends it, as HCL has it. Without one the text ends at the first line that can
   * only be what comes next; that of a heredoc inside another, whose text ends at `outerEnd`, ends there. The same holds
   * when the marker looks like that of a later heredoc (another opener with the marker stands before it, behind a block
   * header or as deep as this one) and `fitsAt` says that what follows it does not close what is open here.
   * `outerEnd` is -1 for one that is in no other.
   */
  endOf(
    marker: string,
    openerLine: number,
    bodyStart: number,
    outerEnd: number,
    fitsAt: (terminator: number) => boolean,
  ): HeredocEnd {
    if (this.#from === -1 || bodyStart < this.#from) this.#restart(bodyStart);
    const terminator = this.#terminatorFrom(marker, bodyStart);
    const isOwn =
      terminator !== -1 &&
      (outerEnd === -1 || terminator <= outerEnd) &&
      (!this.#looksLater(marker, openerLine, bodyStart, terminator) || fitsAt(terminator));
    if (isOwn) return { offset: terminator, terminated: true };
    const offset = outerEnd === -1 ? this.#guessEnd(openerLine, bodyStart) : outerEnd;
    return { offset, terminated: false };
  }

  #restart(offset: number): void {
    this.#from = offset;
    this.#indexedTo = offset;
    this.#terminators.clear();
    this.#openers.clear();
    this.#headers.length = 0;
  }

  #terminatorFrom(marker: string, offset: number): number {
    for (;;) {
      const known = firstFrom(this.#terminators.get(marker), offset);
      if (known !== -1 || this.#indexedTo >= this.#text.length) return known;
      while (this.#indexedTo < this.#text.length) {
        if (this.#indexLine() === marker) break;
      }
    }
  }

  /** Indexes one more line and returns the marker that it could be. */
  #indexLine(): string {
    const text = this.#text;
    const start = this.#indexedTo;
    const newline = text.indexOf('\n', start);
    this.#indexedTo = newline === -1 ? text.length : newline + 1;
    const end = newline > start && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
    if (newline === -1) return '';
    const first = spaceEnd(text, start);
    const opened = openedMarker(text, start, end);
    if (opened !== '') addTo(this.#openers, opened, start);
    if (!startsIdentifier(text, first)) return '';
    const wordEnd = identifierEnd(text, first);
    if (spaceEnd(text, wordEnd) >= end) {
      const word = text.slice(first, wordEnd);
      addTo(this.#terminators, word, start);
      return word;
    }
    if (first === start && lineShapeAt(text, start) === LineShape.BlockHeader) this.#headers.push(start);
    return '';
  }

  #looksLater(marker: string, openerLine: number, bodyStart: number, terminator: number): boolean {
    const text = this.#text;
    const opener = firstFrom(this.#openers.get(marker), bodyStart);
    if (opener === -1 || opener >= terminator) return false;
    const header = firstFrom(this.#headers, bodyStart);
    const openerAfterHeader = header === -1 ? -1 : firstFrom(this.#openers.get(marker), header);
    if (openerAfterHeader !== -1 && openerAfterHeader < terminator) return true;
    const ownFirst = blankEnd(text, openerLine);
    const first = blankEnd(text, opener);
    return (
      first - opener === ownFirst - openerLine &&
      lineShapeAt(text, ownFirst) === LineShape.Attribute &&
      lineShapeAt(text, first) === LineShape.Attribute
    );
  }

  /** The first line that cannot be part of the heredoc, judged by its layout. */
  #guessEnd(openerLine: number, bodyStart: number): number {
    const text = this.#text;
    const ownFirst = blankEnd(text, openerLine);
    const ownIndent = ownFirst - openerLine;
    const standing = standingIndent(text, bodyStart - 1, ownIndent);
    let braces = 0;
    for (let start = bodyStart; start < text.length; ) {
      const end = lineEnd(text, start);
      const first = blankEnd(text, start);
      const indent = first - start;
      const shape = indent <= standing ? lineShapeAt(text, first) : LineShape.Other;
      if (shape === LineShape.BlockHeader) return start;
      if (
        shape === LineShape.Attribute &&
        (indent === ownIndent || indent === standing) &&
        isSpacedAttribute(text, first)
      )
        return start;
      const closes = text.charCodeAt(first) === 125;
      if (closes && braces <= 0 && indent < standing) return start;
      if (closes) braces -= 1;
      if (text.charCodeAt(end - 1) === 123) braces += 1;
      const newline = text.indexOf('\n', end);
      start = newline === -1 ? text.length : newline + 1;
    }
    return text.length;
  }
}

/** `name = …` as people write HCL, not `NAME=…` as in a shell script. */
function isSpacedAttribute(text: string, offset: number): boolean {
  const code = text.charCodeAt(identifierEnd(text, offset));
  return code === 32 || code === 9;
}
