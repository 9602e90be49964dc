import { readEcrBlock } from '../../../ecr/blocks/ecrBlock.ts';
import { readImport } from '../../../ecr/imports/importBlock.ts';
import type { Instance } from '../../../ecr/instances.ts';
import { instancesOf } from '../../../ecr/instances.ts';
import { homeOf } from '../../../ecr/registry/home.ts';
import { policyCoverage } from '../../../ecr/repository/policyCoverage.ts';
import { REPOSITORY_TYPE } from '../../../ecr/repository/repositoryBlock.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { IMPORT_IDS } from '../../../facts/imports/importIds.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import { referencedResource } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import type { Block, Expression } from '../../../syntax/tree/tree.ts';

/** A managed resource of ECR that other blocks may refer to. */
export interface EcrResource {
  readonly address: string;
  readonly declaration: BlockDeclaration;
  readonly instances: 'one' | 'for_each' | 'count';
  /** True when an import block already names it. */
  readonly isImported: boolean;
}

/** The role of one block in this; a declaration lasts as long as its text. */
interface BlockReading {
  /** Null for a block that is not an ECR resource. */
  readonly instances: EcrResource['instances'] | null;
  /** The target of an import block. */
  readonly importTarget: string | null;
}

const readings = new WeakMap<BlockDeclaration, BlockReading>();

/** The ECR resources of a module in order; call it through `Module.remember`. */
export function ecrResources(module: Module): readonly EcrResource[] {
  const found: Omit<EcrResource, 'isImported'>[] = [];
  const imported = new Set<string>();
  for (const declaration of module.allBlocks()) {
    const { instances, importTarget } = readingOf(declaration);
    if (importTarget !== null) imported.add(importTarget);
    if (instances !== null) found.push({ address: declaration.address, declaration, instances });
  }
  return found.map((resource) => ({ ...resource, isImported: imported.has(resource.address) }));
}

function readingOf(declaration: BlockDeclaration): BlockReading {
  const known = readings.get(declaration);
  if (known !== undefined) return known;
  const { type, labels } = declaration;
  const target = readImport(declaration)?.to;
  const isEcr = type === 'resource' && labels[0]?.startsWith('aws_ecr_') === true;
  const reading: BlockReading = {
    instances: isEcr && labels.length === 2 ? repetitionOf(declaration.block) : null,
    importTarget: target == null ? null : referencedResource(target.value),
  };
  readings.set(declaration, reading);
  return reading;
}

function repetitionOf(block: Block): EcrResource['instances'] {
  if (attributeOf(block, 'for_each') !== undefined) return 'for_each';
  return attributeOf(block, 'count') === undefined ? 'one' : 'count';
}

/**
 * The repositories that a policy may be for: those with the same name as `owner` first, then those without a policy.
 */
export function repositoriesFor(module: Module, owner: Block): readonly EcrResource[] {
  const ownAddress = `${REPOSITORY_TYPE}.${owner.labels[1]?.text ?? ''}`;
  const { addresses: covered } = module.remember(policyCoverage);
  const repositories = module.remember(ecrResources).filter(({ address }) => address.startsWith(`${REPOSITORY_TYPE}.`));
  const others = repositories.filter(({ address }) => address !== ownAddress);
  return [
    ...repositories.filter(({ address }) => address === ownAddress),
    ...others.filter(({ address }) => !covered.has(address)),
    ...others.filter(({ address }) => covered.has(address)),
  ];
}

/** Those of `repositoriesFor` to choose among: the one of the same name, else those without a policy, else all. */
export function candidatesFor(module: Module, owner: Block): readonly EcrResource[] {
  const all = repositoriesFor(module, owner);
  const [first] = all;
  if (first?.address === `${REPOSITORY_TYPE}.${owner.labels[1]?.text ?? ''}`) return [first];
  const { addresses: covered } = module.remember(policyCoverage);
  const free = all.filter(({ address }) => !covered.has(address));
  return free.length === 0 ? all : free;
}

function isRepository(declaration: BlockDeclaration): boolean {
  return isBlockOf(declaration, 'resource', REPOSITORY_TYPE);
}

/** The key that selects an instance inside a block with the same repetition. */
export function instanceKey({ instances }: EcrResource): string {
  if (instances === 'one') return '';
  return instances === 'for_each' ? '[each.key]' : '[count.index]';
}

/** The name of a repository when it is written out, or null. `options` are those of an instance. */
export function literalName(
  module: Module,
  { block, source }: BlockDeclaration,
  options: Instance['options'] = {},
): string | null {
  const expression = attributeOf(block, 'name')?.value;
  if (expression === undefined) return null;
  const value = new Evaluator(questionScope(module), options).evaluate({ source, expression });
  return value.kind === 'string' ? value.value : null;
}

/** The import id of the ECR resource that a reference names, when the module spells it: a name, a prefix, an account. */
export function importId(module: Module, target: Expression): string | null {
  const declaration = module.blocks(referencedResource(target) ?? '')[0];
  if (declaration === undefined) return null;
  const options = instanceOptions(module, declaration, target);
  if (isRepository(declaration)) return literalName(module, declaration, options);
  const id = lookUp(IMPORT_IDS, declaration.labels[0] ?? '');
  if (id?.kind === 'account') return accountOf(declaration, questionScope(module));
  const expression = id === undefined ? undefined : attributeOf(declaration.block, id.argument)?.value;
  if (expression === undefined) return null;
  const value = new Evaluator(questionScope(module), options).evaluate({ source: declaration.source, expression });
  if (value.kind === 'string') return value.value;
  const repository = module.blocks(referencedResource(expression) ?? '')[0];
  return repository === undefined || !isRepository(repository) ? null : literalName(module, repository);
}

function accountOf(declaration: BlockDeclaration, scope: RecordingScope): string | null {
  const block = readEcrBlock(declaration, scope);
  return block && homeOf(block, scope).account;
}

/** The instance that the key of a reference selects; nothing when the key or the instances are unknown. */
function instanceOptions(module: Module, declaration: BlockDeclaration, target: Expression): Instance['options'] {
  if (target.kind !== 'IndexAccess') return {};
  const { key } = target;
  const text = literalText(key);
  const written = key.kind === 'NumberLiteral' ? key.text : text === null ? null : JSON.stringify(text);
  const instances = instancesOf(declaration, questionScope(module));
  return instances?.find((instance) => instance.key === `[${written}]`)?.options ?? {};
}
