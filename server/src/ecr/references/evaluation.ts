import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, attributesOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Block, Body, Expression, ForExpression, Node, Range } from '../../syntax/tree/tree.ts';
import { childrenOf, hasNode } from '../../syntax/tree/walkTree.ts';
import { instancesOf } from '../instances.ts';
import { namedBlock, repetitionAt } from './namedBlock.ts';
import { readPath } from './reference.ts';
import type { Reference } from './referencesIn.ts';
import { loopName } from './referencesIn.ts';

/**
 * Whether Terraform evaluates a part of a block: `perhaps` where an unknown condition or a collection that may be empty
 * decides. `never` also stands for a part that is guarded by a test of what exists.
 */
export type Evaluation = 'always' | 'perhaps' | 'never';

/** Calls that hide a failure, and calls by which code tests what exists before it uses it. */
const GUARDS: readonly string[] = ['try', 'can'];
const TESTS: readonly string[] = [...GUARDS, 'contains', 'keys', 'lookup'];

/** Whether Terraform evaluates what is in a range of a block, once it evaluates the block. */
export function evaluationOf(range: Range, declaration: BlockDeclaration, scope: RecordingScope): Evaluation {
  const walk = new Walk(declaration, scope);
  let node: Node = declaration.block;
  let evaluation: Evaluation = 'always';
  for (;;) {
    const inner: Node | undefined = childrenOf(node).find(({ start, end }) => start <= range.start && range.end <= end);
    if (inner === undefined) return evaluation;
    evaluation = both(evaluation, walk.step(node, inner));
    node = inner;
  }
}

/** The same for a reference, which may also ask each instance of this block, or of the one that it names. */
export function evaluationOfReference(
  reference: Reference,
  declaration: BlockDeclaration,
  scope: RecordingScope,
): Evaluation {
  const evaluation = evaluationOf(reference.expression, declaration, scope);
  const { root, names, steps } = reference;
  if (loopName(root.name.text, names) !== undefined) return evaluation;
  if (root.name.text === 'each') return both(evaluation, evaluationOfEach(declaration, scope));
  const named = steps.some(({ kind }) => kind === 'splat') ? namedBlock(reference) : null;
  if (named === null || named.blockType === 'module') return evaluation;
  const isFilled = hasInstances(named.address, scope);
  return isFilled === true ? evaluation : both(evaluation, isFilled === null ? 'perhaps' : 'never');
}

function evaluationOfEach({ block, source }: BlockDeclaration, scope: RecordingScope): Evaluation {
  const forEach = attributeOf(block, 'for_each');
  if (forEach === undefined) return 'always';
  return ofCollection(forEach.value, new Evaluator(scope).evaluate({ source, expression: forEach.value }), scope);
}

/** The less certain of two. */
function both(one: Evaluation, other: Evaluation): Evaluation {
  if (one === 'never' || other === 'never') return 'never';
  return one === 'perhaps' ? one : other;
}

class Walk {
  readonly #declaration: BlockDeclaration;
  readonly #scope: RecordingScope;
  /** Names of a loop are known to no evaluator here. */
  #isInLoop = false;
  #block: Block;

  constructor(declaration: BlockDeclaration, scope: RecordingScope) {
    this.#declaration = declaration;
    this.#scope = scope;
    this.#block = declaration.block;
  }

  /** Whether a child of a node is evaluated when the node is. */
  step(node: Node, child: Node): Evaluation {
    switch (node.kind) {
      case 'FunctionCall':
        return GUARDS.includes(node.name.text) ? 'never' : 'always';
      case 'Conditional':
        return child === node.condition ? 'always' : this.#branch(node.condition, child === node.then);
      case 'TemplateIf':
        if (child === node.condition) return 'always';
        return this.#branch(
          node.condition,
          node.then.some((part) => part === child),
        );
      case 'BinaryOperation':
        if (child !== node.right || (node.operator !== '&&' && node.operator !== '||')) return 'always';
        return this.#branch(node.left, node.operator === '&&');
      case 'ForExpression':
        return child === node.collection ? 'always' : this.#loop(node, child);
      case 'TemplateFor':
        return child === node.collection ? 'always' : this.#items(node.collection);
      case 'Block':
        this.#block = node;
        return 'always';
      case 'Body':
        return child.kind === 'Block' && this.#block.type.text === 'dynamic' ? this.#content(node) : 'always';
      default:
        return 'always';
    }
  }

  #branch(condition: Expression, isThen: boolean): Evaluation {
    const value = this.#valueOf(condition);
    if (value?.kind === 'boolean') return value.value === isThen ? 'always' : 'never';
    return hasTest(condition) ? 'never' : 'perhaps';
  }

  #loop({ collection, condition }: ForExpression, child: Node): Evaluation {
    const items = this.#items(collection);
    if (condition === null || child === condition) return items;
    return hasTest(condition) ? 'never' : both(items, 'perhaps');
  }

  /** The content of a `dynamic` block. */
  #content(body: Body): Evaluation {
    const collection = attributesOf(body).find(({ name }) => name.text === 'for_each')?.value;
    return collection === undefined ? 'perhaps' : this.#items(collection);
  }

  #items(collection: Expression): Evaluation {
    const evaluation = ofCollection(collection, this.#valueOf(collection), this.#scope);
    this.#isInLoop = true;
    return evaluation;
  }

  #valueOf(expression: Expression): Value | null {
    if (this.#isInLoop) return null;
    return new Evaluator(this.#scope).evaluate({ source: this.#declaration.source, expression });
  }
}

function ofCollection(collection: Expression, value: Value | null, scope: RecordingScope): Evaluation {
  const isFilled = value === null ? null : isFilledCollection(value, scope);
  if (isFilled !== null) return isFilled ? 'always' : 'never';
  return hasTest(collection) ? 'never' : 'perhaps';
}

/** Null when it is not known whether something is inside. A number stands for a count. */
function isFilledCollection(value: Value, scope: RecordingScope): boolean | null {
  switch (value.kind) {
    case 'number':
      return value.value > 0;
    case 'list':
      return value.items.length > 0 ? true : value.open ? null : false;
    case 'object':
      return value.members.length > 0 ? true : value.open ? null : false;
    case 'unknown':
      return isFilledByInstances(value.expression, scope);
    default:
      return null;
  }
}

/** The same for the instances of a block, or for what is made of each of them. */
function isFilledByInstances(expression: Expression, scope: RecordingScope): boolean | null {
  if (expression.kind === 'FunctionCall') {
    const [argument, ...others] = expression.arguments;
    const keepsCount = ['keys', 'values', 'tolist', 'toset'].includes(expression.name.text);
    return keepsCount && argument !== undefined && others.length === 0 ? isFilledByInstances(argument, scope) : null;
  }
  const path = readPath(expression);
  const named = path && namedBlock(path);
  const [first, ...others] = named?.rest ?? [];
  if (named === null || others.length > 0 || (first !== undefined && first.kind !== 'splat')) return null;
  return hasInstances(named.address, scope);
}

/** Null for a block that may have none; a block without `count` and `for_each` has one. */
function hasInstances(address: string, scope: RecordingScope): boolean | null {
  if (repetitionAt(address, scope) === null) return true;
  const target = scope.block(address);
  const instances = target === null ? null : instancesOf(target, scope);
  return instances === null ? null : instances.length > 0;
}

/** True where an expression tests what exists. */
function hasTest(expression: Expression): boolean {
  return hasNode(expression, (node) => node.kind === 'FunctionCall' && TESTS.includes(node.name.text));
}
