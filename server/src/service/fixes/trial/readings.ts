import { policyArgumentOf } from '../../../ecr/documents/lifecycle/policySource.ts';
import { instancesOf } from '../../../ecr/instances.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { failureIn } from '../../../evaluate/values/partsOfValue.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import { calledDirectory } from '../../../module/moduleCalls.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import { hasNode, visit } from '../../../syntax/tree/walkTree.ts';
import { Decisions, printedCount } from './decisions.ts';

/** What a block of a module makes of the values that it reads, apart from a lifecycle policy. */
export interface Reading {
  readonly address: string;
  /** The number of its instances, as far as known; the empty text for a block without `count` and `for_each`. */
  readonly instances: string;
  /** The arguments that make Terraform stop, as written. */
  readonly failing: ReadonlySet<string>;
  readonly decisions: ReadonlyMap<string, string>;
}

/** Blocks that read no value, or only their own. */
const WITHOUT_VALUES = new Set(['terraform', 'variable', 'moved', 'removed']);

/** True when a block makes something else of its values after an edit. What is newly written was meant. */
export function isDisturbed(before: Reading, after: Reading): boolean {
  if (before.instances !== after.instances) return true;
  for (const argument of after.failing) if (!before.failing.has(argument)) return true;
  for (const [expression, value] of after.decisions) {
    const earlier = before.decisions.get(expression);
    if (earlier !== undefined && earlier !== value) return true;
  }
  return false;
}

/** The readings of a block, and of the blocks of a local module that it calls, with the inputs of the call. */
export function readingsFrom(declaration: BlockDeclaration, scope: RecordingScope, prefix = ''): readonly Reading[] {
  if (WITHOUT_VALUES.has(declaration.type)) return [];
  const address = `${prefix}${declaration.address}`;
  const own = readingOf(declaration, scope, address);
  // What a local decides matters to the blocks that read it, and is collected there.
  if (declaration.type === 'locals') return [{ ...own, decisions: new Map() }];
  if (calledDirectory(declaration, scope.module.directory) === null) return [own];
  const inner = scope.through(declaration, new Evaluator(scope, { assumeDefaults: true }));
  const blocks = inner?.ask((module) => module.remember(allBlocks)) ?? [];
  return [own, ...(inner === null ? [] : blocks.flatMap((block) => readingsFrom(block, inner, `${address}.`)))];
}

function allBlocks(module: Module): readonly BlockDeclaration[] {
  return module.allBlocks();
}

function readingOf(declaration: BlockDeclaration, scope: RecordingScope, address: string): Reading {
  const decisions = new Decisions(scope);
  const failing = new Set<string>();
  const read = argumentsOf(declaration);
  const evaluators = (instancesOf(declaration, scope, { assumeDefaults: true }) ?? [{ key: '', options: {} }]).map(
    ({ key, options }) => ({ key, evaluator: new Evaluator(scope, { assumeDefaults: true, ...options }) }),
  );
  for (const { value } of read) {
    const text = textOf(placeOf(declaration.source, value));
    for (const { key, evaluator } of evaluators) {
      if (failureIn(evaluator.evaluate({ source: declaration.source, expression: value })) !== undefined)
        failing.add(text);
      decisions.collect(`${address}${key}`, declaration.source, value, evaluator);
    }
  }
  return { address, instances: instancesIn(declaration, scope), failing, decisions: decisions.found };
}

function instancesIn({ block, source }: BlockDeclaration, scope: RecordingScope): string {
  const repeated = attributeOf(block, 'for_each') ?? attributeOf(block, 'count');
  if (repeated === undefined) return '';
  return printedCount(new Evaluator(scope, { assumeDefaults: true }).evaluate({ source, expression: repeated.value }));
}

/** The arguments at any depth that name something, without the lifecycle policy, which is judged by what it does. */
function argumentsOf(declaration: BlockDeclaration): readonly Attribute[] {
  const policy = policyArgumentOf(declaration);
  const found: Attribute[] = [];
  visit(declaration.block, (node) => {
    if (node.kind === 'Attribute' && node !== policy && namesSomething(node)) found.push(node);
    return node.kind === 'Block' || node.kind === 'Body';
  });
  return found;
}

function namesSomething({ value }: Attribute): boolean {
  return hasNode(value, ({ kind }) => kind === 'Variable' || kind === 'FunctionCall');
}
