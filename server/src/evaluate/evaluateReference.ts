import { isResourceType, RESOURCE_ROOT, withoutResourceRoot } from '../syntax/referenceRoots.ts';
import { placeOf } from '../syntax/tree/place.ts';
import type { AttributeAccess, Expression } from '../syntax/tree/tree.ts';
import { boundTo, NO_INSTANCE } from './bindings.ts';
import type { Evaluator } from './evaluate.ts';
import { outputOf, wholeModule } from './evaluateModule.ts';
import type { EvaluationFrame } from './evaluationFrame.ts';
import type { LocatedExpression, VariableInput } from './scope.ts';
import { convert } from './values/convert.ts';
import { computedString, failed, unknown, unknownInput } from './values/makeValue.ts';
import { readTypeConstraint } from './values/typeConstraint.ts';
import { BOOL, STRING } from './values/types.ts';
import type { Provenance, Type, Value } from './values/value.ts';

/**
 * The value of a reference to something that the module declares: `local.x`, `var.x`, `each.key`, `module.m.output`, an
 * attribute of a resource. Null for an expression that has to be split further.
 */
export function resolveReference(frame: EvaluationFrame, expression: Expression): Value | null {
  if (expression.kind === 'Variable') return boundTo(frame.bindings, expression.name.text) ?? null;
  if (expression.kind !== 'AttributeAccess') return null;
  const root = rootOf(expression);
  if (root === null || boundTo(frame.bindings, root) !== undefined) return null;
  const { object, name } = expression;
  if (root === RESOURCE_ROOT) {
    const named = withoutResourceRoot(expression);
    return named === null ? unknown('it names no resource', frame.at(expression)) : resolveOfResource(frame, named);
  }
  if (object.kind === 'Variable') return resolveNamed(frame, root, name.text, frame.at(expression));
  if (root === 'module') return resolveOutput(frame, object, name.text, frame.at(expression));
  return isResourceType(root) || root === 'data' ? resolveAttribute(frame, expression) : null;
}

/** A resource, or one of its attributes, by an address that begins with its type. */
function resolveOfResource(frame: EvaluationFrame, access: AttributeAccess): Value {
  const isWhole = access.object.kind === 'Variable';
  return isWhole ? unknownInput('it is known only after apply', frame.at(access)) : resolveAttribute(frame, access);
}

function rootOf(expression: Expression): string | null {
  let current = expression;
  for (;;) {
    if (current.kind === 'Variable') return current.name.text;
    if (current.kind !== 'AttributeAccess' && current.kind !== 'IndexAccess') return null;
    current = current.object;
  }
}

function resolveNamed(frame: EvaluationFrame, root: string, name: string, at: Provenance): Value | null {
  switch (root) {
    case 'local':
      return resolveLocal(frame, name, at);
    case 'var':
      return resolveVariable(frame, name, at);
    case 'each':
    case 'count':
      if (boundTo(frame.bindings, NO_INSTANCE) !== undefined) return failed(`a local has no ${root}.${name}`, at);
      frame.evaluator.useInstance();
      return boundTo(frame.bindings, `${root}.${name}`) ?? unknown(`${root}.${name} is not known`, at);
    case 'module':
      return wholeModule(frame.evaluator, name, at);
    case 'path':
      return name === 'module' || name === 'root'
        ? computedString(name === 'root' ? '.' : frame.evaluator.scope.modulePath, at)
        : unknownInput(`path.${name} depends on the machine`, at, STRING);
    case 'terraform':
      return unknownInput(
        `terraform.${name} is known only when Terraform runs`,
        at,
        name === 'applying' ? BOOL : STRING,
      );
    default:
      return unknownInput('it is known only after apply', at);
  }
}

function resolveLocal({ evaluator }: EvaluationFrame, name: string, at: Provenance): Value {
  const locate = () => evaluator.scope.local(name);
  if (locate() === null) return unknown(`local.${name} is not declared once`, at);
  const value = evaluator.shared(`local.${name}`, () => {
    const located = locate();
    return located === null
      ? unknown('it is not declared', at)
      : evaluator.evaluateLocal(located.source, located.expression);
  });
  return value ?? unknown(`local.${name} refers to itself`, at);
}

/** The value of an expression that another question may share: asks for its place, so that the answer depends on it. */
function valueThere(evaluator: Evaluator, located: LocatedExpression | null, at: Provenance): Value {
  return located === null
    ? unknown('it is not declared', at)
    : evaluator.evaluateAlone(located.source, located.expression);
}

function resolveVariable({ evaluator }: EvaluationFrame, name: string, at: Provenance): Value {
  const input = evaluator.scope.variable(name);
  if (input === null) return unknown(`var.${name} is not declared once`, at);
  const value = evaluator.shared(`var.${name}`, () => {
    const asked = evaluator.scope.variable(name);
    return asked === null ? unknown('it is not declared', at) : valueOfVariable(evaluator, name, asked);
  });
  if (value === null) return unknown(`var.${name} refers to itself`, at);
  // The value of a variable that nobody sets is the same for everyone, but each reference has its own place.
  return value.expression === NOWHERE ? { ...value, place: at.place, expression: at.expression } : value;
}

/** The expression of a value that no text spells. */
const NOWHERE: Expression = { kind: 'MissingExpression', start: 0, end: 0 };

function valueOfVariable(evaluator: Evaluator, name: string, variable: VariableInput): Value {
  const { declaration: source, fallback, given, assumed, nullable } = variable;
  const type = typeOfVariable(evaluator, variable);
  const unset = (because: string) =>
    unknownInput(because, { place: placeOf(source, NOWHERE), expression: NOWHERE }, type ?? undefined);
  const converted = (located: LocatedExpression | null): Value => {
    if (located === null) return unset(`var.${name} has no default`);
    const value = evaluator.evaluateAlone(located.source, located.expression);
    return type === null ? value : convert(value, type);
  };
  const readFallback = () => (fallback === null ? null : { source, expression: fallback });
  if (given === 'omitted') return converted(readFallback());
  if (given !== 'open') {
    const isDefault = given.kind === 'null' && !nullable;
    if (isDefault) return converted(readFallback());
    const value = type === null ? given : convert(given, type);
    // A check reports an input of the wrong type at the call.
    return isFailure(value) && !isFailure(given) ? unset(`var.${name} is of another type`) : value;
  }
  const assumption = evaluator.assumeDefaults ? (assumed() ?? readFallback()) : null;
  if (assumption === null) return unset(`var.${name} is set by the caller of the module`);
  evaluator.assume(name);
  return converted(assumption);
}

function isFailure(value: Value): boolean {
  return value.kind === 'unknown' && value.failure !== undefined;
}

function typeOfVariable(evaluator: Evaluator, { declaration: source, type }: VariableInput): Type | null {
  return type && readTypeConstraint(type, (part) => evaluator.evaluateAlone(source, part));
}

/** `module.NAME.OUTPUT` and `module.NAME[KEY].OUTPUT`. */
function resolveOutput(frame: EvaluationFrame, object: Expression, output: string, at: Provenance): Value | null {
  const call = object.kind === 'IndexAccess' ? object.object : object;
  if (call.kind !== 'AttributeAccess' || call.object.kind !== 'Variable') return null;
  const key = object.kind === 'IndexAccess' ? frame.evaluate(object.key) : null;
  return outputOf(frame.evaluator, call.name.text, output, key, at);
}

/** `TYPE.NAME.ATTRIBUTE`, with or without an instance key. */
function resolveAttribute(frame: EvaluationFrame, expression: Expression & { kind: 'AttributeAccess' }): Value {
  const at = frame.at(expression);
  const { object, name } = expression;
  const type = object.kind === 'AttributeAccess' ? typeIn(object.object) : null;
  if (object.kind === 'AttributeAccess' && type !== null) {
    const { evaluator } = frame;
    const [resource, attribute] = [object.name.text, name.text];
    const locate = () => evaluator.scope.attribute(type, resource, attribute);
    const find = () => valueThere(evaluator, locate(), at);
    const value = locate() && evaluator.shared(`${type}.${resource}.${attribute}`, find);
    if (value !== null) return value;
  }
  return { ...unknownInput('it is known only after apply', at), scopeId: frame.evaluator.scopeId };
}

/** `TYPE`, or `data.TYPE`; null for anything else. */
function typeIn(expression: Expression): string | null {
  if (expression.kind === 'Variable') return expression.name.text;
  const isData =
    expression.kind === 'AttributeAccess' &&
    expression.object.kind === 'Variable' &&
    expression.object.name.text === 'data';
  return isData ? `data.${expression.name.text}` : null;
}
