import type { PieceInFile } from '../syntax/place.ts';
import { placeOf } from '../syntax/place.ts';
import type {
  AttributeAccess,
  Conditional,
  Expression,
  FunctionCall,
  ObjectExpression,
  ObjectItem,
} from '../syntax/tree.ts';
import { unifiesUnchanged } from './conditionalTypes.ts';
import type { LocatedExpression, Scope } from './scope.ts';
import { evaluateTemplate } from './template.ts';
import type { ObjectMember, UnknownValue, Value } from './value.ts';

/** Deeper chains of locals and nesting than this are unknown; real code stays far below. */
const DEPTH_LIMIT = 200;

/** Evaluates expressions of one module; stateless between calls but for its scope. */
export class Evaluator {
  readonly #scope: Scope;
  readonly #localsInProgress = new Set<string>();
  #depth = 0;

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  /** The value of an expression; what cannot be known is an unknown value that says why. Never throws. */
  evaluate({ source, expression }: LocatedExpression): Value {
    if (this.#depth >= DEPTH_LIMIT) return this.#unknown(source, expression, 'it is nested too deeply');
    this.#depth += 1;
    try {
      return this.#evaluateKind(source, expression);
    } finally {
      this.#depth -= 1;
    }
  }

  #evaluateKind(source: PieceInFile, expression: Expression): Value {
    const place = placeOf(source, expression);
    switch (expression.kind) {
      case 'NumberLiteral':
        return { kind: 'number', value: Number(expression.text), place, expression };
      case 'BooleanLiteral':
        return { kind: 'boolean', value: expression.value, place, expression };
      case 'NullLiteral':
        return { kind: 'null', place, expression };
      case 'Template':
        return evaluateTemplate(source, expression, (part) => this.evaluate({ source, expression: part }));
      case 'Parenthesized':
        return this.evaluate({ source, expression: expression.expression });
      case 'TupleExpression': {
        const items = expression.items.map((item) => this.evaluate({ source, expression: item }));
        return { kind: 'list', items, open: false, place, expression };
      }
      case 'ObjectExpression':
        return this.#object(source, expression);
      case 'UnaryOperation':
        return this.#negative(source, expression) ?? this.#unknown(source, expression, 'its operator is not evaluated');
      case 'Conditional':
        return this.#conditional(source, expression);
      case 'FunctionCall':
        return this.#call(source, expression);
      case 'AttributeAccess':
        return this.#reference(source, expression);
      case 'MissingExpression':
      case 'InvalidExpression':
        return this.#unknown(source, expression, 'the expression is incomplete');
      default:
        return this.#unknown(source, expression, 'it is computed');
    }
  }

  #negative(source: PieceInFile, expression: Expression & { kind: 'UnaryOperation' }): Value | null {
    const operand = this.evaluate({ source, expression: expression.operand });
    if (expression.operator !== '-' || operand.kind !== 'number') return null;
    return { kind: 'number', value: -operand.value, place: placeOf(source, expression), expression };
  }

  #object(source: PieceInFile, expression: ObjectExpression): Value {
    const members: ObjectMember[] = [];
    let open = false;
    for (const item of expression.items) {
      const key = this.#key(source, item);
      if (key === null) open = true;
      else {
        const value = this.evaluate({ source, expression: item.value });
        members.push({ key, keyPlace: placeOf(source, item.key), value, item });
      }
    }
    return { kind: 'object', members, open, place: placeOf(source, expression), expression };
  }

  #key(source: PieceInFile, item: ObjectItem): string | null {
    if (item.key.kind === 'Variable') return item.key.name.text;
    const value = this.evaluate({ source, expression: item.key });
    if (value.kind === 'string') return value.value;
    return value.kind === 'number' || value.kind === 'boolean' ? String(value.value) : null;
  }

  #conditional(source: PieceInFile, expression: Conditional): Value {
    const condition = this.evaluate({ source, expression: expression.condition });
    if (condition.kind !== 'boolean') return this.#unknown(source, expression, 'its condition is not known');
    const then = this.evaluate({ source, expression: expression.then });
    const otherwise = this.evaluate({ source, expression: expression.otherwise });
    if (!unifiesUnchanged(then, otherwise)) {
      return this.#unknown(source, expression, 'Terraform converts its branches to a common type');
    }
    return condition.value ? then : otherwise;
  }

  #call(source: PieceInFile, expression: FunctionCall): Value {
    const [argument] = expression.arguments;
    const isJsonencode = expression.name.text === 'jsonencode' && expression.arguments.length === 1;
    if (!isJsonencode || argument === undefined || expression.expansion !== null) {
      return this.#unknown(source, expression, `${expression.name.text}() is not evaluated`);
    }
    const encoded = this.evaluate({ source, expression: argument });
    return { kind: 'encoded', encoded, place: placeOf(source, expression), expression };
  }

  #reference(source: PieceInFile, expression: AttributeAccess): Value {
    const isLocal = expression.object.kind === 'Variable' && expression.object.name.text === 'local';
    if (isLocal) return this.#local(source, expression);
    const object = this.evaluate({ source, expression: expression.object });
    if (object.kind === 'object') {
      const member = object.members.findLast(({ key }) => key === expression.name.text);
      if (member !== undefined && !object.open) return member.value;
    }
    return this.#unknown(source, expression, 'it is known only after apply');
  }

  #local(source: PieceInFile, expression: AttributeAccess): Value {
    const name = expression.name.text;
    const located = this.#scope.local(name);
    if (located === null) return this.#unknown(source, expression, `local.${name} is not declared once`);
    if (this.#localsInProgress.has(name)) return this.#unknown(source, expression, `local.${name} refers to itself`);
    this.#localsInProgress.add(name);
    try {
      return this.evaluate(located);
    } finally {
      this.#localsInProgress.delete(name);
    }
  }

  #unknown(source: PieceInFile, expression: Expression, because: string): UnknownValue {
    return { kind: 'unknown', because, place: placeOf(source, expression), expression };
  }
}
