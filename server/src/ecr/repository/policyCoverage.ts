import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf, isCall } from '../../module/declarations/declarations.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { nodesWithLocals } from '../references/nodesWithLocals.ts';
import { LIFECYCLE_POLICY_TYPE } from './policyTargets.ts';
import { REPOSITORY_TYPE } from './repositoryBlock.ts';
import type { RepositoryChain } from './repositoryChain.ts';
import { repositoryChain } from './repositoryChain.ts';

/** Which repositories of a module have a policy of one kind, as far as the text says. */
export interface PolicyCoverage {
  /** True when a policy's repository is unknown, so that it may be any, or when there may be policies elsewhere. */
  readonly isUncertain: boolean;
  /** The references to each repository address: from policies, and from module calls, which may make a policy. */
  readonly addresses: ReadonlyMap<string, readonly BlockDeclaration[]>;
  /** The policies for each name that is written out. */
  readonly names: ReadonlyMap<string, readonly BlockDeclaration[]>;
}

/** Reads the coverage; call it through `Module.remember`, so that it runs once per version. */
export function policyCoverage(module: Module): PolicyCoverage {
  return coverageOf(module, isLifecyclePolicy);
}

/** The same for access policies. */
export function accessCoverage(module: Module): PolicyCoverage {
  return coverageOf(module, isAccessPolicy);
}

function isLifecyclePolicy(block: BlockDeclaration): boolean {
  return isCall(block) || isBlockOf(block, 'resource', LIFECYCLE_POLICY_TYPE);
}

function isAccessPolicy(block: BlockDeclaration): boolean {
  return isCall(block) || isBlockOf(block, 'resource', 'aws_ecr_repository_policy');
}

/** `isPolicy` is true for the policies, and for calls. */
function coverageOf(module: Module, isPolicy: (block: BlockDeclaration) => boolean): PolicyCoverage {
  const addresses = new Map<string, BlockDeclaration[]>();
  const names = new Map<string, BlockDeclaration[]>();
  const scope = new RecordingScope(module);
  let isUncertain = module.isOpen;
  for (const declaration of module.blocksWhich(isPolicy)) {
    if (isCall(declaration)) {
      for (const address of resourcesGiven(declaration, scope)) add(addresses, address, declaration);
    } else {
      const target = targetOf(declaration, scope);
      if (target === null) isUncertain = true;
      else if ('addresses' in target) {
        for (const address of target.addresses) add(addresses, address, declaration);
        isUncertain ||= target.isOpen;
      } else add(names, target.name, declaration);
    }
  }
  return { isUncertain, addresses, names };
}

/** The resources that a call mentions, also in the locals that it uses. */
function resourcesGiven({ block }: BlockDeclaration, scope: RecordingScope): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (const node of nodesWithLocals(block, scope)) {
    const address = node.kind === 'AttributeAccess' ? referencedResource(node) : null;
    if (address !== null) addresses.add(address);
  }
  return addresses;
}

function add(declarations: Map<string, BlockDeclaration[]>, key: string, declaration: BlockDeclaration): void {
  const known = declarations.get(key);
  if (known === undefined) declarations.set(key, [declaration]);
  else known.push(declaration);
}

type Target = RepositoryChain | { readonly name: string } | null;

/** Targets that a policy's own text names; they are valid as long as its piece. */
const directTargets = new WeakMap<BlockDeclaration, Target>();

/** The repository of a policy, or null when the text does not say. */
function targetOf(declaration: BlockDeclaration, scope: RecordingScope): Target {
  const direct = directTargets.get(declaration);
  if (direct !== undefined) return direct;
  const { block, source } = declaration;
  const expression = attributeOf(block, 'repository')?.value;
  if (expression === undefined) return null;
  const address = referencedResource(expression);
  if (address?.startsWith(`${REPOSITORY_TYPE}.`)) {
    const target = only(address);
    directTargets.set(declaration, target);
    return target;
  }
  const value = new Evaluator(scope).evaluate({ source, expression });
  if (value.kind === 'string') return { name: value.value };
  const reached = value.kind === 'unknown' ? referencedResource(value.expression) : null;
  if (reached?.startsWith(`${REPOSITORY_TYPE}.`)) return only(reached);
  return repositoryChain(declaration, expression, scope.module);
}

function only(address: string): RepositoryChain {
  return { addresses: [address], isOpen: false };
}
