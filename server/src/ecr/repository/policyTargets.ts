import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, hasInstances, isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';

export const LIFECYCLE_POLICY_TYPE = 'aws_ecr_lifecycle_policy';

/**
 * The lifecycle policies of a module whose repository has an earlier one, each with the first. Policies that are
 * repeated or may be absent, and those of other regions, are kept apart.
 */
function earlierPolicies(module: Module): ReadonlyMap<BlockDeclaration, BlockDeclaration> {
  const firsts = new Map<string, BlockDeclaration>();
  const earlier = new Map<BlockDeclaration, BlockDeclaration>();
  for (const declaration of module.allBlocks()) {
    const target = targetKeyOf(declaration, module);
    const first = target === null ? undefined : firsts.get(target);
    if (first !== undefined) earlier.set(declaration, first);
    else if (target !== null) firsts.set(target, declaration);
  }
  return earlier;
}

/** The first policy of the module that is for the same repository as this later one, or null. */
export function earlierPolicyFor(module: Module, declaration: BlockDeclaration): BlockDeclaration | null {
  return module.remember(earlierPolicies).get(declaration) ?? null;
}

function targetKeyOf(declaration: BlockDeclaration, module: Module): string | null {
  if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return null;
  const { block, source } = declaration;
  if (hasInstances(block)) return null;
  const expression = attributeOf(block, 'repository')?.value;
  if (expression === undefined) return null;
  const surroundings = ['provider', 'region'].map((name) => {
    const attribute = attributeOf(block, name);
    return attribute === undefined ? '' : textOf(placeOf(source, attribute.value));
  });
  const value = new Evaluator(new RecordingScope(module)).evaluate({ source, expression });
  const place = value.kind === 'string' ? JSON.stringify(value.value) : null;
  const isReference = value.kind === 'unknown' && value.scopeId !== undefined;
  const reference = isReference
    ? textOf(value.place)
        .replaceAll(/\s+/g, '')
        .replace(/^resource\./, '')
        .replace(/\.(id|name)$/, '')
    : null;
  const target = place ?? reference;
  return target === null ? null : [target, ...surroundings].join(' ');
}
