import type { Expression, Splat } from '../syntax/tree/tree.ts';
import { bind, SPLAT_ITEM } from './bindings.ts';
import type { EvaluationFrame } from './evaluationFrame.ts';
import { computedList, eachOption, failed, failedBy, unknown, unknownInput, withFurther } from './values/makeValue.ts';
import { typeOf } from './values/types.ts';
import type { Provenance, UnknownValue, Value } from './values/value.ts';
import { TOO_LARGE } from './values/valueExtent.ts';

/** `source[*].each` and `source.*.each`. */
export function splat(frame: EvaluationFrame, expression: Splat): Value {
  const source = frame.evaluate(expression.source);
  const at = frame.at(expression);
  if (isMapOfInstances(frame, expression.source)) return unknown('a splat does not go through a map of instances', at);
  return frame.spend([source]) ? splatOver(frame, expression, source, at) : unknown(TOO_LARGE, at);
}

/** True for a call with `for_each`, over whose instances a splat does not go; the checks of references report that. */
function isMapOfInstances({ evaluator }: EvaluationFrame, source: Expression): boolean {
  if (source.kind !== 'AttributeAccess' || source.object.kind !== 'Variable') return false;
  const name = source.object.name.text === 'module' ? source.name.text : null;
  return name !== null && evaluator.scope.calledModule(name, evaluator)?.repetition?.argument === 'for_each';
}

function splatOver(frame: EvaluationFrame, expression: Splat, source: Value, at: Provenance): Value {
  const each = (item: Value) => frame.withBindings(bind(frame.bindings, SPLAT_ITEM, item)).evaluate(expression.each);
  switch (source.kind) {
    case 'null': {
      const isList = source.type !== undefined && ['list', 'set', 'tuple'].includes(source.type.kind);
      return isList ? failed('a list that is null has no splat', at) : computedList('tuple', [], at);
    }
    case 'list':
      return withFurther(
        computedList(source.form === 'tuple' ? 'tuple' : 'list', source.items.map(each), at, source.open),
        (source.further ?? []).map(each),
      );
    case 'unknown':
      if (source.failure !== undefined) return failedBy(source, at);
      return splatOfReference(expression, source, frame, at) ?? splatOfType(source, each, at);
    case 'alternatives':
      return eachOption(source, (option) => splatOver(frame, expression, option, at), at);
    default:
      return computedList('tuple', [each(source)], at);
  }
}

/**
 * `data.TYPE.NAME[*].ATTRIBUTE`: a list whose elements are known from the attribute of one instance, as if the
 * reference named it.
 */
function splatOfReference(
  { source, each }: Splat,
  value: UnknownValue,
  frame: EvaluationFrame,
  at: Provenance,
): Value | null {
  const isData = source.kind === 'AttributeAccess' && source.object.kind === 'AttributeAccess';
  if (!isData || source.object.object.kind !== 'Variable' || source.object.object.name.text !== 'data') return null;
  if (each.kind !== 'AttributeAccess' || each.object.kind !== 'SplatItem') return null;
  const expression = { ...each, object: source };
  const one: UnknownValue = { ...unknown(value.because, { ...at, expression }), scopeId: frame.evaluator.scopeId };
  return withFurther(computedList('tuple', [], at, true), [one]);
}

/** The splat of a list or set when only its type is known. */
function splatOfType({ because, type }: UnknownValue, each: (item: Value) => Value, at: Provenance): Value {
  if (type?.kind !== 'list' && type?.kind !== 'set') return unknown(because, at);
  const further = each(unknownInput(because, at, type.element));
  const list = withFurther(computedList('list', [], at, true), [further]);
  const elementType = typeOf(further);
  return elementType === null ? list : { ...list, elementType };
}
