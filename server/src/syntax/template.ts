import type { Cursor } from './cursor.ts';
import { readForNames } from './forExpression.ts';
import { escapedDraft, type LiteralDraft, trimEnd, trimStart, verbatimDraft } from './literal.ts';
import { messages } from './problems.ts';
import { type Directive, flushIndentation, partsOf, type TemplateEntry } from './templateParts.ts';
import { TokenKind } from './tokens.ts';
import type { Expression, Name, Template } from './tree.ts';

/** Reads a quoted string or a heredoc at the cursor. */
export function readTemplate(cursor: Cursor): Template {
  const { text } = cursor;
  const form = cursor.tokens.kind(cursor.position) === TokenKind.QuoteOpen ? 'quoted' : 'heredoc';
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  const indented = form === 'heredoc' && text.charCodeAt(open.start + 2) === 45;
  const entries = readEntries(cursor, form === 'quoted');
  const contentEnd = cursor.lastEnd;
  if (indented) flushIndentation(entries);
  const parts = partsOf(cursor, entries, contentEnd);
  const close = cursor.leave(inside);
  const last = parts[parts.length - 1];
  const end = close?.end ?? Math.max(last?.end ?? 0, contentEnd);
  if (close === null) reportUnclosed(cursor, form, open.start, open.end);
  const marker = form === 'quoted' ? null : markerOf(text, open.start + (indented ? 3 : 2), open.end);
  return { kind: 'Template', start: open.start, end, form, parts, open, close, marker, indented };
}

function reportUnclosed(cursor: Cursor, form: Template['form'], start: number, end: number): void {
  cursor.report(start, end, form === 'quoted' ? messages.quoteUnclosed : messages.heredocUnclosed);
}

function markerOf(text: string, start: number, end: number): Name {
  return { kind: 'Name', start, end, text: text.slice(start, end) };
}

/** What stands in a template, in one row, trimmed as its `~` markers ask. */
function readEntries(cursor: Cursor, quoted: boolean): TemplateEntry[] {
  const entries: TemplateEntry[] = [];
  let trimNext = false;
  while (cursor.kind !== TokenKind.End) {
    const { kind, start } = cursor;
    if (kind === TokenKind.Literal || kind === TokenKind.EscapedLiteral) {
      const drafts = readLiteral(cursor, kind === TokenKind.EscapedLiteral, quoted);
      if (trimNext && drafts[0] !== undefined) trimStart(drafts[0], Number.POSITIVE_INFINITY);
      trimNext = false;
      for (const draft of drafts) entries.push({ kind: 'literal', draft });
      continue;
    }
    if (kind !== TokenKind.InterpolationOpen && kind !== TokenKind.DirectiveOpen) {
      cursor.reportHere(messages.extraInTemplate);
      cursor.take();
      continue;
    }
    const previous = entries[entries.length - 1];
    const { end } = cursor.range(cursor.position);
    if (end - start === 3 && previous?.kind === 'literal') trimEnd(previous.draft);
    entries.push(kind === TokenKind.InterpolationOpen ? readInterpolation(cursor) : readDirective(cursor));
    const closer = cursor.position - 1;
    trimNext =
      cursor.tokens.kind(closer) === TokenKind.TemplateClose &&
      cursor.tokens.end(closer) - cursor.tokens.start(closer) === 2;
  }
  return entries;
}

/** The drafts of one literal token; a heredoc's are a line each, because trimming and indentation go by lines. */
function readLiteral(cursor: Cursor, escaped: boolean, quoted: boolean): LiteralDraft[] {
  const { text } = cursor;
  const { start, end } = cursor.take();
  const draft = (from: number, to: number): LiteralDraft =>
    escaped
      ? escapedDraft(text, from, to, quoted, (badStart, badEnd) => cursor.report(badStart, badEnd, messages.escape))
      : verbatimDraft(text, from, to);
  if (quoted) return [draft(start, end)];
  const drafts: LiteralDraft[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 || newline >= end ? end : newline + 1;
    drafts.push(draft(from, to));
    from = to;
  }
  return drafts;
}

function readInterpolation(cursor: Cursor): TemplateEntry {
  const inside = cursor.enter(cursor.position, false);
  const { start, end } = cursor.take();
  const expression = cursor.readExpression(cursor);
  const close = endSequence(cursor, inside, start, end);
  const partEnd = close?.end ?? Math.max(expression.end, cursor.lastEnd);
  return { kind: 'part', part: { kind: 'TemplateInterpolation', start, end: partEnd, expression, close } };
}

function endSequence(cursor: Cursor, inside: ReturnType<Cursor['enter']>, start: number, end: number) {
  if (cursor.kind !== TokenKind.End) {
    cursor.reportHere(messages.extraInTemplate);
    cursor.skipJunk(false);
  }
  const close = cursor.leave(inside);
  if (close === null) cursor.report(start, end, messages.interpolationUnclosed);
  return close;
}

function readDirective(cursor: Cursor): TemplateEntry {
  const inside = cursor.enter(cursor.position, false);
  const { start, end } = cursor.take();
  const content = readDirectiveContent(cursor);
  const close = endSequence(cursor, inside, start, end);
  return { kind: 'directive', start, end: close?.end ?? cursor.lastEnd, directive: content };
}

function readDirectiveContent(cursor: Cursor): Directive {
  if (cursor.isWord('if')) {
    cursor.take();
    return { word: 'if', condition: cursor.readExpression(cursor) };
  }
  if (cursor.isWord('for')) {
    cursor.take();
    const { key, value } = readForNames(cursor);
    return { word: 'for', key, value, collection: cursor.readExpression(cursor) };
  }
  for (const word of ['else', 'endif', 'endfor'] as const) {
    if (!cursor.isWord(word)) continue;
    cursor.take();
    return { word };
  }
  const start = cursor.start;
  cursor.reportHere(messages.directive);
  cursor.skipJunk(false);
  const expression: Expression = { kind: 'InvalidExpression', start, end: Math.max(start, cursor.lastEnd) };
  return { word: '', expression };
}
