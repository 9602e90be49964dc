import { append } from '../arrays.ts';
import type { Expression, Node, Tree } from './tree.ts';

function compact(nodes: readonly (Node | null)[]): readonly Node[] {
  return nodes.filter((node) => node !== null);
}

function inOrder(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted((left, right) => left.start - right.start || left.end - right.end);
}

function childrenOfExpression(node: Expression): readonly Node[] {
  switch (node.kind) {
    case 'Template':
      return node.marker === null ? node.parts : [node.marker, ...node.parts];
    case 'Variable':
      return [node.name];
    case 'AttributeAccess':
      return [node.object, node.name];
    case 'IndexAccess':
      return [node.object, node.key];
    case 'Splat':
      return [node.source, node.each];
    case 'FunctionCall':
      return [node.name, ...node.arguments];
    case 'UnaryOperation':
      return [node.operand];
    case 'BinaryOperation':
      return [node.left, node.right];
    case 'Conditional':
      return [node.condition, node.then, node.otherwise];
    case 'TupleExpression':
    case 'ObjectExpression':
      return node.items;
    case 'ForExpression':
      return compact([node.keyName, node.valueName, node.collection, node.key, node.value, node.condition]);
    case 'Parenthesized':
      return [node.expression];
    default:
      return [];
  }
}

/** The child nodes of a node, in text order. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'Body':
      return node.strays.length === 0 ? node.items : inOrder([...node.items, ...node.strays]);
    case 'Attribute':
      return [node.name, node.value];
    case 'Block':
      return [node.type, ...node.labels, node.body];
    case 'Stray':
      return node.name === null ? [] : [node.name];
    case 'ObjectItem':
      return [node.key, node.value];
    case 'TemplateInterpolation':
      return [node.expression];
    case 'TemplateIf':
      return [node.condition, ...node.then, ...(node.otherwise ?? [])];
    case 'TemplateFor':
      return compact([node.key, node.value, node.collection, ...node.parts]);
    case 'Label':
    case 'Name':
    case 'TemplateLiteral':
      return [];
    default:
      return childrenOfExpression(node);
  }
}

/** True when a user at the node's end is still writing it, because it does not end in a closing mark. */
function growsAtEnd(node: Node): boolean {
  switch (node.kind) {
    case 'Label':
      return !node.quoted;
    case 'Block':
    case 'Template':
    case 'FunctionCall':
    case 'TupleExpression':
    case 'ObjectExpression':
    case 'ForExpression':
    case 'Parenthesized':
    case 'TemplateInterpolation':
      return node.close === null;
    case 'TemplateIf':
    case 'TemplateFor':
      return false;
    case 'ObjectItem':
      return node.comma === null;
    default:
      return true;
  }
}

/** The child at the user's offset: the one around it, else the one just written, else the next one. */
function childAt(node: Node, offset: number): Node | undefined {
  let ending: Node | undefined;
  let starting: Node | undefined;
  for (const child of childrenOf(node)) {
    if (child.start > offset) break;
    if (child.start < offset && offset < child.end) return child;
    if (child.end === offset && (child.start < offset || ending === undefined)) ending = child;
    else if (child.start === offset) starting = child;
  }
  if (ending !== undefined && (growsAtEnd(ending) || starting === undefined)) return ending;
  return starting ?? ending;
}

/**
 * The nodes from the body down to the innermost one that contains or touches the offset. Between two nodes that touch
 * it, the one that a user would be editing there.
 */
export function pathAt(tree: Tree, offset: number): readonly Node[] {
  const path: Node[] = [];
  let node: Node | undefined = tree.body;
  while (node !== undefined) {
    path.push(node);
    node = childAt(node, offset);
  }
  return path;
}

/**
 * Visits a node and all below it, parents first, in text order; skips the children of one for which the callback
 * returns false.
 */
export function visit(node: Node, callback: (node: Node) => unknown): void {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (callback(next) === false) continue;
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

/** True when the condition holds for a node or for one below it. */
export function hasNode(node: Node, condition: (node: Node) => boolean): boolean {
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (condition(next)) return true;
    append(waiting, childrenOf(next));
  }
  return false;
}
