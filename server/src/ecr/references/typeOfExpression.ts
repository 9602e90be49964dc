import { Evaluator } from '../../evaluate/evaluate.ts';
import { readTypeConstraint } from '../../evaluate/values/typeConstraint.ts';
import { collectionOf, NUMBER, STRING } from '../../evaluate/values/types.ts';
import type { Type, Value } from '../../evaluate/values/value.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { instancesOf } from '../instances.ts';
import type { NamedBlock } from './namedBlock.ts';
import { namedBlock, repetitionAt } from './namedBlock.ts';
import type { Path } from './reference.ts';
import { readPath } from './reference.ts';
import type { LoopName } from './referencesIn.ts';
import { loopName } from './referencesIn.ts';
import type { Followed } from './typeSteps.ts';
import { elementOf, follow, typeOfInstance } from './typeSteps.ts';

/** The number of locals, loops and calls that are followed from one expression. */
const DEPTH_LIMIT = 8;

/** The context of an expression: its block, module and loops. */
export interface TypeContext {
  readonly scope: RecordingScope;
  /** The block that `each` belongs to; null when there is none. */
  readonly declaration: BlockDeclaration | null;
  readonly names: LoopName | null;
}

/** The type of an expression as far as references to ECR blocks determine it; null otherwise. */
export function typeOfExpression(expression: Expression, context: TypeContext, depth = 0): Type | null {
  if (depth > DEPTH_LIMIT) return null;
  const deeper = depth + 1;
  if (expression.kind === 'Parenthesized') return typeOfExpression(expression.expression, context, deeper);
  if (expression.kind === 'ForExpression') {
    const { collection, keyName, valueName, value, grouping } = expression;
    let { names } = context;
    if (keyName !== null) names = { name: keyName.text, collection, isKey: true, outer: context.names };
    if (valueName !== null) names = { name: valueName.text, collection, isKey: false, outer: names };
    const element = typeOfExpression(value, { ...context, names }, deeper);
    if (element === null || grouping !== null) return null;
    return collectionOf(expression.form === 'tuple' ? 'list' : 'map', element);
  }
  if (expression.kind === 'FunctionCall') {
    const [argument, ...others] = expression.arguments;
    if (argument === undefined || others.length > 0 || expression.expansion !== null) return null;
    return typeOfCall(expression.name.text, typeOfExpression(argument, context, deeper));
  }
  const path = readPath(expression);
  const followed = path && typeOfPath(path, context, deeper);
  return followed?.misstep === undefined ? (followed?.type ?? null) : null;
}

function typeOfCall(name: string, argument: Type | null): Type | null {
  if (argument === null) return null;
  const element = elementOf(argument) ?? (argument.kind === 'map' ? argument.element : null);
  switch (name) {
    case 'keys':
      return argument.kind === 'map' ? collectionOf('list', STRING) : null;
    case 'values':
      return argument.kind === 'map' && element !== null ? collectionOf('list', element) : null;
    case 'one':
      return elementOf(argument);
    case 'tolist':
    case 'toset':
      return element === null ? null : collectionOf(name === 'toset' ? 'set' : 'list', element);
    case 'length':
      return NUMBER;
    default:
      return null;
  }
}

/** The type of a reference, or the step that does not exist. */
export function typeOfPath(path: Path, context: TypeContext, depth = 0): Followed {
  const { root, steps, base } = path;
  if (base !== undefined) return follow(typeOfExpression(base, context, depth + 1), steps);
  const loop = loopName(root.name.text, context.names);
  if (loop !== undefined) return follow(typeOfLoopName(loop, context, depth + 1), steps);
  const [first, ...rest] = steps;
  const name = first?.kind === 'attribute' ? first.name.text : '';
  switch (root.name.text) {
    case 'each':
      return follow(typeOfEach(name, context, depth + 1), rest);
    case 'self': {
      const { type = '', labels = [] } = context.declaration ?? {};
      const fact = bodyFact(type, labels[0] ?? '');
      return follow(fact === undefined ? null : typeOfInstance(fact), steps);
    }
    case 'var':
      return follow(typeOfVariable(name, context.scope), rest);
    case 'local': {
      const local = context.scope.local(name);
      const inner = { scope: context.scope, declaration: null, names: null };
      return follow(local && typeOfExpression(local.expression, inner, depth + 1), rest);
    }
    default: {
      const named = namedBlock(path);
      return named === null ? { type: null } : typeOfNamed(named, context.scope, depth + 1);
    }
  }
}

/** The type that a variable is declared with; null where it has none, or where an override file may change it. */
function typeOfVariable(name: string, scope: RecordingScope): Type | null {
  const address = `variable.${name}`;
  const declaration = scope.block(address);
  const type = declaration && attributeOf(declaration.block, 'type')?.value;
  if (!type || scope.ask((module) => module.overridesAt(address).length) > 0) return null;
  const evaluate = (part: Expression) =>
    new Evaluator(scope).evaluate({ source: declaration.source, expression: part });
  // A loop over an empty default is never entered, so Terraform accepts whatever is in it.
  const fallback = attributeOf(declaration.block, 'default')?.value;
  if (fallback !== undefined && isEmpty(evaluate(fallback))) return null;
  return readTypeConstraint(type, evaluate);
}

function isEmpty(value: Value): boolean {
  if (value.kind === 'list') return value.items.length === 0 && !value.open;
  return value.kind === 'null' || (value.kind === 'object' && value.members.length === 0 && !value.open);
}

function typeOfLoopName({ collection, isKey, outer }: LoopName, context: TypeContext, depth: number): Type | null {
  const type = collection && typeOfExpression(collection, { ...context, names: outer }, depth);
  if (type === null) return null;
  if (isKey) return type.kind === 'map' ? STRING : null;
  return type.kind === 'map' ? type.element : elementOf(type);
}

function typeOfEach(name: string, { scope, declaration }: TypeContext, depth: number): Type | null {
  const forEach = declaration && attributeOf(declaration.block, 'for_each')?.value;
  if (!forEach) return null;
  if (name === 'key') return STRING;
  const type = name === 'value' ? typeOfExpression(forEach, { scope, declaration: null, names: null }, depth) : null;
  return type === null ? null : type.kind === 'map' ? type.element : elementOf(type);
}

function typeOfNamed(named: NamedBlock, scope: RecordingScope, depth: number): Followed {
  const { blockType, type, address, rest } = named;
  if (blockType === 'module') return typeOfOutput(named, scope, depth);
  const fact = bodyFact(blockType, type);
  if (fact === undefined) return { type: null };
  const instance = typeOfInstance(fact);
  const repetition = repetitionAt(address, scope);
  if (repetition === null) return follow(instance, rest);
  // Without a key there is nothing to follow, and no instance is asked.
  const declaration = scope.block(address);
  const isEmpty = declaration !== null && instancesOf(declaration, scope)?.length === 0;
  if (rest[0]?.kind === 'attribute' || (isEmpty && rest[0]?.kind !== 'index')) return { type: null };
  return follow(collectionOf(repetition === 'count' ? 'list' : 'map', instance), rest);
}

/** The value of a local module's output. */
function typeOfOutput({ address, rest }: NamedBlock, scope: RecordingScope, depth: number): Followed {
  const call = scope.block(address);
  const [first, ...others] = rest;
  if (call === null || first?.kind !== 'attribute' || repetitionAt(address, scope) !== null) return { type: null };
  const inner = depth > DEPTH_LIMIT ? null : scope.through(call, new Evaluator(scope));
  const output = inner?.block(`output.${first.name.text}`);
  const value = output && attributeOf(output.block, 'value')?.value;
  if (!inner || !value) return { type: null };
  return follow(typeOfExpression(value, { scope: inner, declaration: null, names: null }, depth), others);
}
