import { readImport } from '../../ecr/importBlock.ts';
import { policyCoverage } from '../../ecr/policyCoverage.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations.ts';
import type { Module } from '../../module/module.ts';
import { referencedResource } from '../../module/references.ts';
import type { Block } from '../../syntax/tree.ts';

/** A managed resource of ECR that other blocks may refer to. */
export interface EcrResource {
  readonly address: string;
  readonly declaration: BlockDeclaration;
  readonly instances: 'one' | 'for_each' | 'count';
  /** True when an import block already names it. */
  readonly isImported: boolean;
}

/** The ECR resources of a module in order; use it through `Module.remember`. */
export function ecrResources(module: Module): readonly EcrResource[] {
  const found: BlockDeclaration[] = [];
  const imported = new Set<string>();
  for (const declaration of module.allBlocks()) {
    const { block } = declaration;
    const target = readImport(declaration)?.to;
    const address = target == null ? null : referencedResource(target.value);
    if (address !== null) imported.add(address);
    const isEcr = block.type.text === 'resource' && block.labels[0]?.text?.startsWith('aws_ecr_') === true;
    if (isEcr && block.labels.length === 2) found.push(declaration);
  }
  return found.map((declaration) => ({
    address: declaration.address,
    declaration,
    instances: instancesOf(declaration.block),
    isImported: imported.has(declaration.address),
  }));
}

function instancesOf(block: Block): EcrResource['instances'] {
  if (attributeOf(block, 'for_each') !== undefined) return 'for_each';
  return attributeOf(block, 'count') === undefined ? 'one' : 'count';
}

/** The repositories that a policy may be for: those of the same name as `owner` first, then those without a policy. */
export function repositoriesFor(module: Module, owner: Block): readonly EcrResource[] {
  const coverage = module.remember(policyCoverage);
  const repositories = module.remember(ecrResources).filter(({ declaration }) => isRepository(declaration.block));
  const rank = ({ address, declaration }: EcrResource): number => {
    if (declaration.block.labels[1]?.text === owner.labels[1]?.text) return 0;
    return coverage.addresses.has(address) ? 2 : 1;
  };
  return [...repositories].sort((one, other) => rank(one) - rank(other));
}

function isRepository(block: Block): boolean {
  return isBlockOf(block, 'resource', REPOSITORY_TYPE);
}

/** The key that picks an instance inside a block that repeats in the same way. */
export function instanceKey({ instances }: EcrResource): string {
  if (instances === 'one') return '';
  return instances === 'for_each' ? '[each.key]' : '[count.index]';
}

/** The name of a repository when it is written out, or null. */
export function literalName(module: Module, { block, source }: BlockDeclaration): string | null {
  const expression = attributeOf(block, 'name')?.value;
  if (expression === undefined) return null;
  const value = new Evaluator(module).evaluate({ source, expression });
  return value.kind === 'string' ? value.value : null;
}

/** The import id of an ECR resource when the module spells it: its repository's name. */
export function importId(module: Module, address: string): string | null {
  const declaration = module.blocks(address)[0];
  if (declaration === undefined) return null;
  if (isRepository(declaration.block)) return literalName(module, declaration);
  const expression = attributeOf(declaration.block, 'repository')?.value;
  if (expression === undefined) return null;
  const value = new Evaluator(module).evaluate({ source: declaration.source, expression });
  if (value.kind === 'string') return value.value;
  const repository = module.blocks(referencedResource(expression) ?? '')[0];
  return repository === undefined || !isRepository(repository.block) ? null : literalName(module, repository);
}
