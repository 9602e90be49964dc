import { Evaluator } from '../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../module/declarations.ts';
import { attributeOf, isBlockOf } from '../module/declarations.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/recordingScope.ts';
import { referencedResource, resourcesMentionedIn } from '../module/references.ts';
import { REPOSITORY_TYPE } from './repository.ts';

/** Which repositories of a module have a lifecycle policy, as far as its text tells. */
export interface PolicyCoverage {
  /** True when some policy's repository is not known: it may be any. */
  readonly isUncertain: boolean;
  /** Addresses of repositories that a policy, or a call of a module, refers to. */
  readonly addresses: ReadonlySet<string>;
  /** Names that policies write out. */
  readonly names: ReadonlySet<string>;
}

/** Reads the coverage; use it through `Module.remember`, so that it is read once for each version. */
export function policyCoverage(module: Module): PolicyCoverage {
  const addresses = new Set<string>();
  const names = new Set<string>();
  let isUncertain = false;
  for (const declaration of module.allBlocks()) {
    if (declaration.type === 'module') {
      for (const address of resourcesMentionedIn(declaration.block)) addresses.add(address);
    } else if (isBlockOf(declaration, 'resource', 'aws_ecr_lifecycle_policy')) {
      const target = targetOf(declaration, module);
      if (target === null) isUncertain = true;
      else if ('address' in target) addresses.add(target.address);
      else names.add(target.name);
    }
  }
  return { isUncertain, addresses, names };
}

type Target = { readonly address: string } | { readonly name: string } | null;

/** Targets that a policy's own text tells; they hold as long as its piece does. */
const directTargets = new WeakMap<BlockDeclaration, Target>();

/** The repository that a lifecycle policy is for, or null when the text does not tell. */
function targetOf(declaration: BlockDeclaration, module: Module): Target {
  const direct = directTargets.get(declaration);
  if (direct !== undefined) return direct;
  const { block, source } = declaration;
  const expression = attributeOf(block, 'repository')?.value;
  if (expression === undefined) return null;
  const address = referencedResource(expression);
  if (address?.startsWith(`${REPOSITORY_TYPE}.`)) {
    directTargets.set(declaration, { address });
    return { address };
  }
  const value = new Evaluator(new RecordingScope(module)).evaluate({ source, expression });
  if (value.kind === 'string') return { name: value.value };
  const reached = value.kind === 'unknown' ? referencedResource(value.expression) : null;
  return reached?.startsWith(`${REPOSITORY_TYPE}.`) ? { address: reached } : null;
}
