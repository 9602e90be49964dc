import { Evaluator } from '../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../module/declarations.ts';
import { attributeOf, isBlockOf } from '../module/declarations.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/recordingScope.ts';
import { placeOf, textOf } from '../syntax/place.ts';

export const LIFECYCLE_POLICY_TYPE = 'aws_ecr_lifecycle_policy';

/**
 * The lifecycle policies of a module by the repository that each is sure to be for, in text order. Policies that are
 * repeated or may be absent, and those of other regions, are kept apart. Use it through `Module.remember`.
 */
function policiesByTarget(module: Module): ReadonlyMap<string, readonly BlockDeclaration[]> {
  const policies = new Map<string, BlockDeclaration[]>();
  for (const declaration of module.allBlocks()) {
    const target = targetKeyOf(declaration, module);
    if (target !== null) policies.set(target, [...(policies.get(target) ?? []), declaration]);
  }
  return policies;
}

/** The first policy of the module that is for the same repository as this later one, or null. */
export function earlierPolicyFor(module: Module, declaration: BlockDeclaration): BlockDeclaration | null {
  for (const declarations of module.remember(policiesByTarget).values()) {
    const [first] = declarations;
    if (first !== declaration && declarations.includes(declaration)) return first ?? null;
  }
  return null;
}

function targetKeyOf(declaration: BlockDeclaration, module: Module): string | null {
  if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return null;
  const { block, source } = declaration;
  if (attributeOf(block, 'count') !== undefined || attributeOf(block, 'for_each') !== undefined) return null;
  const expression = attributeOf(block, 'repository')?.value;
  if (expression === undefined) return null;
  const surroundings = ['provider', 'region'].map((name) => {
    const attribute = attributeOf(block, name);
    return attribute === undefined ? '' : textOf(placeOf(source, attribute.value));
  });
  const value = new Evaluator(new RecordingScope(module)).evaluate({ source, expression });
  const place = value.kind === 'string' ? JSON.stringify(value.value) : null;
  const isReference = value.kind === 'unknown' && value.evaluator !== undefined;
  const reference = isReference
    ? textOf(value.place)
        .replaceAll(/\s+/g, '')
        .replace(/\.(id|name)$/, '')
    : null;
  const target = place ?? reference;
  return target === null ? null : [target, ...surroundings].join(' ');
}
