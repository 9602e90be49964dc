import { quote } from '../../../syntax/edit/print.ts';
import type { JsonValue } from '../../../syntax/edit/term.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';

/**
 * A policy as its author wrote it: references unchanged, comments at their nodes. One spelling is read into it and
 * another is written from it. Keys are those of the JSON.
 */
export type SourceTree = SourceExpression | SourceObject | SourceList;

/** A value that is neither an object nor a list, or that is computed as a whole. */
export interface SourceExpression {
  readonly kind: 'expression';
  /** HCL; lines after the first are indented relative to it. */
  readonly text: string;
  /** The value of a constant; undefined for anything else. */
  readonly json: JsonValue | undefined;
  /** The expression that the text came from; null for generated text. */
  readonly expression: Expression | null;
  /** The text without its conversion, for a place whose type converts automatically. */
  readonly unconverted?: string;
}

/** The comments of a node. */
export interface Remarks {
  /** On separate lines above it. */
  readonly above: readonly string[];
  /** After it, on its last line. */
  readonly behind: string | null;
}

export interface SourceMember extends Remarks {
  readonly key: string;
  readonly value: SourceTree;
}

export interface SourceItem extends Remarks {
  readonly value: SourceTree;
}

export interface SourceObject {
  readonly kind: 'object';
  readonly members: readonly SourceMember[];
  /** Comments after the last member. */
  readonly rest: readonly string[];
}

export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly SourceItem[];
  readonly rest: readonly string[];
}

/** The result, or a sentence that says why another spelling is impossible. */
export type Reading = { readonly written: SourceTree } | { readonly refusal: string };

export const NO_REMARKS: Remarks = { above: [], behind: null };

/** A constant as an expression. */
export function constant(text: string, json: JsonValue): SourceExpression {
  return { kind: 'expression', text, json, expression: null };
}

/** A fully written JSON value. */
export function constantTree(value: JsonValue): SourceTree {
  if (value === null || typeof value !== 'object') {
    return constant(typeof value === 'string' ? quote(value) : String(value), value);
  }
  if (isList(value)) {
    return { kind: 'list', items: value.map((item) => ({ value: constantTree(item), ...NO_REMARKS })), rest: [] };
  }
  const members = Object.entries(value).map(([key, member]) => ({ key, value: constantTree(member), ...NO_REMARKS }));
  return { kind: 'object', members, rest: [] };
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** True when it contains a comment. */
export function hasRemarks(written: SourceTree): boolean {
  if (written.kind === 'expression') return false;
  const parts: readonly SourceItem[] = written.kind === 'object' ? written.members : written.items;
  return (
    written.rest.length > 0 ||
    parts.some(({ above, behind, value }) => above.length > 0 || behind !== null || hasRemarks(value))
  );
}
