import { IMPORT_ID_WORDS, IMPORT_IDS } from '../../../facts/imports/importIds.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { fittingReferences } from '../../../facts/provider/fittingReferences.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { referencedResource, referencePath } from '../../../module/declarations/referencePaths.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import type { Block, Expression, Template } from '../../../syntax/tree/tree.ts';
import type { ArgumentValueCursor } from '../../cursor/block/blockCursor.ts';
import { isBetween } from '../../cursor/block/extent.ts';
import { missingAt, partAt } from '../../cursor/block/valuePart.ts';
import type { Point, Slot } from '../../cursor/point.ts';
import { bareSlot, quotedSlot } from '../../cursor/point.ts';
import { describeArgument } from '../../hover/describe.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt, insertQuoted } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { stop } from '../items/snippet.ts';
import { synonymOf } from '../items/synonyms.ts';
import { ecrResources, importId, instanceKey, literalName, repositoriesFor } from '../repositories/ecrResources.ts';
import type { DatedDraft } from './argumentReleases.ts';
import { byRelease, valueSince } from './argumentReleases.ts';
import { advisedFirst, BOOLEANS, fittingValues } from './fittingValues.ts';
import { nextDocumentPriority } from './nextDocumentPriority.ts';

/** With more repositories than this, the documentation does not list their names. */
const NAMED_REPOSITORIES = 50;

/** The possible values of an argument at the cursor. */
export function argumentValueItems(point: Point, cursor: ArgumentValueCursor): Draft[] {
  const { fact, attribute, limit, owner } = cursor;
  switch (fact.role) {
    case 'repository-name':
      return repositoryReferences(point, cursor);
    case 'import-target':
      return importTargets(point, cursor);
    case 'import-id':
      return importIds(point, cursor);
    case 'rule-priority':
      return priorities(point, cursor);
    default:
  }
  if (fact.type === 'boolean') return booleans(point, cursor);
  const slot = valueSlot(
    point,
    itemAtPoint(point, attribute.value, limit, fact.type === 'string-list' || fact.type === 'string-set'),
  );
  if (slot === null) return otherReferences(point, cursor);
  const dated = fittingValues(point, cursor).map(
    ({ value, documentation }): DatedDraft => ({
      since: valueSince(owner, fact.name, value),
      draft: {
        label: value,
        kind: 'value',
        detail: fact.name,
        documentation,
        insert: insertQuoted(point, slot, value, ''),
        ...synonymOf(value),
      },
    }),
  );
  return [...otherReferences(point, cursor), ...byRelease(point, owner, dated)];
}

/** References to keys, secrets, roles and accounts of the module, where the argument takes one. */
function otherReferences(point: Point, { fact, attribute, owner }: ArgumentValueCursor): Draft[] {
  const fitting = fittingReferences(fact.name);
  if (fitting.length === 0) return [];
  return point.module.allBlocks().flatMap(({ address, labels, type, block }) => {
    const found = fitting.find((one) => one.type === (type === 'data' ? `data.${labels[0]}` : labels[0]));
    if (found === undefined || labels.length !== 2 || (type !== 'data' && type !== 'resource')) return [];
    const key = keyBetween(owner, block);
    const label = `${address}${key.join('') === '' ? '' : '[…]'}.${found.attribute}`;
    return reference(point, attribute.value, label, [address, ...key, `.${found.attribute}`], `The ${found.words}.`);
  });
}

/** The key by which one block refers to an instance of another. */
function keyBetween(owner: Block, target: Block): Snippet {
  const repeats = (block: Block, name: string) => attributeOf(block, name) !== undefined;
  if (repeats(target, 'for_each')) return repeats(owner, 'for_each') ? ['[each.key]'] : ['["', stop('key'), '"]'];
  if (!repeats(target, 'count')) return [];
  return repeats(owner, 'count') ? ['[count.index]'] : ['[', stop('0'), ']'];
}

function booleans(point: Point, { fact, attribute, limit }: ArgumentValueCursor): Draft[] {
  const slot = valueSlot(point, partAt(attribute.value, point.offset, limit));
  if (slot?.quotes !== 'none') return [];
  return advisedFirst(fact.name, BOOLEANS).map(({ value }) => ({
    label: value,
    kind: 'value',
    detail: fact.name,
    documentation: describeArgument(fact),
    insert: insertAt(point, slot, [value]),
  }));
}

function priorities(point: Point, { fact, attribute, owner }: ArgumentValueCursor): Draft[] {
  const slot = valueSlot(point, attribute.value);
  if (slot?.quotes !== 'none') return [];
  const next = String(nextDocumentPriority(owner, attribute));
  const documentation = 'The next number that no rule of the document has.';
  return [{ label: next, kind: 'value', detail: fact.name, documentation, insert: insertAt(point, slot, [next]) }];
}

/** For an argument with a list, the item at the point. */
function itemAtPoint({ offset }: Point, value: Expression, limit: number, isList: boolean): Expression | null {
  const part = partAt(value, offset, limit);
  if (!isList || part === null) return part;
  if (part.kind !== 'TupleExpression' || !isBetween(part, offset, limit)) return null;
  return part.items.find(({ start, end }) => start <= offset && offset <= end) ?? missingAt(offset);
}

/** The slot of a plain value at the point; null inside anything computed. */
function valueSlot({ text, offset }: Point, value: Expression | null): Slot | null {
  switch (value?.kind) {
    case 'Template':
      return templateSlot(text, value, offset);
    case 'Variable':
    case 'BooleanLiteral':
    case 'NullLiteral':
    case 'NumberLiteral':
    case 'MissingExpression':
    case 'InvalidExpression':
      return bareSlot(text, offset);
    default:
      return null;
  }
}

function templateSlot(text: string, { form, open, close, parts, end }: Template, offset: number): Slot | null {
  if (form !== 'quoted' || parts.some(({ kind }) => kind !== 'TemplateLiteral')) return null;
  return quotedSlot(text, { start: open.end, end: close?.start ?? end }, close !== null, offset);
}

/** The range that a reference replaces: the whole reference being typed, with quotes that do not belong there. */
function referenceSlot(point: Point, value: Expression): { slot: Slot; quote: string } | null {
  const { text, offset } = point;
  if (value.kind === 'Template') {
    const slot = templateSlot(text, value, offset);
    if (slot === null) return null;
    return {
      slot: { start: slot.start - 1, end: slot.quotes === 'both' ? slot.end + 1 : slot.end, quotes: 'none' },
      quote: '"',
    };
  }
  if (value.kind === 'AttributeAccess' || value.kind === 'IndexAccess') {
    // Text before the address stays.
    const prefix = /^resource\s*\.\s*/.exec(text.slice(value.start, Math.max(value.end, offset)))?.[0] ?? '';
    return {
      slot: { start: value.start + prefix.length, end: Math.max(value.end, offset), quotes: 'none' },
      quote: '',
    };
  }
  const slot = valueSlot(point, value);
  return slot === null ? null : { slot, quote: '' };
}

function reference(point: Point, value: Expression, label: string, parts: Snippet, documentation: string): Draft[] {
  const place = referenceSlot(point, value);
  if (place === null) return [];
  const { slot, quote } = place;
  return [
    { label, kind: 'reference', documentation, insert: insertAt(point, slot, parts), filterText: `${quote}${label}` },
  ];
}

function repositoryReferences(point: Point, { attribute, owner }: ArgumentValueCursor): Draft[] {
  return repositoriesFor(point.module, owner).flatMap((repository, index) => {
    const text = `${repository.address}${instanceKey(repository)}.name`;
    const name = index < NAMED_REPOSITORIES ? literalName(point.module, repository.declaration) : null;
    const documentation =
      name === null ? 'The name of the repository.' : `The name of the repository: ${codeSpan(name)}.`;
    return reference(point, attribute.value, text, [text], documentation);
  });
}

function importTargets(point: Point, { attribute, owner }: ArgumentValueCursor): Draft[] {
  const own = referencedResource(attribute.value);
  const hasForEach = attributeOf(owner, 'for_each') !== undefined;
  const targets = point.module
    .remember(ecrResources)
    .filter(({ address, isImported }) => !isImported || address === own);
  return targets.flatMap(({ address, instances }) => {
    if (instances === 'one')
      return reference(point, attribute.value, address, [address], 'The resource that the object becomes.');
    const documentation = `One instance of a resource with ${codeSpan(instances)}.`;
    const keys: Snippet = hasForEach
      ? ['[each.key]']
      : instances === 'count'
        ? ['[', stop('0'), ']']
        : ['["', stop(), '"]'];
    return reference(point, attribute.value, address, [address, ...keys], documentation);
  });
}

function importIds(point: Point, { attribute, owner }: ArgumentValueCursor): Draft[] {
  const target = attributeOf(owner, 'to')?.value;
  const address = target === undefined ? null : referencedResource(target);
  const id = target === undefined ? null : importId(point.module, target);
  const slot = valueSlot(point, attribute.value);
  if (id === null || slot === null) return [];
  const kind = lookUp(IMPORT_IDS, (target && referencePath(target)?.[0]) ?? '')?.kind ?? 'repository';
  const documentation = `The ${IMPORT_ID_WORDS[kind]} of ${codeSpan(address ?? '')}, as the module writes it.`;
  return [{ label: id, kind: 'value', detail: 'import id', documentation, insert: insertQuoted(point, slot, id, '') }];
}
