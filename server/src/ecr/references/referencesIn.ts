import { lookUp } from '../../facts/lookUp.ts';
import { append } from '../../syntax/arrays.ts';
import type { Attribute, Block, Expression, ForExpression, Node, TemplateFor } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { Path } from './reference.ts';
import { readPath } from './reference.ts';

/** A loop's name and the collection that it iterates over; the names of the innermost loop come first. */
export interface LoopName {
  readonly name: string;
  /** Null for a name about which nothing more is known. */
  readonly collection: Expression | null;
  readonly isKey: boolean;
  readonly outer: LoopName | null;
}

/** The context of a reference. */
export interface Surroundings {
  readonly names: LoopName | null;
  /** True inside `try()` and `can()`, which hide failures from Terraform. */
  readonly isGuarded: boolean;
  /** True when Terraform is certain to evaluate it: not in a branch, loop or `dynamic` block. */
  readonly isSure: boolean;
  /** True when `self` means the block itself. */
  readonly hasSelf: boolean;
}

export interface Reference extends Path, Surroundings {}

/** Arguments of a resource or data source without expressions, or with references that follow their own rules. */
const OTHER_ARGUMENTS: readonly string[] = ['provider', 'providers', 'depends_on'];
const OTHER_INNER_ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  lifecycle: ['ignore_changes', 'replace_triggered_by'],
  provisioner: ['when', 'on_failure'],
};
const BLOCKS_WITH_SELF: readonly string[] = ['provisioner', 'connection', 'postcondition'];
const GUARDS: readonly string[] = ['try', 'can'];

const OUTSIDE: Surroundings = { names: null, isGuarded: false, isSure: true, hasSelf: false };

interface Waiting {
  readonly node: Node;
  readonly around: Surroundings;
}

/** The references in a block's expressions, in no particular order. */
export function referencesIn(block: Block): readonly Reference[] {
  const found: Reference[] = [];
  const isImport = block.type.text === 'import';
  const isOther = (name: string) => OTHER_ARGUMENTS.includes(name) || (isImport && name === 'to');
  const waiting: Waiting[] = block.body.items.flatMap((item) =>
    item.kind === 'Attribute' && isOther(item.name.text) ? [] : [{ node: item, around: OUTSIDE }],
  );
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) walk(next, found, waiting);
  return found;
}

/** The same for one expression. */
export function referencesInExpression(expression: Expression): readonly Reference[] {
  const found: Reference[] = [];
  const waiting: Waiting[] = [{ node: expression, around: OUTSIDE }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) walk(next, found, waiting);
  return found;
}

function walk({ node, around }: Waiting, found: Reference[], waiting: Waiting[]): void {
  switch (node.kind) {
    case 'Attribute':
      waiting.push({ node: node.value, around });
      return;
    case 'Block':
      append(waiting, inBlock(node, around));
      return;
    case 'ObjectItem':
      // A bare name is the key itself.
      if (node.key.kind !== 'Variable') waiting.push({ node: node.key, around });
      waiting.push({ node: node.value, around });
      return;
    case 'ForExpression':
      append(waiting, inFor(node, around));
      return;
    case 'TemplateFor':
      waiting.push({ node: node.collection, around });
      append(waiting, inParts(node, around));
      return;
    case 'Variable':
    case 'AttributeAccess':
    case 'IndexAccess':
    case 'Splat':
      inPath(node, around, found, waiting);
      return;
    case 'Label':
    case 'Name':
      return;
    default:
      append(waiting, inOthers(node, around));
  }
}

function inBlock(block: Block, around: Surroundings): Waiting[] {
  const type = block.type.text;
  const inner = { ...around, hasSelf: around.hasSelf || BLOCKS_WITH_SELF.includes(type) };
  const others = lookUp(OTHER_INNER_ARGUMENTS, type) ?? [];
  const items = block.body.items.filter((item) => item.kind === 'Block' || !others.includes(item.name.text));
  if (type !== 'dynamic') return items.map((node) => ({ node, around: inner }));
  const iterator = items.find((item): item is Attribute => item.kind === 'Attribute' && item.name.text === 'iterator');
  const name = iterator?.value.kind === 'Variable' ? iterator.value.name.text : (block.labels[0]?.text ?? '');
  const names: LoopName = { name, collection: null, isKey: false, outer: around.names };
  return items.flatMap((node) => {
    if (node === iterator) return [];
    return [{ node, around: node.kind === 'Block' ? { ...inner, names, isSure: false } : inner }];
  });
}

function inFor(node: ForExpression, around: Surroundings): Waiting[] {
  const { collection, keyName, valueName } = node;
  let { names } = around;
  if (keyName !== null) names = { name: keyName.text, collection, isKey: true, outer: around.names };
  if (valueName !== null) names = { name: valueName.text, collection, isKey: false, outer: names };
  const inner = { ...around, names, isSure: false };
  const parts = [node.key, node.value, node.condition].filter((part) => part !== null);
  return [{ node: collection, around }, ...parts.map((part) => ({ node: part, around: inner }))];
}

function inParts({ collection, key, value, parts }: TemplateFor, around: Surroundings): Waiting[] {
  let { names } = around;
  if (key !== null) names = { name: key.text, collection, isKey: true, outer: around.names };
  if (value !== null) names = { name: value.text, collection, isKey: false, outer: names };
  return parts.map((node) => ({ node, around: { ...around, names, isSure: false } }));
}

function inPath(expression: Expression, around: Surroundings, found: Reference[], waiting: Waiting[]): void {
  const path = readPath(expression);
  if (path === null) {
    for (const node of childrenOf(expression)) if (node.kind !== 'Name') waiting.push({ node, around });
    return;
  }
  found.push({ ...path, ...around });
  if (path.base !== undefined) waiting.push({ node: path.base, around });
  for (const step of path.steps) if (step.kind === 'index') waiting.push({ node: step.key, around });
}

function inOthers(node: Node, around: Surroundings): Waiting[] {
  if (node.kind === 'FunctionCall' && GUARDS.includes(node.name.text)) {
    return node.arguments.map((argument) => ({ node: argument, around: { ...around, isGuarded: true } }));
  }
  const unsure = { ...around, isSure: false };
  switch (node.kind) {
    case 'Conditional':
      return [
        { node: node.condition, around },
        { node: node.then, around: unsure },
        { node: node.otherwise, around: unsure },
      ];
    case 'BinaryOperation': {
      const isShort = node.operator === '&&' || node.operator === '||';
      return [
        { node: node.left, around },
        { node: node.right, around: isShort ? unsure : around },
      ];
    }
    case 'TemplateIf':
      return childrenOf(node).map((child) => ({ node: child, around: child === node.condition ? around : unsure }));
    default:
      return childrenOf(node).map((child) => ({ node: child, around }));
  }
}

/** The collection of an enclosing loop's name, or undefined for a name of the module. */
export function loopName(name: string, names: LoopName | null): LoopName | undefined {
  for (let current = names; current !== null; current = current.outer) if (current.name === name) return current;
  return undefined;
}
