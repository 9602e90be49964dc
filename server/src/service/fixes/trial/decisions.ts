import { Evaluator } from '../../../evaluate/evaluate.ts';
import { printDecimal } from '../../../evaluate/values/decimal.ts';
import { effectiveMembers } from '../../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../../evaluate/values/value.ts';
import { extentOf } from '../../../evaluate/values/valueExtent.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { Expression, ForExpression, Node } from '../../../syntax/tree/tree.ts';
import { childrenOf, hasNode, visit } from '../../../syntax/tree/walkTree.ts';

/** Functions whose result contains what they are given. All others decide something. */
const PASSING = new Set(
  (
    'base64decode base64encode compact concat distinct element file flatten format formatlist join jsondecode ' +
    'jsonencode lower merge nonsensitive one replace reverse sensitive setproduct setunion sort split templatefile ' +
    'tolist tomap toset tostring trim trimprefix trimspace trimsuffix upper values yamldecode yamlencode zipmap'
  ).split(' '),
);

/**
 * What the expressions of one block decide by the values that they read: the conditions, comparisons, filters, keys and
 * computed numbers, with their values. A value that is only passed on decides nothing.
 */
export class Decisions {
  /** Values by the texts of the expressions that have them. */
  readonly found = new Map<string, string>();
  readonly #scope: RecordingScope;
  /** For locals, which see no instance of the block. */
  readonly #alone: Evaluator;
  readonly #locals = new Set<string>();

  constructor(scope: RecordingScope) {
    this.#scope = scope;
    this.#alone = new Evaluator(scope, { assumeDefaults: true });
  }

  /** Collects from an expression, and from the locals that it reads; `name` tells it from the others of the block. */
  collect(name: string, source: PieceInFile, expression: Expression, evaluator: Evaluator): void {
    visit(expression, (node) => {
      const deciding = decidingPart(node);
      if (deciding !== null) this.#note(name, source, deciding, evaluator);
      if (node.kind === 'AttributeAccess') this.#follow(node);
      if (node.kind !== 'ForExpression') return true;
      this.collect(name, source, node.collection, evaluator);
      // The other parts read the names of the loop, so that they have no value of their own.
      for (const part of [node.key, node.value, node.condition]) {
        if (part !== null) visit(part, (inner) => inner.kind === 'AttributeAccess' && this.#follow(inner));
      }
      return false;
    });
  }

  #note(name: string, source: PieceInFile, node: Expression, evaluator: Evaluator): void {
    const value = evaluator.evaluate({ source, expression: node });
    const isCounted = node.kind === 'ForExpression' && !decides(node);
    const text = isCounted ? printedCount(value) : this.#printedWithParts(source, node, value, evaluator);
    this.found.set(`${name}: ${textOf(placeOf(source, node))}`, text);
  }

  /** An unknown result may follow every part that it was made from. */
  #printedWithParts(source: PieceInFile, node: Expression, value: Value, evaluator: Evaluator): string {
    if (value.kind !== 'unknown' || node.kind === 'ForExpression') return this.#printed(value);
    const parts = childrenOf(node).filter((child): child is Expression => child.kind !== 'Name');
    return parts.map((part) => this.#printed(evaluator.evaluate({ source, expression: part }))).join(' ');
  }

  #printed(value: Value): string {
    return this.#scope.meter.spend(extentOf(value).size) ? printed(value) : '';
  }

  #follow(node: Expression): void {
    const [root, name] = referencePath(node) ?? [];
    if (root !== 'local' || name === undefined || this.#locals.has(name)) return;
    this.#locals.add(name);
    const local = this.#scope.local(name);
    if (local !== null) this.collect(`local.${name}`, local.source, local.expression, this.#alone);
  }
}

/** The expression whose value decides something at a node; null for one that only passes values on. */
function decidingPart(node: Node): Expression | null {
  switch (node.kind) {
    case 'Conditional':
    case 'TemplateIf':
      return node.condition;
    case 'IndexAccess':
      return node.key;
    case 'BinaryOperation':
    case 'UnaryOperation':
    case 'ForExpression':
      return node;
    case 'FunctionCall':
      return PASSING.has(node.name.text) ? null : node;
    default:
      return null;
  }
}

/** True for a loop that does more with the elements than pass them on; a filter alone decides how many there are. */
function decides({ key, value }: ForExpression): boolean {
  return [key, value].some((part) => part !== null && hasNode(part, (node) => decidingPart(node) !== null));
}

/** How many elements a collection has; what else is known of it does not matter. */
export function printedCount(value: Value): string {
  if (value.kind === 'number') return printDecimal(value);
  if (value.kind === 'object') return value.open ? '?' : String(effectiveMembers(value).length);
  if (value.kind === 'list') return value.open ? '?' : String(value.items.length);
  return value.kind;
}

/** A text that is the same for values of which the same is known. */
function printed(value: Value): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(value.value);
    case 'partial-string':
      return `${JSON.stringify(value.mapped.text)}?`;
    case 'encoded':
      return `encoded ${printed(value.encoded)}`;
    case 'number':
      return printDecimal(value);
    case 'boolean':
      return String(value.value);
    case 'object': {
      const members = effectiveMembers(value).map((member) => `${member.key}=${printed(member.value)}`);
      return `{${members.sort().join()}}${value.open}`;
    }
    case 'list':
      return `[${value.items.map(printed).join()}]${value.open}`;
    case 'alternatives':
      return value.options.map(printed).join(' or ');
    default:
      return value.kind;
  }
}
