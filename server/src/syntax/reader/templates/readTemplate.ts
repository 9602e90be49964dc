import { TokenKind } from '../../tokens/tokens.ts';
import { escapedDraft, type LiteralDraft, trimEnd, trimStart, verbatimDraft } from '../../tree/literal.ts';
import type { Expression, Name, Template, TemplatePart } from '../../tree/tree.ts';
import { readForNames } from '../expressions/readFor.ts';
import { messages } from '../syntaxMessages.ts';
import type { Cursor } from '../tokenCursor.ts';
import { type Directive, flushIndentation, partsOf, type TemplateEntry } from './templateParts.ts';

/** Reads a quoted string or a heredoc at the cursor. */
export function readTemplate(cursor: Cursor): Template {
  return readPlainString(cursor) ?? readAnyTemplate(cursor);
}

/** A quoted string with a single literal, as nearly all are; null for any other. */
function readPlainString(cursor: Cursor): Template | null {
  const { tokens, position: opener, limit, text } = cursor;
  const closer = tokens.match(opener);
  if (closer !== opener + 2 || closer >= limit || tokens.kind(opener) !== TokenKind.QuoteOpen) return null;
  if (tokens.kind(opener + 1) !== TokenKind.Literal) return null;
  const start = tokens.start(opener + 1);
  const end = tokens.end(opener + 1);
  const value = text.slice(start, end);
  const segments = [{ start, end, value, verbatim: true }];
  const parts: Template['parts'] = [{ kind: 'TemplateLiteral', start, end, value, segments }];
  const open = cursor.range(opener);
  const close = cursor.range(closer);
  cursor.position = closer + 1;
  const { start: from } = open;
  return {
    kind: 'Template',
    start: from,
    end: close.end,
    form: 'quoted',
    parts,
    open,
    close,
    marker: null,
    indented: false,
  };
}

function readAnyTemplate(cursor: Cursor): Template {
  const { text } = cursor;
  const plain = readPlain(cursor);
  if (plain !== null) return plain;
  const form = cursor.tokens.kind(cursor.position) === TokenKind.QuoteOpen ? 'quoted' : 'heredoc';
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  const indented = form === 'heredoc' && text.charCodeAt(open.start + 2) === 45;
  const entries = readEntries(cursor, form === 'quoted', indented);
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

/** A closed string without escapes and interpolations: nearly all strings, and much faster. */
function readPlain(cursor: Cursor): Template | null {
  const { tokens, position, text } = cursor;
  const close = tokens.match(position);
  if (close >= cursor.limit || tokens.kind(close) !== TokenKind.QuoteClose) return null;
  const parts: TemplatePart[] = [];
  if (close === position + 2) {
    if (tokens.kind(position + 1) !== TokenKind.Literal) return null;
    const start = tokens.start(position + 1);
    const end = tokens.end(position + 1);
    const value = text.slice(start, end);
    parts.push({ kind: 'TemplateLiteral', start, end, value, segments: [{ start, end, value, verbatim: true }] });
  } else if (close !== position + 1) {
    return null;
  }
  const open = cursor.take();
  cursor.position = close + 1;
  const closed = cursor.range(close);
  const { start } = open;
  const { end } = closed;
  return { kind: 'Template', start, end, form: 'quoted', parts, open, close: closed, marker: null, indented: false };
}

function reportUnclosed(cursor: Cursor, form: Template['form'], start: number, end: number): void {
  cursor.report(start, end, form === 'quoted' ? messages.quoteUnclosed : messages.heredocUnclosed);
}

function markerOf(text: string, start: number, end: number): Name {
  return { kind: 'Name', start, end, text: text.slice(start, end) };
}

/** The contents of a template, flat, trimmed as its `~` markers require. */
function readEntries(cursor: Cursor, quoted: boolean, indented: boolean): TemplateEntry[] {
  const entries: TemplateEntry[] = [];
  let trimNext = false;
  while (cursor.kind !== TokenKind.End) {
    const { kind, start } = cursor;
    if (kind === TokenKind.Literal || kind === TokenKind.EscapedLiteral) {
      const byLines = !quoted && (indented || trimNext || isTrimmedBehind(cursor));
      const drafts = readLiteral(cursor, kind === TokenKind.EscapedLiteral, quoted, byLines);
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

/** True when the literal at the cursor is followed by `${~` or `%{~`. */
function isTrimmedBehind(cursor: Cursor): boolean {
  const next = cursor.position + 1;
  return next < cursor.limit && cursor.tokens.end(next) - cursor.tokens.start(next) === 3;
}

/** The drafts of one literal token: one per line when it is trimmed or unindented, because both work by lines. */
function readLiteral(cursor: Cursor, escaped: boolean, quoted: boolean, byLines: boolean): LiteralDraft[] {
  const { text } = cursor;
  const { start, end } = cursor.take();
  const draft = (from: number, to: number): LiteralDraft =>
    escaped
      ? escapedDraft(text, from, to, quoted, (badStart, badEnd) => cursor.reportEscape(badStart, badEnd))
      : verbatimDraft(text, from, to);
  if (!byLines) return [draft(start, end)];
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
