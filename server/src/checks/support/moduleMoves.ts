import type { ModuleStep } from '../../ecr/imports/importAddress.ts';
import type { Declared } from '../../ecr/state/declaredInstances.ts';
import { callAt, hasInstance, repetitionAt } from '../../ecr/state/declaredInstances.ts';
import type { StateBlock, StateEnd, WholeModule } from '../../ecr/state/stateBlocks.ts';
import { spelled, stateBlocks } from '../../ecr/state/stateBlocks.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding } from '../check.ts';
import { checkAmbiguity, REDUNDANT } from './otherMoves.ts';

/** What is wrong with a moved block from the address of a whole module. */
export function* checkModuleMove(block: StateBlock, before: WholeModule, scope: RecordingScope): Iterable<Finding> {
  const { declaration, from, to } = block;
  if (from === null || to === null) return;
  const place = placeOf(declaration.source, to.attribute.value);
  if (to.address?.kind === 'address') {
    yield {
      place,
      message:
        'Name a module here, or the resource in the module at from; a module cannot become a resource ("Invalid "moved" addresses").',
    };
  }
  if (to.address?.kind !== 'whole-module') return;
  if (isSame(from, to)) {
    yield { place, message: REDUNDANT };
    return;
  }
  yield* checkAmbiguity(block, { from, to }, scope);
  const stillThere = checkStillThere(block, { from, before: before.modules, after: to.address.modules }, scope);
  if (stillThere !== null) yield stillThere;
  else yield* checkTarget(block, { to, before: before.modules, after: to.address.modules }, scope);
}

function isSame(from: StateEnd, to: StateEnd): boolean {
  const address = spelled(from);
  return address !== null && address === spelled(to);
}

interface Calls {
  readonly before: readonly ModuleStep[];
  readonly after: readonly ModuleStep[];
}

/** The call at the old address is still there. */
function checkStillThere(
  { declaration }: StateBlock,
  { from, before, after }: Calls & { readonly from: StateEnd },
  scope: RecordingScope,
): Finding | null {
  const old = callAt(before, scope);
  if (typeof old === 'string' || !hasOuterInstances(before, scope)) return null;
  // A call that gains or loses count or for_each stays where it is.
  const isOneCall = namesIn(before) === namesIn(after);
  const isWhole = keyOf(before) === null && keyOf(after) === null;
  if (!(isWhole && !isOneCall) && hasInstance(old, keyOf(before)) !== true) return null;
  return {
    place: placeOf(declaration.source, from.attribute.value),
    message:
      'The module still has the call at this address; the plan fails ("Moved object still exists"). Remove or rename the call, or remove this block.',
    related: [{ place: placeOf(old.declaration.source, old.declaration.block.type), message: 'It is called here' }],
  };
}

/** What happens to what the module holds at its new address. */
function* checkTarget(
  block: StateBlock,
  { to, before, after }: Calls & { readonly to: StateEnd },
  scope: RecordingScope,
): Iterable<Finding> {
  const target = callAt(after, scope);
  const problem = isHandledFurther(block, scope) ? null : lossAt(target, { before, after });
  if (problem === null) return;
  const place = placeOf(block.declaration.source, to.attribute.value);
  yield { place, severity: 'warning', message: problem };
}

function lossAt(target: Declared, { before, after }: Calls): string | null {
  if (target === 'unknown') return null;
  if (target === 'undeclared') {
    return 'Nothing calls a module at this address, so the plan destroys its repositories, with their images. Name the call that takes them over.';
  }
  const key = keyOf(after);
  // A whole call moves with its instances, whatever their keys.
  if ((key === null && keyOf(before) === null) || hasInstance(target, key) !== false) return null;
  const repetition = repetitionAt(target);
  if (key === null) {
    return `The call has ${repetition}, so its instances have keys, and the plan destroys the repositories, with their images. Add the key of the instance that takes them over.`;
  }
  const lack = repetition === 'single' ? 'no instances with keys' : 'no instance of that key';
  return `The call has ${lack}, so the plan destroys the repositories, with their images. Name an instance that the call has.`;
}

function keyOf(modules: readonly ModuleStep[]): ModuleStep['key'] {
  return modules.at(-1)?.key ?? null;
}

function namesIn(modules: readonly ModuleStep[]): string {
  return modules.map(({ name }) => name).join('.');
}

/** True when the calls around the last one certainly have the instances that an address names. */
function hasOuterInstances(modules: readonly ModuleStep[], scope: RecordingScope): boolean {
  return modules.slice(0, -1).every((_, index) => {
    const outer = modules.slice(0, index + 1);
    const call = callAt(outer, scope);
    return typeof call !== 'string' && hasInstance(call, keyOf(outer)) === true;
  });
}

/** True when another block starts at the new address or in it: it may take the objects further. */
function isHandledFurther(block: StateBlock, scope: RecordingScope): boolean {
  const goal = spelled(block.to);
  if (goal === null) return true;
  const isWithin = (address: string) => [`${goal}.`, `${goal}[`].some((start) => address.startsWith(start));
  return scope.ask((module) =>
    module.remember(stateBlocks).some((other) => {
      const address = spelled(other.from);
      return other.declaration !== block.declaration && address !== null && isWithin(`${address}.`);
    }),
  );
}
