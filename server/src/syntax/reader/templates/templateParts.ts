import { draftValue, indentationOf, type LiteralDraft, literalOf, trimStart } from '../../tree/literal.ts';
import type { Expression, Name, Range, TemplateInterpolation, TemplatePart } from '../../tree/tree.ts';
import { messages } from '../syntaxMessages.ts';
import { type Cursor, NESTING_LIMIT } from '../tokenCursor.ts';

/** The text between `%{` and `}`. */
export type Directive =
  | { readonly word: 'if'; readonly condition: Expression }
  | { readonly word: 'for'; readonly key: Name | null; readonly value: Name | null; readonly collection: Expression }
  | { readonly word: 'else' | 'endif' | 'endfor' }
  | { readonly word: ''; readonly expression: Expression };

/** One item of a template before directives are assembled. */
export type TemplateEntry =
  | { readonly kind: 'literal'; readonly draft: LiteralDraft }
  | { readonly kind: 'part'; readonly part: TemplateInterpolation }
  | (Range & { readonly kind: 'directive'; readonly directive: Directive });

/**
 * Removes the common indentation of all lines in a `<<-` heredoc. Blank lines do not count and keep their spaces; a
 * line that begins with an interpolation has no indentation; a line whose start was trimmed does not count as a line
 * start.
 */
export function flushIndentation(entries: readonly TemplateEntry[]): void {
  let least = Number.POSITIVE_INFINITY;
  let atLineStart = true;
  const lines: LiteralDraft[] = [];
  for (const entry of entries) {
    if (atLineStart) {
      const indentation = entry.kind === 'literal' ? indentationOf(entry.draft) : 0;
      if (indentation !== undefined) {
        least = Math.min(least, indentation);
        if (entry.kind === 'literal') lines.push(entry.draft);
      }
    }
    atLineStart = entry.kind === 'literal' ? draftValue(entry.draft).endsWith('\n') : false;
  }
  for (const draft of lines) trimStart(draft, least);
}

/** A directive that waits for its end. */
interface OpenDirective {
  readonly start: number;
  readonly end: number;
  readonly directive: Directive & { readonly word: 'if' | 'for' };
  parts: TemplatePart[];
  /** The parts before the else. */
  then: TemplatePart[] | null;
}

class PartsBuilder {
  readonly #cursor: Cursor;
  readonly #open: OpenDirective[] = [];
  readonly #parts: TemplatePart[] = [];
  #drafts: LiteralDraft[] = [];

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  add(entry: TemplateEntry): void {
    if (entry.kind === 'literal') {
      this.#drafts.push(entry.draft);
      return;
    }
    this.#endLiteral();
    if (entry.kind === 'part') this.#add(entry.part);
    else this.#addDirective(entry.directive, entry.start, entry.end);
  }

  finish(end: number): readonly TemplatePart[] {
    this.#endLiteral();
    while (this.#open.length > 0) {
      const open = this.#open[this.#open.length - 1];
      if (open !== undefined) this.#cursor.report(open.start, open.end, messages.directiveUnclosed);
      this.#close(end);
    }
    return this.#parts;
  }

  #add(part: TemplatePart): void {
    (this.#open[this.#open.length - 1]?.parts ?? this.#parts).push(part);
  }

  #endLiteral(): void {
    const first = this.#drafts[0];
    const last = this.#drafts[this.#drafts.length - 1];
    if (first === undefined || last === undefined) return;
    this.#add(literalOf(this.#drafts, first.start, last.end));
    this.#drafts = [];
  }

  #addDirective(directive: Directive, start: number, end: number): void {
    const innermost = this.#open[this.#open.length - 1];
    const { word } = directive;
    if (word === 'if' || word === 'for') {
      if (this.#open.length < NESTING_LIMIT) {
        this.#open.push({ start, end, directive, parts: [], then: null });
        return;
      }
      this.#addInvalid(start, end, messages.nestingTooDeep, null);
    } else if (word === 'else' && innermost?.directive.word === 'if' && innermost.then === null) {
      innermost.then = innermost.parts;
      innermost.parts = [];
    } else if (innermost !== undefined && word === `end${innermost.directive.word}`) {
      this.#close(end);
    } else {
      this.#addInvalid(start, end, messages.directiveUnexpected, word === '' ? directive.expression : null);
    }
  }

  /** An invalid directive becomes an empty interpolation in the tree. */
  #addInvalid(start: number, end: number, message: string, expression: Expression | null): void {
    if (expression === null) this.#cursor.report(start, end, message);
    const inner: Expression = expression ?? { kind: 'InvalidExpression', start, end };
    this.#add({ kind: 'TemplateInterpolation', start, end: Math.max(end, inner.end), expression: inner, close: null });
  }

  #close(end: number): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    const { start, directive } = open;
    if (directive.word === 'if') {
      const otherwise = open.then === null ? null : open.parts;
      const then = open.then ?? open.parts;
      this.#add({ kind: 'TemplateIf', start, end, condition: directive.condition, then, otherwise });
    } else {
      const { key, value, collection } = directive;
      this.#add({ kind: 'TemplateFor', start, end, key, value, collection, parts: open.parts });
    }
  }
}

/** The parts of a template that ends at `end`: literals joined, directives with their contents. */
export function partsOf(cursor: Cursor, entries: readonly TemplateEntry[], end: number): readonly TemplatePart[] {
  const builder = new PartsBuilder(cursor);
  for (const entry of entries) builder.add(entry);
  return builder.finish(end);
}
