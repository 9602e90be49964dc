import type { Path, Step } from '../../../ecr/references/reference.ts';
import { readPath } from '../../../ecr/references/reference.ts';
import type { LoopName, Reference } from '../../../ecr/references/referencesIn.ts';
import { loopName, referencesIn } from '../../../ecr/references/referencesIn.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Block, Expression, Name } from '../../../syntax/tree/tree.ts';

/**
 * The outputs of a call that its module reads, with the places of their names: directly, of an instance or of all of
 * them, and through a loop over the instances. What other expressions do with the whole call is not followed.
 */
export function usedOutputs(
  { labels, block }: BlockDeclaration,
  module: Module,
): ReadonlyMap<string, readonly Place[]> {
  const used = new Map<string, Place[]>();
  const [call] = labels;
  if (!call) return used;
  const isRepeated = ['for_each', 'count'].some((name) => attributeOf(block, name) !== undefined);
  const isCall = (expression: Expression) => isRepeated && isWhole(expression, call);
  for (const { source, block: other } of blocksThatMention(module)) {
    for (const reference of referencesIn(other)) {
      const output = outputOf(reference, call, other, isCall);
      if (output === null) continue;
      const places = used.get(output.text) ?? [];
      used.set(output.text, places);
      places.push(placeOf(source, output));
    }
  }
  return used;
}

/** Every block of the module, in override files too, with text in which a call can be named. */
function blocksThatMention(module: Module): readonly BlockDeclaration[] {
  return module.files.flatMap(({ syntax }) =>
    syntax.pieces.flatMap(({ piece }) => (piece.text.includes('module') ? module.declarations(piece).blocks : [])),
  );
}

/** The name of the output that a reference reads of a call, or null. */
function outputOf(
  reference: Reference,
  call: string,
  block: Block,
  isCall: (expression: Expression) => boolean,
): Name | null {
  const { root, base, steps, names } = reference;
  if (base !== undefined) return isInstances(base, isCall) ? firstName(steps) : null;
  const loop = loopName(root.name.text, names);
  if (loop !== undefined) return isOverInstances(loop, isCall) ? firstName(steps) : null;
  const [first, ...rest] = steps;
  if (first?.kind !== 'attribute') return null;
  if (root.name.text === 'module') return first.name.text === call ? firstName(rest) : null;
  const forEach = attributeOf(block, 'for_each')?.value;
  const isValue = root.name.text === 'each' && first.name.text === 'value';
  return isValue && forEach !== undefined && isCall(forEach) ? firstName(rest) : null;
}

function isOverInstances({ collection, isKey }: LoopName, isCall: (expression: Expression) => boolean): boolean {
  return !isKey && collection !== null && (isCall(collection) || isInstances(collection, isCall));
}

/** True for `values()` of the call. */
function isInstances(expression: Expression, isCall: (expression: Expression) => boolean): boolean {
  if (expression.kind !== 'FunctionCall' || expression.name.text !== 'values') return false;
  const [argument] = expression.arguments;
  return argument !== undefined && isCall(argument);
}

/** True for `module.CALL` itself and for all its instances: `module.CALL[*]`. */
function isWhole(expression: Expression, call: string): boolean {
  const path: Path | null = readPath(expression);
  if (path === null || path.base !== undefined || path.root.name.text !== 'module') return false;
  const [first, ...rest] = path.steps;
  return first?.kind === 'attribute' && first.name.text === call && rest.every(({ kind }) => kind === 'splat');
}

/** The name of the first attribute after keys and splats, or null when something else follows. */
function firstName(steps: readonly Step[]): Name | null {
  const step = steps.find(({ kind }) => kind === 'attribute');
  return step?.kind === 'attribute' ? step.name : null;
}
