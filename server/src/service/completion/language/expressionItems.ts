import { FUNCTIONS } from '../../../facts/language/functions.ts';
import { attributeOf, attributesOf } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { isIdentifier } from '../../../syntax/tokens/characters.ts';
import type { ExpressionCursor } from '../../cursor/language/expressionCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt } from '../items/slots.ts';
import { stop } from '../items/snippet.ts';
import { blockAround } from './blockItems.ts';
import { memberNames, wholeNames } from './memberNames.ts';
import type { Named } from './named.ts';
import { aboutVariable } from './named.ts';

/** What can be written at the start of an expression, or after a dot. */
export function expressionItems(point: Point, { path, slot }: ExpressionCursor): Draft[] {
  const written = ({ name, documentation }: Named): Draft => ({
    label: name,
    kind: 'reference',
    documentation,
    insert: insertAt(point, slot, [name]),
  });
  const own = ownAddress(point);
  const begin = path === null ? '' : `${path.join('.')}.`;
  const names = path === null ? rootNames(point) : memberNames(point.module, path);
  const others = names.filter(({ name }) => `${begin}${name}` !== own).map(written);
  return path === null ? [...others, ...functionItems(point, slot)] : others;
}

/** What may not be referred to at the cursor: the local or the block itself. */
function ownAddress(point: Point): string | null {
  const block = blockAround(point);
  if (block === null) return null;
  if (block.type.text === 'locals') {
    const own = attributesOf(block.body).findLast(({ start }) => start <= point.offset);
    return own === undefined ? null : `local.${own.name.text}`;
  }
  const names = block.labels.map(({ text }) => text).join('.');
  return block.type.text === 'resource' ? names : `${block.type.text}.${names}`;
}

function functionItems(point: Point, slot: ExpressionCursor['slot']): Draft[] {
  return FUNCTIONS.map(({ name, parameters, result, documentation }) => ({
    label: name,
    kind: 'function',
    detail: `(${parameters.join(', ')}): ${result}`,
    documentation,
    insert: insertAt(point, slot, parameters.length === 0 ? [`${name}()`] : [`${name}(`, stop(), ')']),
  }));
}

/** References to the module's declarations, the nearest first. */
function rootNames(point: Point): readonly Named[] {
  return [...ownNames(point), ...declaredNames(point.module), ...RUN];
}

const RUN: readonly Named[] = [
  { name: 'path.module', documentation: 'The folder of the module.' },
  { name: 'path.root', documentation: 'The folder of the root module.' },
  { name: 'terraform.workspace', documentation: 'The name of the workspace.' },
  { name: 'true', documentation: 'Yes.' },
  { name: 'false', documentation: 'No.' },
  { name: 'null', documentation: 'Nothing: as if the argument were not written.' },
];

/** The names from the block's repetition. */
function ownNames(point: Point): readonly Named[] {
  const block = blockAround(point);
  if (block === null) return [];
  if (attributeOf(block, 'for_each') !== undefined) return wholeNames('each');
  return attributeOf(block, 'count') === undefined ? [] : wholeNames('count');
}

/** Variables, locals, calls, data sources and resources of the module, by their references. */
function declaredNames(module: Module): readonly Named[] {
  const locals = [...new Set(module.allLocals().map(({ name }) => name))];
  const blocks = module.allBlocks().flatMap((declaration): Named[] => {
    const { type, labels, address } = declaration;
    const isWhole = labels.length > 0 && labels.every((label) => label !== null && isIdentifier(label));
    if (!isWhole) return [];
    if (type === 'variable') return [{ name: `var.${labels[0]}`, documentation: aboutVariable(declaration) }];
    const isReferable = type === 'module' || ((type === 'data' || type === 'resource') && labels.length === 2);
    return isReferable ? [{ name: address, documentation: `${codeSpan(address)} of this module.` }] : [];
  });
  const rank = ({ name }: Named) => (name.startsWith('var.') ? 0 : 1);
  const named = locals.map((name) => ({ name: `local.${name}`, documentation: 'A local of this module.' }));
  return [...blocks.filter((one) => rank(one) === 0), ...named, ...blocks.filter((one) => rank(one) === 1)];
}
