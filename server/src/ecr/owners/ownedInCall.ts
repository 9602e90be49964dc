import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isCall } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Instance } from '../instances.ts';
import { instancesOf, isSingle } from '../instances.ts';
import type { Owned } from './owned.ts';
import { isOwner, ownedBy } from './owned.ts';

/** One thing that a block of a called module sets. */
export interface OwnedInCall extends Owned {
  /** The address behind that of the call: `["a"].aws_ecr_repository.this`. */
  readonly instance: string;
  /** The instance of the outermost call. */
  readonly callInstance: string;
}

/** How many calls of modules may still be followed. */
export interface CallBudget {
  left: number;
}

const SINGLE: Instance = { key: '', options: {} };

/**
 * What the blocks of a called module set, in each instance of the call, as far as that is known; what the releases that a
 * call admits differ in is not known.
 */
export function ownedInCall(call: BlockDeclaration, scope: RecordingScope, budget: CallBudget): readonly OwnedInCall[] {
  const instances = instancesOf(call, scope) ?? (isSingle(call, scope) ? [SINGLE] : []);
  return instances.flatMap((instance) => {
    const evaluator = new Evaluator(scope, instance.options);
    const editions = scope.directoriesOf(call).map((_, edition) => {
      budget.left -= 1;
      const inner = budget.left < 0 ? null : scope.through(call, evaluator, edition);
      return inner === null ? [] : ownedInside(inner, budget);
    });
    const [newest = [], ...others] = editions;
    return newest
      .filter(({ identity }) => others.every((owned) => owned.some((one) => one.identity === identity)))
      .map((owned) => ({
        ...owned,
        instance: `${instance.key}.${owned.instance}`,
        callInstance: instance.key,
      }));
  });
}

/** The same for all blocks of a module that is seen through a call; `instance` is the whole address in it. */
function ownedInside(scope: RecordingScope, budget: CallBudget): readonly Owned[] {
  scope.ask(({ version }) => version);
  return scope
    .ask((module) => module.remember(owningBlocks))
    .flatMap((declaration) => {
      const owned =
        declaration.type === 'module' ? ownedInCall(declaration, scope, budget) : ownedBy(declaration, scope);
      return owned.map((one) => ({ ...one, instance: `${declaration.address}${one.instance}` }));
    });
}

/** The blocks of a module that set what AWS keeps one of, and those that call other modules. */
export function owningBlocks(module: Pick<Module, 'blocksWhich'>): readonly BlockDeclaration[] {
  return module.blocksWhich(isCallOrOwner);
}

function isCallOrOwner(block: BlockDeclaration): boolean {
  return isCall(block) || isOwner(block);
}
