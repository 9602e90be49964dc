import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { ImportAddress, ModuleStep } from './importAddress.ts';

/** One step of an address with a declaring block: a call, or the resource itself. */
export interface DeclaredStep {
  readonly kind: 'declared';
  readonly declaration: BlockDeclaration;
  /** The module that declares it, seen through the calls before it. */
  readonly scope: RecordingScope;
  /** As an address of its own module: `module.m`, `aws_ecr_repository.app`. */
  readonly address: string;
  /** The instance key in the target. */
  readonly key: Expression | null;
}

/** A step that no block declares. */
export interface UndeclaredStep {
  readonly kind: 'undeclared';
  readonly address: string;
  /** The calls that lead to the missing block; null for the import block's own module. */
  readonly within: string | null;
}

/**
 * The steps of an address from the outermost call to the resource, as far as the workspace has them; ends before a
 * module without text and at an undeclared step.
 */
export function stepsOf(address: ImportAddress, scope: RecordingScope): readonly (DeclaredStep | UndeclaredStep)[] {
  const resource = { address: `${address.type}.${address.name}`, key: address.key };
  return follow([...callNames(address.modules), resource], scope);
}

/** The same for the address of a whole module: its last step is a call. */
export function stepsOfCalls(
  modules: readonly ModuleStep[],
  scope: RecordingScope,
): readonly (DeclaredStep | UndeclaredStep)[] {
  return follow(callNames(modules), scope);
}

type NamedStep = Pick<DeclaredStep, 'address' | 'key'>;

function callNames(modules: readonly ModuleStep[]): readonly NamedStep[] {
  return modules.map(({ name, key }) => ({ address: `module.${name}`, key }));
}

function follow(names: readonly NamedStep[], scope: RecordingScope): readonly (DeclaredStep | UndeclaredStep)[] {
  const steps: (DeclaredStep | UndeclaredStep)[] = [];
  let current: RecordingScope | null = scope;
  for (const step of names) {
    if (current === null) return steps;
    const declaration = current.block(step.address);
    if (declaration === null) {
      const isSaid = current.ask((module) => !module.isOpen && module.blocks(step.address).length === 0);
      const within = steps.map((before) => before.address).join('.');
      if (isSaid) steps.push({ kind: 'undeclared', address: step.address, within: within === '' ? null : within });
      return steps;
    }
    steps.push({ kind: 'declared', declaration, scope: current, ...step });
    current = current.through(declaration, new Evaluator(current));
  }
  return steps;
}
