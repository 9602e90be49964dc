import type { LifecyclePolicy } from '../../../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../../../ecr/documents/lifecycle/policySource.ts';
import { readPolicies } from '../../../ecr/documents/lifecycle/readPolicy.ts';
import { instancesOf } from '../../../ecr/instances.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { Expression, Node } from '../../../syntax/tree/tree.ts';
import { visit } from '../../../syntax/tree/walkTree.ts';

/** A policy that a block of a module sends, itself or through the modules that it calls. */
export interface ReachedPolicy {
  readonly policy: LifecyclePolicy;
  readonly scope: RecordingScope;
  /** The address of the block that sets it, with the calls that lead there. */
  readonly address: string;
}

/** The policies that a block sends: its own, and those of local modules that it calls, with the inputs of the call. */
export function policiesReachedFrom(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  prefix = '',
): readonly ReachedPolicy[] {
  const address = `${prefix}${declaration.address}`;
  const own = readPolicies(declaration, scope).map((policy) => {
    return { policy, scope, address: `${address}${policy.instance ?? ''}` };
  });
  if (declaration.type !== 'module' || policySourceOf(declaration) !== undefined) return own;
  const instances = instancesOf(declaration, scope) ?? [{ key: '', options: {} }];
  return instances.flatMap(({ key, options }) => {
    const inner = scope.through(declaration, new Evaluator(scope, options));
    const blocks = inner?.ask((module) => module.remember(handingOver)) ?? [];
    return inner === null ? [] : blocks.flatMap((block) => policiesReachedFrom(block, inner, `${address}${key}.`));
  });
}

/** The blocks of a module that have a lifecycle policy, or call a module that may. */
function handingOver(module: Module): readonly BlockDeclaration[] {
  return module.allBlocks().filter((block) => block.type === 'module' || policySourceOf(block) !== undefined);
}

/**
 * The texts that form a policy, apart from its block: locals and documents that it names, the calls that lead to it.
 * The unknown parts of a policy depend on no other text of the workspace.
 */
export function textsBehind({ policy, scope }: ReachedPolicy): string {
  const texts = new Map<string, string>();
  collect(policy.owner.block, scope, texts);
  for (let { caller } = scope; caller !== null; { caller } = caller.scope) {
    texts.set(
      `call ${caller.declaration.address}`,
      textOf(placeOf(caller.declaration.source, caller.declaration.block)),
    );
    collect(caller.declaration.block, caller.scope, texts);
  }
  return [...texts].map(([name, text]) => `${name}: ${text}`).join('\n');
}

function collect(node: Node, scope: RecordingScope, texts: Map<string, string>): void {
  visit(node, (child) => {
    if (child.kind !== 'AttributeAccess') return;
    const [root, name, second] = referencePath(child) ?? [];
    if (root === 'local' && name !== undefined) collectLocal(name, scope, texts);
    if (root === 'data' && name !== undefined && second !== undefined)
      collectBlock(`data.${name}.${second}`, scope, texts);
    if (root === 'module' && name !== undefined) collectCalled(name, scope, texts);
  });
}

function collectLocal(name: string, scope: RecordingScope, texts: Map<string, string>): void {
  const found = scope.local(name);
  if (found !== null)
    collectText(`${scope.module.directory} local.${name}`, found.source, found.expression, scope, texts);
}

function collectBlock(address: string, scope: RecordingScope, texts: Map<string, string>): void {
  const found = scope.block(address);
  if (found !== null) collectText(`${scope.module.directory} ${address}`, found.source, found.block, scope, texts);
}

function collectText(
  name: string,
  source: BlockDeclaration['source'],
  node: Expression | BlockDeclaration['block'],
  scope: RecordingScope,
  texts: Map<string, string>,
): void {
  if (texts.has(name)) return;
  texts.set(name, textOf(placeOf(source, node)));
  collect(node, scope, texts);
}

/** A module whose outputs are named: all of its text may matter. */
function collectCalled(name: string, scope: RecordingScope, texts: Map<string, string>): void {
  collectBlock(`module.${name}`, scope, texts);
  const declaration = scope.block(`module.${name}`);
  const inner = declaration && scope.through(declaration, new Evaluator(scope));
  const text = inner?.ask((module) => module.remember(wholeText));
  if (inner && text !== undefined) texts.set(`module ${inner.module.directory}`, text);
}

function wholeText(module: Module): string {
  return module.files.map(({ syntax }) => syntax.text).join('\n');
}
