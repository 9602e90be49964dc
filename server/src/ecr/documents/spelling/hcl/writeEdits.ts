import type { AssignmentSite } from '../../../../syntax/edit/assignments.ts';
import { alignAround, alignInto } from '../../../../syntax/edit/assignments.ts';
import { isBlank, lineStart } from '../../../../syntax/edit/lines.ts';
import type { Sequence } from '../../../../syntax/edit/listItems.ts';
import { printTerm, printTermInline, quote } from '../../../../syntax/edit/print.ts';
import { termOf } from '../../../../syntax/edit/term.ts';
import { textOf } from '../../../../syntax/tree/place.ts';
import type { ObjectExpression, ObjectItem, TupleExpression } from '../../../../syntax/tree/tree.ts';
import type { PolicyMember } from '../../documentNodes.ts';
import type { ContainerSite, SpellingWriter } from '../editSite.ts';

/** Writes policies spelled as HCL objects: `jsonencode({ … })` and the locals inside it. */
export const hclWriter: SpellingWriter = {
  rangeOf({ origin }) {
    if (origin.spelling !== 'hcl') return null;
    const { source, expression } = origin;
    return { source, start: expression.start, end: expression.end };
  },
  rangeOfKey({ origin }) {
    return origin.spelling === 'hcl' ? origin.item.key : null;
  },
  printKey(member, key) {
    return textOf(member.keyPlace).startsWith('"') ? quote(key) : key;
  },
  alignRenamed({ origin, keyPlace }, printedKey) {
    if (origin.spelling !== 'hcl' || origin.object === null || origin.item.operator === null) return [];
    const { item, object } = origin;
    const { text } = keyPlace.piece;
    const sites = object.items.flatMap(assignmentSite);
    const own = sites.findIndex(({ start }) => start === item.start);
    const { nameWidth, edits } = alignAround(text, sites, own, printedKey.length);
    const isPadded = edits.length > 0 || nameWidth !== printedKey.length || isAligned(text, sites, own);
    if (!isPadded || text[item.operator?.start ?? -1] !== '=') return edits;
    const padding = ' '.repeat(nameWidth - printedKey.length + 1);
    return [...edits, { start: item.key.end, end: item.operator?.start ?? item.key.end, text: padding }];
  },
  printValue(value, layout) {
    return layout === 'lines' ? printTerm(termOf(value)) : printTermInline(termOf(value));
  },
  container({ origin }) {
    if (origin.spelling !== 'hcl') return null;
    const { source, expression } = origin;
    const { text } = source.piece;
    if (expression.kind === 'ObjectExpression') {
      const sequence = objectSequence(text, expression);
      return sequence === null ? null : { source, sequence, ...objectSite(text, expression) };
    }
    if (expression.kind !== 'TupleExpression') return null;
    const sequence = tupleSequence(text, expression);
    return sequence === null
      ? null
      : {
          source,
          sequence,
          indexOf: () => -1,
          alignWithout: () => [],
          printMember: (_key, value) => ({ text: value, edits: [] }),
        };
  },
};

function objectSequence(text: string, { open, close, items }: ObjectExpression): Sequence | null {
  if (close === null) return null;
  const ranges = items.map(({ start, value, comma }) => ({ start, end: value.end, comma }));
  return { text, open, close, items: ranges, commaRequired: false, padding: ' ' };
}

function tupleSequence(text: string, { open, close, items }: TupleExpression): Sequence | null {
  if (close === null) return null;
  const ranges = items.map((item, index) => ({
    start: item.start,
    end: item.end,
    comma: commaBetween(text, item.end, items[index + 1]?.start ?? close.start),
  }));
  return { text, open, close, items: ranges, commaRequired: true, padding: '' };
}

/** The comma after an item: the first one outside comments. */
function commaBetween(text: string, start: number, end: number) {
  let offset = start;
  while (offset < end) {
    const character = text[offset];
    if (character === ',') return { start: offset, end: offset + 1 };
    if (character === '#' || (character === '/' && text[offset + 1] === '/')) offset = nextLine(text, offset);
    else if (character === '/' && text[offset + 1] === '*') offset = text.indexOf('*/', offset + 2) + 2;
    else offset += 1;
  }
  return null;
}

function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** True when the item at an index belongs to a run of aligned lines. */
function isAligned(text: string, sites: readonly AssignmentSite[], index: number): boolean {
  const site = sites[index];
  if (site === undefined) return false;
  const { nameWidth } = alignInto(text, sites, index, 0);
  return nameWidth > 0;
}

function objectSite(
  text: string,
  { items }: ObjectExpression,
): Pick<ContainerSite, 'alignWithout' | 'indexOf' | 'printMember'> {
  return {
    alignWithout(index) {
      const sites = items.flatMap(assignmentSite);
      const own = sites.findIndex(({ start }) => start === items[index]?.start);
      return own === -1 ? [] : alignAround(text, sites, own, null).edits;
    },
    indexOf: (member: PolicyMember) => (member.origin.spelling === 'hcl' ? items.indexOf(member.origin.item) : -1),
    printMember(key, value, index) {
      const model = items[Math.max(0, index)] ?? items[0];
      const isQuoted = model !== undefined && model.key.kind === 'Template';
      const operator = model?.operator ? text.slice(model.operator.start, model.operator.end) : '=';
      const written = isQuoted ? quote(key) : key;
      if (operator === ':') return { text: `${written}${spaceBefore(text, model)}: ${value}`, edits: [] };
      if (model === undefined || !startsLine(text, model)) return { text: `${written} = ${value}`, edits: [] };
      const sites = items.flatMap(assignmentSite);
      const anchor = sites.findIndex(({ start }) => start === model?.start);
      const { nameWidth, edits } = alignInto(text, sites, anchor, written.length);
      return { text: `${written.padEnd(value.includes('\n') ? 0 : nameWidth)} = ${value}`, edits };
    },
  };
}

/** Only items that begin their lines are aligned. */
function startsLine(text: string, { start }: ObjectItem): boolean {
  return isBlank(text, lineStart(text, start), start);
}

/** The space before a colon that the neighbors use. */
function spaceBefore(text: string, model: ObjectItem | undefined): string {
  return model?.operator && text[model.operator.start - 1] === ' ' ? ' ' : '';
}

function assignmentSite({ start, end, key, operator }: ObjectItem): AssignmentSite[] {
  return operator === null ? [] : [{ start, end, name: key, operator }];
}
