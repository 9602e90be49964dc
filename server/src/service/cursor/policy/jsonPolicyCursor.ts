import { parseTree } from 'jsonc-parser';
import type { PolicyNode } from '../../../ecr/documents/documentNodes.ts';
import { readJsonText } from '../../../ecr/documents/spelling/json/readValue.ts';
import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import { isTooDeep, markHoles } from '../../../embedded/holes.ts';
import type { JsonDocument } from '../../../embedded/jsonDocument.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import type { MappedText } from '../../../syntax/tree/mappedText.ts';
import { sourceOf } from '../../../syntax/tree/mappedText.ts';
import type { Template } from '../../../syntax/tree/tree.ts';
import type { Point, Slot } from '../point.ts';
import { hasNewline, nextCharacter, quotedSlot } from '../point.ts';
import { JSON_SPELLING, QUOTED_JSON_SPELLING } from './cursorSpelling.ts';
import type { DocumentCursor } from './documentCursor.ts';
import { inOwnWords } from './documentCursor.ts';
import type { JsonFrame, JsonPosition, JsonTouched } from './jsonTokens.ts';
import { jsonPositionAt } from './jsonTokens.ts';
import type { DocumentShape } from './keyShape.ts';
import { itemLevelOf, itemShape, objectShape, rootShape, shapeOfKey } from './keyShape.ts';
import type { CompletionContext, PolicyCursor } from './policyCursor.ts';

/** The meaning of the point inside a heredoc or quoted string with a document as JSON. */
export function jsonPolicyCursor(
  point: Point,
  template: Template,
  vocabulary: Vocabulary,
): DocumentCursor | PolicyCursor | null {
  return inOwnWords(jsonDocumentCursor(point, template, vocabulary));
}

/** The same in terms of any document. */
export function jsonDocumentCursor(point: Point, template: Template, vocabulary: Vocabulary): DocumentCursor | null {
  if (point.offset < template.open.end || (template.close !== null && point.offset > template.close.start)) return null;
  const mapped = mappedTextOf(point, template);
  const cursor = mapped === null ? undefined : textOffsetAt(mapped, template, point.offset);
  if (mapped === null || cursor === undefined) return null;
  const { text } = markHoles(mapped.text);
  if (isTooDeep(text)) return null;
  const position = jsonPositionAt(text, cursor);
  const place = isAboveAll(position, text) ? null : placeInPolicy(position, text, cursor, vocabulary);
  const slot = place === null ? null : slotAt(point, mapped, text, position.touched, cursor);
  if (place === null || slot === null) return null;
  const after = Math.max(cursor, slotEndInText(text, position.touched, cursor));
  if (position.touched === null && place?.kind === 'value' && isBeforeValue(position, text, cursor)) return null;
  const { character: next, sameLine } = nextCharacter(text, after);
  const needsComma = !['', '}', ']', ',', ':'].includes(next);
  const hasOperator = next === ':' && sameLine;
  const { isAfterValue } = place;
  const commaBefore = isAfterValue ? commaPlace(mapped, text, position.touched?.start ?? cursor) : null;
  const spelling = template.form === 'heredoc' ? JSON_SPELLING : QUOTED_JSON_SPELLING;
  const around = contextAt(mapped, place.frames, vocabulary);
  const inside = { slot, needsComma, commaBefore, spelling, around };
  if (place.kind === 'value') return { kind: 'document-value', shape: place.shape, ...inside };
  return { kind: 'document-key', vocabulary, level: place.level, hasOperator, ...inside };
}

/** True between a key and the value that it has on the same line already. */
function isBeforeValue({ frames }: JsonPosition, text: string, cursor: number): boolean {
  const isMember = frames.at(-1)?.kind === 'object';
  const rest = /^[^\S\n]*(?=[^\s,}\]])(?:"(?:[^"\\\n]|\\.)*"(?<end>[^\S\n]*:)?)?/.exec(text.slice(cursor));
  // A string with a colon is the next key: the comma before it is missing.
  return isMember && rest !== null && rest.groups?.['end'] === undefined;
}

/** True outside the braces of an existing policy. */
function isAboveAll({ frames, touched }: JsonPosition, text: string): boolean {
  if (frames.length > 0) return false;
  const rest = touched === null ? text : text.slice(0, touched.start) + text.slice(touched.end);
  return rest.trim() !== '';
}

/** After the value before an offset, where its comma is missing. */
function commaPlace(mapped: MappedText, text: string, before: number): number {
  const end = text.slice(0, before).trimEnd().length;
  return sourceOf(mapped, end - 1, end).end;
}

function mappedTextOf({ module, source }: Point, template: Template): MappedText | null {
  const value = new Evaluator(questionScope(module)).evaluate({ source, expression: template });
  const hasText = value.kind === 'string' || value.kind === 'partial-string';
  return hasText && value.mapped.place.piece === source.piece ? value.mapped : null;
}

/** The offset in the text for a cursor in the source; undefined inside an interpolation. */
function textOffsetAt(mapped: MappedText, template: Template, offset: number): number | undefined {
  if (mapped.segments.length === 0) return offset >= template.open.end ? 0 : undefined;
  for (const { kind, start, end, place } of mapped.segments) {
    if (offset < place.start || offset > place.end) continue;
    if (kind === 'verbatim') return start + (offset - place.start);
    if (kind === 'escaped' && (start === end || offset === place.start)) return start;
    if (offset === place.end) return end;
    if (offset === place.start) return start;
  }
  return undefined;
}

type LevelFrame = JsonFrame & { readonly shape: DocumentShape };

interface InFrames {
  readonly frames: readonly LevelFrame[];
  /** True right after a value without a comma. */
  readonly isAfterValue: boolean;
}

type PlaceInPolicy = InFrames &
  ({ readonly kind: 'key'; readonly level: string } | { readonly kind: 'value'; readonly shape: DocumentShape });

function placeInPolicy(
  { frames, touched }: JsonPosition,
  text: string,
  cursor: number,
  vocabulary: Vocabulary,
): PlaceInPolicy | null {
  const levels: LevelFrame[] = [];
  let shape: DocumentShape | null = rootShape(vocabulary);
  for (const frame of frames) {
    const opened: DocumentShape | null =
      shape === null || frame.kind === 'array' ? shape : (objectShape(shape) ?? shape);
    if (opened === null) return null;
    levels.push({ ...frame, shape: opened });
    shape = shapeInside(frame, opened);
  }
  const last = levels.at(-1);
  const isNewLine = touched === null && hasNewline(text, text.slice(0, cursor).trimEnd().length, cursor);
  const isAfterValue = last?.phase === 'after';
  const inFrames = { frames: levels, isAfterValue };
  if (isAfterValue && !isNewLine && touched === null) return null;
  if (last?.shape.kind === 'object') {
    const { level } = last.shape;
    if (last.phase === 'key' || isAfterValue) return { kind: 'key', level, ...inFrames };
    if (last.phase !== 'value') return null;
  }
  return shape === null ? null : { kind: 'value', shape, ...inFrames };
}

/** The shape of the cursor's member or item, one level further in. */
function shapeInside(frame: JsonFrame, shape: DocumentShape): DocumentShape | null {
  if (frame.kind === 'array') return shape.kind === 'list' ? itemShape(shape) : null;
  return shape.kind === 'object' ? (shapeOfKey(shape, frame.key) ?? null) : null;
}

function slotAt(
  point: Point,
  mapped: MappedText,
  text: string,
  touched: JsonTouched | null,
  cursor: number,
): Slot | null {
  if (touched === null) return { start: point.offset, end: point.offset, quotes: 'none' };
  const slot = textSlot(text, touched, cursor);
  if (slot === null) return null;
  if (slot.start === slot.end) return { ...slot, start: point.offset, end: point.offset };
  const { start, end } = sourceOf(mapped, slot.start, slot.end);
  return { start, end, quotes: slot.quotes };
}

function textSlot(text: string, { start, end, isString, isClosed }: JsonTouched, cursor: number): Slot | null {
  if (!isString) return { start, end, quotes: 'none' };
  return quotedSlot(text, { start: start + 1, end: isClosed ? end - 1 : end }, isClosed, cursor);
}

function slotEndInText(text: string, touched: JsonTouched | null, cursor: number): number {
  if (touched === null) return cursor;
  const slot = textSlot(text, touched, cursor);
  return slot?.quotes === 'open' ? slot.end : touched.end;
}

function contextAt(mapped: MappedText, frames: readonly LevelFrame[], vocabulary: Vocabulary): CompletionContext {
  const itemLevel = itemLevelOf(vocabulary);
  const { text, valueHoles } = markHoles(mapped.text);
  const root = parseTree(text, [], { allowTrailingComma: true }) ?? null;
  const document: JsonDocument = { mapped, root, problems: [], holes: valueHoles };
  const policy = readJsonText(document, vocabulary);
  const nodeAt = (frame: LevelFrame | undefined) => (frame === undefined ? null : findAt(policy, frame.start));
  const object = nodeAt(frames.findLast(({ kind }) => kind === 'object'));
  const rule = nodeAt(frames.find(({ shape }) => shape.kind === 'object' && shape.level === itemLevel));
  const rules = nodeAt(frames.find(({ shape }) => shape.kind === 'list' && shape.level === itemLevel));
  return {
    object: object?.kind === 'object' ? object : null,
    rule: rule?.kind === 'object' ? rule : null,
    rules: rules?.kind === 'list' ? rules.items : [],
  };
}

/** The object or list whose bracket is at an offset of the JSON text. */
function findAt(node: PolicyNode | null, start: number): PolicyNode | null {
  if (node === null || node.origin.spelling !== 'json') return null;
  const { offset, length } = node.origin.node;
  if (offset === start && node.kind !== 'scalar') return node;
  const isClosed = length >= 0;
  if (start < offset || (isClosed && start >= offset + length)) return null;
  const children =
    node.kind === 'object' ? node.members.map(({ value }) => value) : node.kind === 'list' ? node.items : [];
  for (const child of children) {
    const found = findAt(child, start);
    if (found !== null) return found;
  }
  return null;
}
