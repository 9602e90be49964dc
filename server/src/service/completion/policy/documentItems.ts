import { ACCESS } from '../../../ecr/documents/access/vocabulary.ts';
import type { DocumentKey, ValueShape, Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import { keysAt } from '../../../ecr/documents/vocabulary.ts';
import { instanceKey } from '../../../ecr/repository/instanceKey.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import { accessTargetAt } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { DocumentKeyCursor, DocumentValueCursor } from '../../cursor/policy/documentCursor.ts';
import type { ObjectShape } from '../../cursor/policy/keyShape.ts';
import { describeKey, summary } from '../../hover/describe.ts';
import { recipesInList } from '../access/recipeItems.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt, insertQuoted } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { choice, stop } from '../items/snippet.ts';
import { insertKey, withoutOwnKey } from './keyInsertion.ts';
import type { PrintStyle } from './policyPrint.ts';
import { printList, printMember, printObject } from './policyPrint.ts';

/** The keys that the object at the cursor may still have, by its vocabulary: the required ones first. */
export function documentKeyItems(point: Point, cursor: DocumentKeyCursor): Draft[] {
  const present = new Set(withoutOwnKey(cursor).object?.members.map(({ key }) => key));
  const free = keysAt(cursor.vocabulary, cursor.level).filter(({ key }) => !present.has(key));
  return [...free.filter(({ required }) => required), ...free.filter(({ required }) => !required)].map((fact) => ({
    label: fact.key,
    kind: 'key',
    detail: summary(fact),
    documentation: describeKey(fact),
    insert: insertKey(point, cursor, fact.key, (style) => valueOfKey(fact, style)),
  }));
}

/** Suggestions at a cursor inside a document, from its vocabulary. */
export function documentValueItems(point: Point, cursor: DocumentValueCursor): Draft[] {
  const { shape, slot, spelling, needsComma } = cursor;
  const comma = needsComma ? ',' : '';
  if (shape.kind === 'value' && shape.fact?.values !== undefined) {
    const { key, values } = shape.fact;
    return values.map(({ value, documentation }) => ({
      label: value,
      kind: 'value',
      detail: key,
      documentation,
      insert: insertQuoted(point, slot, value, comma, spelling.quote),
    }));
  }
  if (shape.kind === 'object' && shape.word !== undefined) return objectsOrWord(point, cursor, shape, shape.word);
  if (slot.quotes !== 'none') return [];
  if (shape.kind === 'text') return wholeDocuments(point, cursor, shape.vocabulary);
  const style = { spelling, isInline: spelling.isInline };
  const brackets = shape.kind === 'value' ? bracketsOf(shape.shape, style) : bracketsOf(typeOf(shape.kind), style);
  if (brackets === null) return [];
  return [
    ...recipes(point, cursor, style, comma),
    {
      label: brackets.label,
      kind: 'snippet',
      detail: shape.kind === 'value' ? shape.key : shape.level,
      documentation: shape.kind === 'value' && shape.fact !== null ? describeKey(shape.fact) : '',
      insert: insertAt(point, slot, [...brackets.written, comma], spelling.quote),
    },
  ];
}

/** Statements for common tasks, if a statement is allowed. */
function recipes(
  point: Point,
  { shape, slot, spelling }: DocumentValueCursor,
  style: PrintStyle,
  comma: string,
): Draft[] {
  const isStatement = shape.vocabulary === ACCESS && shape.kind === 'object' && shape.level === 'statement';
  if (!isStatement) return [];
  return recipesInList(accessTargetAt(point), style).map(({ label, documentation, snippet }) => ({
    label,
    kind: 'snippet',
    detail: 'statement',
    documentation,
    insert: insertAt(point, slot, [...snippet, comma], spelling.quote),
  }));
}

/** The word allowed instead of an object, and the object with each of its usual keys. */
function objectsOrWord(
  point: Point,
  { slot, spelling, needsComma }: DocumentValueCursor,
  { vocabulary, level }: ObjectShape,
  word: string,
): Draft[] {
  const comma = needsComma ? ',' : '';
  const style = { spelling, isInline: true };
  const keys = slot.quotes === 'none' ? keysAt(vocabulary, level) : [];
  return [
    ...keys.map(
      (fact): Draft => ({
        label: `{ ${fact.key} … }`,
        kind: 'snippet',
        detail: level,
        documentation: describeKey(fact),
        insert: insertAt(
          point,
          slot,
          [...printObject([printMember(fact.key, ['"', stop(), '"'], style)], style), comma],
          spelling.quote,
        ),
      }),
    ),
    {
      label: word,
      kind: 'value',
      detail: level,
      documentation: '',
      insert: insertQuoted(point, slot, word, comma, spelling.quote),
    },
  ];
}

function typeOf(kind: 'object' | 'list'): Pick<ValueShape, 'type'> {
  return { type: kind === 'list' ? 'object-list' : 'object' };
}

function bracketsOf(
  { type }: Pick<ValueShape, 'type'>,
  style: PrintStyle,
): { readonly label: string; readonly written: Snippet } | null {
  switch (type) {
    case 'object':
      return { label: '{ … }', written: printObject([[stop()]], style) };
    case 'object-list':
      return { label: '[{ … }]', written: printList(printObject([[stop()]], style), style) };
    case 'string-list':
      return { label: '["…"]', written: ['["', stop(), '"]'] };
    default:
      return null;
  }
}

/** The text after a key: the value's brackets or quotes, with a tab stop or the possible values. */
function valueOfKey(fact: DocumentKey, style: PrintStyle): Snippet {
  if (fact.values !== undefined) return ['"', choice(fact.values.map(({ value }) => value)), '"'];
  const brackets = bracketsOf(fact, style);
  if (brackets !== null) return brackets.written;
  return fact.type === 'string' ? ['"', stop(), '"'] : [stop()];
}

/** The documents of the module's data sources, and a placeholder. */
function wholeDocuments(point: Point, { slot, spelling }: DocumentValueCursor, vocabulary: Vocabulary): Draft[] {
  const { blocks, name } = vocabulary;
  const made = point.module.allBlocks().filter((block) => blocks !== null && isBlockOf(block, 'data', blocks.type));
  const references = made.map(({ address, block }): Draft => {
    const label = `${address}${instanceKey(block)}.${blocks?.attribute ?? ''}`;
    const documentation = `The JSON that a document of this module makes.`;
    return { label, kind: 'reference', documentation, insert: insertAt(point, slot, [label]) };
  });
  const written = ['jsonencode(', ...printObject([[stop()]], { spelling, isInline: false }), ')'];
  const label = 'jsonencode({ … })';
  const documentation = `A ${name}, to be filled in.`;
  return [...references, { label, kind: 'snippet', documentation, insert: insertAt(point, slot, written) }];
}
