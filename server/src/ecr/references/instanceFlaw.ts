import { Evaluator } from '../../evaluate/evaluate.ts';
import type { ResourceFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, hasInstances } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { instancesOf } from '../instances.ts';
import type { Flaw, Mend } from './flaw.ts';
import type { NamedBlock } from './namedBlock.ts';
import { repetitionAt } from './namedBlock.ts';
import type { Step } from './reference.ts';
import { literalKey, readPath } from './reference.ts';
import type { Reference } from './referencesIn.ts';
import { loopName } from './referencesIn.ts';

/** No more keys than this are named in a message. */
const NAMED_KEYS = 5;

/** What is wrong with the key of a reference, or with a missing key; null when no mistake is known. */
export function instanceFlaw(
  reference: Reference,
  named: NamedBlock,
  declaration: BlockDeclaration,
  scope: RecordingScope,
): Flaw | null {
  const repetition = repetitionAt(named.address, scope);
  const [first, second] = named.rest;
  const question: Question = { reference, named, declaration, scope, repetition };
  if (first === undefined) return null;
  if (repetition === null) return first.kind === 'index' ? needlessKey(question, first) : null;
  if (first.kind === 'attribute') return missingKey(question);
  if (first.kind === 'splat') {
    return repetition === 'for_each' && second?.kind === 'attribute' ? splatOfMap(question, first) : null;
  }
  return first.kind === 'index' ? absentKey(question, first) : null;
}

interface Question {
  readonly reference: Reference;
  readonly named: NamedBlock;
  readonly declaration: BlockDeclaration;
  readonly scope: RecordingScope;
  readonly repetition: 'count' | 'for_each' | null;
}

type IndexStep = Step & { kind: 'index' };

function needlessKey(question: Question, step: IndexStep): Flaw | null {
  const { named, reference } = question;
  const { key, expression } = step;
  const isStatic = literalKey(key) !== null && named.blockType !== 'module';
  if (!isStatic && (reference.isGuarded || !isSurelyNeedless(question, step))) return null;
  const range = { start: named.expression.end, end: expression.end };
  return {
    kind: 'instance',
    range: { start: reference.root.start, end: expression.end },
    message: `${named.address} has neither count nor for_each, so it has no instance with a key; Terraform stops with "${isStatic ? 'Unexpected resource instance key' : 'Invalid index'}". Remove the brackets.`,
    isStatic,
    mend: { title: 'Remove the key', kind: 'choice', range, text: '' },
  };
}

/** Attributes of an object can also be read by index, so a text may be an attribute. */
function isSurelyNeedless({ named, reference, declaration, scope }: Question, { key }: IndexStep): boolean {
  const literal = literalKey(key);
  if (literal !== null) return typeof literal === 'number';
  const path = readPath(key);
  const root = path?.root.name.text ?? '';
  const isOwn = path?.steps.length === 1 && loopName(root, reference.names) === undefined;
  if (!isOwn || (root !== 'each' && root !== 'count')) return false;
  if (root === 'count') return true;
  if (named.blockType !== 'module' && named.rest.length > 1) return true;
  const keys = instancesOf(declaration, scope);
  const fact = named.blockType === 'module' ? undefined : bodyFact(named.blockType, named.type);
  if (keys === null || keys.length === 0 || fact === undefined) return false;
  const members = membersOf(fact);
  return keys.every(({ key: own }) => !members.includes(own.slice(2, -2)));
}

function membersOf({ arguments: known, blocks, attributes = [] }: ResourceFact): readonly string[] {
  return [...known, ...blocks, ...attributes].map(({ name }) => name);
}

function missingKey(question: Question): Flaw | null {
  const { named, repetition, reference } = question;
  const isModule = named.blockType === 'module';
  if (isModule && reference.isGuarded) return null;
  const key = meantKey(question);
  const { start, end } = named.expression;
  const told = isModule ? 'Unsupported attribute' : 'Missing resource instance key';
  return {
    kind: 'instance',
    range: { start, end },
    message: `${named.address} has ${repetition}, so one of its instances must be named; Terraform stops with "${told}". Add its key in brackets${key === null ? '' : `: ${key}`}.`,
    isStatic: true,
    ...(isModule && { isEvaluated: true }),
    ...(key !== null && { mend: keyAdded(key, end) }),
  };
}

function keyAdded(key: string, end: number): Mend {
  return { title: `Add the key: ${key}`, kind: 'choice', range: { start: end, end }, text: key };
}

/** The only key, or `each.key` when both blocks iterate over the same collection. */
function meantKey({ named, declaration, scope, repetition }: Question): string | null {
  const target = scope.block(named.address);
  const keys = target && instancesOf(target, scope)?.map(({ key }) => key);
  const name = repetition === 'count' ? 'count' : 'for_each';
  const own = attributeOf(declaration.block, name)?.value;
  if (own !== undefined) {
    const text = (of: BlockDeclaration, expression: Expression | undefined) =>
      expression === undefined ? null : textOf(placeOf(of.source, expression)).replaceAll(/\s+/g, '');
    const written = text(declaration, own);
    const isSame = target !== null && written === text(target, attributeOf(target.block, name)?.value);
    if (isSame || written === named.address) return repetition === 'count' ? '[count.index]' : '[each.key]';
  }
  if (keys?.length === 1) return keys[0] ?? null;
  return repetition === 'count' && own === undefined && keys?.length !== 0 ? '[0]' : null;
}

function splatOfMap({ named, reference }: Question, { expression }: Step & { kind: 'splat' }): Flaw | null {
  if (reference.isGuarded) return null;
  const { start } = named.expression;
  const mend: Mend = {
    title: `Go through values(${named.address})`,
    kind: 'choice',
    range: { start: reference.root.start, end: named.expression.end },
    text: `values(${named.address})`,
  };
  return {
    kind: 'instance',
    range: { start, end: expression.operator.end },
    message: `${named.address} has for_each, so it is a map of instances, and a splat does not go through a map; Terraform stops with "Unsupported attribute". Write values(${named.address})[*].`,
    isStatic: false,
    mend,
  };
}

/** A known key that matches no instance. */
function absentKey(question: Question, step: IndexStep): Flaw | null {
  const { named, declaration, scope, reference } = question;
  const { isGuarded, isSure } = reference;
  const target = scope.block(named.address);
  const isRepeated = hasInstances(declaration.block);
  const own = instancesOf(declaration, scope);
  // An expression that is not evaluated cannot fail.
  if (isGuarded || !isSure || target === null || target.isBroken || (isRepeated && !own?.length)) return null;
  const keys = instancesOf(target, scope)?.map(({ key }) => key) ?? null;
  for (const { options } of own ?? [{ options: {} }]) {
    const value = new Evaluator(scope, options).evaluate({ source: declaration.source, expression: step.key });
    if (value.kind !== 'string' && value.kind !== 'number') continue;
    const flaw = keyFlaw(value.value, keys, question);
    if (flaw !== null) return { ...flaw, range: { start: named.expression.start, end: step.expression.end } };
  }
  return null;
}

function keyFlaw(value: string | number, keys: readonly string[] | null, { named, repetition }: Question): Flaw | null {
  const written = `[${JSON.stringify(value)}]`;
  const isNumber = typeof value === 'number' || /^\d+$/.test(value);
  const range = named.expression;
  const known = keys === null || keys.length > NAMED_KEYS ? '' : namedKeys(keys);
  if (repetition === 'count' && !isNumber) {
    return {
      kind: 'instance',
      range,
      message: `${named.address} has count, so its keys are numbers, but ${written} is not one; the plan fails ("Invalid index").${known}`,
      isStatic: false,
    };
  }
  const key = repetition === 'count' ? `[${Number(value)}]` : `[${JSON.stringify(String(value))}]`;
  if (keys === null || keys.includes(key)) return null;
  return {
    kind: 'instance',
    range,
    message: `${named.address} has no instance ${written}; the plan fails ("Invalid index").${known}`,
    isStatic: false,
  };
}

function namedKeys(keys: readonly string[]): string {
  return keys.length === 0 ? ' It has no instances.' : ` It has ${keys.join(', ')}.`;
}
