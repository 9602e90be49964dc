import { Evaluator } from '../../evaluate/evaluate.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, hasInstances } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

export const LIFECYCLE_POLICY_TYPE = 'aws_ecr_lifecycle_policy';

/** The types of policies that a repository has one of, and their arguments that name it. */
const REPOSITORY_ARGUMENTS: Readonly<Record<string, string>> = {
  [LIFECYCLE_POLICY_TYPE]: 'repository',
  aws_ecr_repository_policy: 'repository',
  aws_ecrpublic_repository_policy: 'repository_name',
};

/** The argument of a policy that names its repository, and the value that it has; null for another block. */
export function repositoryArgumentOf({ type, labels, block }: BlockDeclaration): Attribute | null {
  const name = type === 'resource' ? lookUp(REPOSITORY_ARGUMENTS, labels[0] ?? '') : undefined;
  return name === undefined ? null : (attributeOf(block, name) ?? null);
}

/**
 * The policies of a module whose repository has an earlier one of the same type, each with the first. Policies that are
 * repeated or may be absent, and those of other regions, are kept apart.
 */
function earlierPolicies(module: Module): ReadonlyMap<BlockDeclaration, BlockDeclaration> {
  const firsts = new Map<string, BlockDeclaration>();
  const earlier = new Map<BlockDeclaration, BlockDeclaration>();
  const scope = new RecordingScope(module);
  for (const declaration of module.allBlocks()) {
    const target = targetKeyOf(declaration, scope);
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

function targetKeyOf(declaration: BlockDeclaration, scope: RecordingScope): string | null {
  const { block, source } = declaration;
  if (hasInstances(block)) return null;
  const expression = repositoryArgumentOf(declaration)?.value;
  if (expression === undefined) return null;
  const surroundings = ['provider', 'region'].map((name) => {
    const attribute = attributeOf(block, name);
    return attribute === undefined ? '' : textOf(placeOf(source, attribute.value));
  });
  const value = new Evaluator(scope).evaluate({ source, expression });
  const place = value.kind === 'string' ? JSON.stringify(value.value) : null;
  const isReference = value.kind === 'unknown' && value.scopeId !== undefined;
  const reference = isReference
    ? textOf(value.place)
        .replaceAll(/\s+/g, '')
        .replace(/^resource\./, '')
        .replace(/\.(id|name)$/, '')
    : null;
  const target = place ?? reference;
  return target === null ? null : [declaration.labels[0], target, ...surroundings].join(' ');
}
