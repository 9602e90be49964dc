import { Evaluator } from '../../evaluate/evaluate.ts';
import { unknown } from '../../evaluate/values/makeValue.ts';
import { attributeOf, enabledOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import type { ImportAddress, ModuleStep } from '../imports/importAddress.ts';
import type { DeclaredStep } from '../imports/importTarget.ts';
import { stepsOf, stepsOfCalls } from '../imports/importTarget.ts';
import { instancesOf } from '../instances.ts';

/** What a module declares at an address; `unknown` when the text does not say. */
export type Declared = 'undeclared' | 'unknown' | DeclaredStep;

/** The block that declares the resource of an address, through the calls that lead to it. */
export function declaredAt(address: ImportAddress, scope: RecordingScope): Declared {
  const steps = stepsOf(address, scope);
  const last = steps.at(-1);
  if (last?.kind === 'undeclared') return 'undeclared';
  return last === undefined || steps.length <= address.modules.length ? 'unknown' : last;
}

/** The call of the whole module of an address, through the calls that lead to it. */
export function callAt(modules: readonly ModuleStep[], scope: RecordingScope): Declared {
  const steps = stepsOfCalls(modules, scope);
  const last = steps.at(-1);
  if (last?.kind === 'undeclared') return 'undeclared';
  return last === undefined || steps.length < modules.length ? 'unknown' : last;
}

/** The repetition of a resource or call. */
export function repetitionAt({ declaration }: DeclaredStep): 'single' | 'count' | 'for_each' {
  if (attributeOf(declaration.block, 'for_each') !== undefined) return 'for_each';
  return attributeOf(declaration.block, 'count') === undefined ? 'single' : 'count';
}

/** True when a resource or call has an instance with that key (null for no key); null when unknown. */
export function hasInstance(step: DeclaredStep, key: Expression | null): boolean | null {
  const { declaration, scope } = step;
  if (declaration.block.damaged) return null;
  if (repetitionAt(step) === 'single') {
    const isSwitched = enabledOf(declaration.block) !== undefined;
    return isSwitched ? null : key === null;
  }
  if (key === null) return false;
  const written = keyText(key);
  const instances = instancesOf(declaration, scope);
  return written === null || instances === null ? null : instances.some((instance) => instance.key === written);
}

function keyText(key: Expression): string | null {
  if (key.kind === 'NumberLiteral') return `[${key.text}]`;
  const text = literalText(key);
  return text === null ? null : `[${JSON.stringify(text)}]`;
}

/**
 * The names that a resource gives its instances of two keys under its present configuration, when both are known and
 * depend on the key; null otherwise. A key that no longer exists is taken as an element of a set.
 */
export function namesOfKeys(
  { declaration, scope }: DeclaredStep,
  before: Expression,
  after: Expression,
): readonly [string, string] | null {
  const name = attributeOf(declaration.block, 'name')?.value;
  if (name === undefined || attributeOf(declaration.block, 'for_each') === undefined) return null;
  const names = [before, after].map((key) => {
    const text = new Evaluator(scope).evaluate({ source: declaration.source, expression: key });
    if (text.kind !== 'string') return null;
    const each = { key: text, value: unknown('the element is not known', text) };
    const value = new Evaluator(scope, { each }).evaluate({ source: declaration.source, expression: name });
    return value.kind === 'string' ? value.value : null;
  });
  const [old = null, made = null] = names;
  return old === null || made === null ? null : [old, made];
}
