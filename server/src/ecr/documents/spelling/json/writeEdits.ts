import type { JsonDocument, JsonNode } from '../../../../embedded/jsonDocument.ts';
import type { Sequence } from '../../../../syntax/edit/listItems.ts';
import { printJson, printJsonInline } from '../../../../syntax/edit/print.ts';
import { escapeFor, isEditable, sourceOf } from '../../../../syntax/tree/mappedText.ts';
import type { Range } from '../../../../syntax/tree/tree.ts';
import type { PolicyMember } from '../../documentNodes.ts';
import type { SpellingWriter } from '../editSite.ts';
import { damageOf } from './jsonProblems.ts';
import { findSlips, withoutSlips } from './jsonSlips.ts';

/** The start of a directive; a doubled sign is plain text. */
const DIRECTIVE = /(?<!%)%\{/;

/** Writes policies spelled as JSON text in heredocs and quoted strings. */
export const jsonWriter: SpellingWriter = {
  rangeOf({ origin }) {
    if (origin.spelling !== 'json' || damageOf(origin.document) !== null) return null;
    const { document, node } = origin;
    const range = rangeIn(document, node.offset, node.offset + node.length);
    return range === null ? null : { source: document.mapped.place, ...range };
  },
  rangeOfKey({ value, keyPlace }) {
    if (value.origin.spelling !== 'json' || damageOf(value.origin.document) !== null) return null;
    const { document, node } = value.origin;
    const [key] = node.parent?.children ?? [];
    return key !== undefined && rangeIn(document, key.offset, key.offset + key.length) !== null ? keyPlace : null;
  },
  printKey({ keyPlace }, key) {
    const isEscaped = keyPlace.piece.text.startsWith('\\"', keyPlace.start);
    return isEscaped ? `\\"${key}\\"` : `"${key}"`;
  },
  alignRenamed: () => [],
  printValue(value, layout) {
    return layout === 'lines' ? printJson(value) : printJsonInline(value);
  },
  container({ origin }) {
    if (origin.spelling !== 'json' || damageOf(origin.document) !== null) return null;
    const { document, node } = origin;
    const sequence = sequenceOf(document, node);
    if (sequence === null) return null;
    const colon = colonOf(document, node);
    return {
      source: document.mapped.place,
      sequence,
      alignWithout: () => [],
      indexOf: (member: PolicyMember) =>
        member.origin.spelling === 'json' ? (node.children ?? []).indexOf(member.origin.property) : -1,
      printMember: (key, value) => ({ text: `${escapeFor(document.mapped, `"${key}"`)}${colon}${value}`, edits: [] }),
    };
  },
};

/** The range of JSON text in the source, if it is written out there. */
export function rangeIn(document: JsonDocument, start: number, end: number): Range | null {
  if (!isEditable(document.mapped, start, end)) return null;
  const { start: from, end: to, piece } = sourceOf(document.mapped, start, end);
  return piece === document.mapped.place.piece ? { start: from, end: to } : null;
}

function sequenceOf(document: JsonDocument, node: JsonNode): Sequence | null {
  const children = node.children ?? [];
  const end = node.offset + node.length;
  const open = rangeIn(document, node.offset, node.offset + 1);
  const close = rangeIn(document, end - 1, end);
  if (open === null || close === null) return null;
  const text = withoutComments(document);
  const items = children.map((child, index) => {
    const childEnd = child.offset + child.length;
    const next = children[index + 1]?.offset ?? end - 1;
    const comma = text.slice(childEnd, next).indexOf(',');
    return {
      ...sourceRange(document, child.offset, childEnd),
      comma: comma === -1 ? null : rangeIn(document, childEnd + comma, childEnd + comma + 1),
    };
  });
  const sequence: Sequence = {
    text: document.mapped.place.piece.text,
    open,
    close,
    items,
    commaRequired: true,
    padding: '',
  };
  return isWrittenOnce(document, sequence) ? sequence : null;
}

/**
 * False when a template directive begins or ends between the brackets and items: some items then repeat or disappear,
 * and so would text written next to them.
 */
function isWrittenOnce({ mapped }: JsonDocument, { text, open, close, items }: Sequence): boolean {
  let offset = open.end;
  for (const { start, end } of [...items, close]) {
    if (start < offset) return false;
    if (mapped.quoting !== 'none' && DIRECTIVE.test(text.slice(offset, start))) return false;
    offset = end;
  }
  return true;
}

/**
 * The text with comments replaced by blanks, because they may contain commas; JSON has no comments, but a text being
 * typed may.
 */
function withoutComments({ mapped, problems }: JsonDocument): string {
  if (problems.length === 0) return mapped.text;
  return withoutSlips(
    mapped.text,
    findSlips(mapped.text).filter(({ kind }) => kind === 'comment'),
  );
}

function sourceRange(document: JsonDocument, start: number, end: number): Range {
  const place = sourceOf(document.mapped, start, end);
  return { start: place.start, end: place.end };
}

/** The text between a key and its value in this object; a colon and a space when there is no example. */
function colonOf({ mapped }: JsonDocument, node: JsonNode): string {
  const [key, value] = node.children?.[0]?.children ?? [];
  if (key === undefined || value === undefined) return ': ';
  const between = mapped.text.slice(key.offset + key.length, value.offset);
  return /^ ?: ?$/.test(between) ? between : ': ';
}
