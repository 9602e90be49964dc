import type { PieceInFile } from '../syntax/tree/place.ts';
import { placeOf } from '../syntax/tree/place.ts';
import type { Conditional, Expression, FunctionCall, ObjectExpression, ObjectItem } from '../syntax/tree/tree.ts';
import type { Bindings } from './bindings.ts';
import { boundTo, SPLAT_ITEM } from './bindings.ts';
import { conditional } from './conditional.ts';
import type { Evaluator } from './evaluate.ts';
import { evaluateFor } from './evaluateFor.ts';
import { binary, unary } from './evaluateOperator.ts';
import { resolveReference } from './evaluateReference.ts';
import { splat } from './evaluateSplat.ts';
import { evaluateTemplate } from './evaluateTemplate.ts';
import { callFunction } from './functions/call.ts';
import { printDecimal, readDecimal } from './values/decimal.ts';
import { failed, unknown, writtenList, writtenObject } from './values/makeValue.ts';
import type { ObjectMember, Provenance, Value } from './values/value.ts';
import { attributeOf, indexOf } from './values/valueAccess.ts';
import { extentOfItems, isWithinLimits, TOO_LARGE } from './values/valueExtent.ts';

/** A conversion rebuilds each part of a value, which costs this many times as much as reading it. */
const CONVERSION = 8;

/** The context of an expression during evaluation: its file and the names it can use. */
export class EvaluationFrame {
  readonly evaluator: Evaluator;
  readonly source: PieceInFile;
  readonly bindings: Bindings | null;

  constructor(evaluator: Evaluator, source: PieceInFile, bindings: Bindings | null) {
    this.evaluator = evaluator;
    this.source = source;
    this.bindings = bindings;
  }

  /** Charges for walking values completely, this many times; false when that is too much. */
  spend(values: readonly Value[], times = 1): boolean {
    return this.evaluator.budget.spend(times * extentOfItems(values).size);
  }

  /** The same place with other bindings. */
  withBindings(bindings: Bindings | null): EvaluationFrame {
    return new EvaluationFrame(this.evaluator, this.source, bindings);
  }

  /** Another place with other bindings. */
  elsewhere(source: PieceInFile, bindings: Bindings | null): EvaluationFrame {
    return new EvaluationFrame(this.evaluator, source, bindings);
  }

  /** The origin of the value of an expression in this frame. */
  at(expression: Expression): Provenance {
    return { place: placeOf(this.source, expression), expression };
  }

  /** The value of an expression. Never throws. */
  evaluate(expression: Expression): Value {
    if (!this.evaluator.enter()) return unknown(TOO_LARGE, this.at(expression));
    try {
      const value = this.#evaluate(expression);
      if (isWithinLimits(value)) return value;
      this.evaluator.budget.cut();
      return unknown(TOO_LARGE, this.at(expression));
    } finally {
      this.evaluator.leave();
    }
  }

  #evaluate(expression: Expression): Value {
    const at = this.at(expression);
    switch (expression.kind) {
      case 'NumberLiteral': {
        const value = readDecimal(expression.text);
        return value === null
          ? unknown('it has more digits than are followed', at)
          : { kind: 'number', ...value, ...at };
      }
      case 'BooleanLiteral':
        return { kind: 'boolean', value: expression.value, ...at };
      case 'NullLiteral':
        return { kind: 'null', ...at };
      case 'Template':
        return evaluateTemplate(this, expression);
      case 'Parenthesized':
        return this.evaluate(expression.expression);
      case 'TupleExpression': {
        const items = expression.items.map((item) => this.evaluate(item));
        return writtenList(items, at);
      }
      case 'ObjectExpression':
        return this.#object(expression);
      case 'ForExpression':
        return evaluateFor(this, expression);
      case 'UnaryOperation':
        return unary(expression.operator, this.evaluate(expression.operand), at);
      case 'BinaryOperation': {
        const operands = [this.evaluate(expression.left), this.evaluate(expression.right)] as const;
        if (!this.spend(operands)) return unknown(TOO_LARGE, at);
        return binary(expression.operator, ...operands, at);
      }
      case 'Conditional':
        return this.#conditional(expression);
      case 'FunctionCall':
        return this.#call(expression);
      case 'Variable':
      case 'AttributeAccess':
      case 'IndexAccess':
        return this.#reference(expression);
      case 'Splat':
        return splat(this, expression);
      case 'SplatItem':
        return boundTo(this.bindings, SPLAT_ITEM) ?? unknown('the expression is incomplete', at);
      case 'MissingExpression':
      case 'InvalidExpression':
        return unknown('the expression is incomplete', at);
    }
  }

  #object(expression: ObjectExpression): Value {
    const members: ObjectMember[] = [];
    let open = false;
    for (const item of expression.items) {
      if (item.key.kind === 'AttributeAccess' || item.key.kind === 'IndexAccess') {
        return failed('an object key that is a reference must be in parentheses', this.at(item.key));
      }
      const key = this.keyText(item.key);
      if (key === null) open = true;
      else members.push({ key, keyPlace: placeOf(this.source, item.key), value: this.evaluate(item.value), item });
    }
    return writtenObject(members, this.at(expression), open);
  }

  /** The text of an object's key, where a bare word means itself; null when unknown. */
  keyText(key: ObjectItem['key']): string | null {
    if (key.kind === 'Variable') return key.name.text.normalize('NFC');
    if (key.kind === 'NullLiteral') return 'null';
    const value = this.evaluate(key);
    if (value.kind === 'string') return value.value;
    if (value.kind === 'number') return printDecimal(value);
    return value.kind === 'boolean' ? String(value.value) : null;
  }

  #conditional(expression: Conditional): Value {
    const condition = this.evaluate(expression.condition);
    const branches = [this.evaluate(expression.then), this.evaluate(expression.otherwise)] as const;
    if (!this.spend(branches, CONVERSION)) return unknown(TOO_LARGE, this.at(expression));
    return conditional(condition, ...branches, this.at(expression));
  }

  #call(expression: FunctionCall): Value {
    return callFunction(this, expression);
  }

  #reference(expression: Expression): Value {
    const resolved = resolveReference(this, expression);
    if (resolved !== null) return resolved;
    const at = this.at(expression);
    if (expression.kind === 'AttributeAccess') {
      return attributeOf(this.evaluate(expression.object), expression.name.text.normalize('NFC'), at);
    }
    if (expression.kind === 'IndexAccess') {
      return indexOf(this.evaluate(expression.object), this.evaluate(expression.key), at);
    }
    return { ...failed('this name is not declared here', at), mistake: 'name' };
  }
}
