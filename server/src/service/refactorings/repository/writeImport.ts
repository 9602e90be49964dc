import { REPOSITORY_TYPE } from '../../../ecr/repository/repositoryBlock.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { importBlock } from '../../../importer/write/importTerm.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf, hasInstances } from '../../../module/declarations/declarations.ts';
import { referencedResource, resourcesMentionedIn } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { printBlock } from '../../../syntax/edit/print.ts';
import { beginningOf } from '../../../syntax/tree/bodies.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { insertAbove } from '../topLevel.ts';

const TITLE = 'Write the import block of this repository';

/** Writes the import block for an existing repository. */
export const writeImport: Refactoring = {
  id: 'write-import',
  kind: 'refactor.rewrite',
  offers(spot) {
    const { declaration, module } = spot;
    if (!declaration || module === null || declaration.type !== 'resource' || declaration.labels[0] !== REPOSITORY_TYPE)
      return [];
    if (!spot.touches(beginningOf(declaration.block)) || isImported(module.module, declaration.address)) return [];
    return [offerFor(declaration, module.scope)];
  },
};

function isImported(module: Module, address: string): boolean {
  return module.allBlocks().some(({ type, block }) => {
    const target = type === 'import' ? attributeOf(block, 'to')?.value : undefined;
    return target !== undefined && referencedResource(target) === address;
  });
}

function offerFor(declaration: BlockDeclaration, scope: RecordingScope): Offer {
  const { block, source } = declaration;
  const name = attributeOf(block, 'name')?.value;
  if (name === undefined) return refused(TITLE, 'The repository has no name yet.');
  const text = hasInstances(block) ? importOfInstances(declaration, name) : importOfOne(declaration, name, scope);
  return text === null
    ? refused(TITLE, 'The name is not known before Terraform runs, so the block could not say what to import.')
    : offered(TITLE, () => [insertAbove(source, block, text)]);
}

function importOfOne({ source, labels }: BlockDeclaration, name: Expression, scope: RecordingScope): string | null {
  const value = new Evaluator(scope).evaluate({ source, expression: name });
  if (value.kind !== 'string') return null;
  const object = { type: REPOSITORY_TYPE, label: labels[1] ?? '', id: value.value, region: null, account: null };
  return printBlock(importBlock(object, { forEach: false, identity: false, regionArgument: false }));
}

/** With `for_each`, the block iterates over the same collection, so `each` means the same there. */
function importOfInstances({ block, source, address }: BlockDeclaration, name: Expression): string | null {
  const forEach = attributeOf(block, 'for_each')?.value;
  if (forEach === undefined || resourcesMentionedIn(forEach).size > 0 || resourcesMentionedIn(name).size > 0)
    return null;
  const textOfExpression = (expression: Expression) => textOf(placeOf(source, expression));
  if ([forEach, name].some((expression) => textOfExpression(expression).includes('\n'))) return null;
  return printBlock({
    type: 'import',
    labels: [],
    arguments: [
      { name: 'for_each', value: { kind: 'reference', text: textOfExpression(forEach) } },
      { name: 'to', value: { kind: 'reference', text: `${address}[each.key]` } },
      { name: 'id', value: { kind: 'reference', text: textOfExpression(name) } },
    ],
    blocks: [],
  });
}
