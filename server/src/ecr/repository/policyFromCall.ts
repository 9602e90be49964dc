import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf, isCall } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Node } from '../../syntax/tree/tree.ts';
import { nodesWithLocals } from '../references/nodesWithLocals.ts';
import { LIFECYCLE_POLICY_TYPE } from './policyTargets.ts';

/** Attributes that are not the name of a repository, which a policy needs. */
const OTHER_ATTRIBUTES: ReadonlySet<string> = new Set([
  'arn',
  'force_delete',
  'image_tag_mutability',
  'region',
  'registry_id',
  'repository_url',
  'tags',
  'tags_all',
]);

/** The number of calls that are followed. */
const CALL_LIMIT = 100;

/**
 * True when a call may make a lifecycle policy for the repository at an address: it is given the name of the repository,
 * and its module has a policy or is not completely known.
 */
export function mayMakePolicy(call: BlockDeclaration, address: string, scope: RecordingScope): boolean {
  return isGivenName(call, address, scope) && mayHavePolicy(call, scope, { left: CALL_LIMIT });
}

/** True unless a call, and the locals that it uses, only mention other attributes of a repository. */
function isGivenName({ block }: BlockDeclaration, address: string, scope: RecordingScope): boolean {
  const inner = new Set<Node>();
  for (const node of nodesWithLocals(block, scope)) {
    if (node.kind !== 'AttributeAccess' && node.kind !== 'IndexAccess') continue;
    inner.add(node.object);
    const [type, name, attribute = ''] = inner.has(node) ? [] : (referencePath(node) ?? []);
    if (`${type}.${name}` === address && !OTHER_ATTRIBUTES.has(attribute)) return true;
  }
  return false;
}

function mayHavePolicy(call: BlockDeclaration, scope: RecordingScope, budget: { left: number }): boolean {
  const editions = scope.directoriesOf(call);
  if (editions.length === 0) return true;
  return editions.some((_, edition) => {
    budget.left -= 1;
    const inner = budget.left < 0 ? null : scope.through(call, new Evaluator(scope), edition);
    if (inner === null || inner.ask(({ isOpen }) => isOpen)) return true;
    return inner
      .ask((module) => module.remember(policyMakers))
      .some((block) => block.type !== 'module' || mayHavePolicy(block, inner, budget));
  });
}

/** The lifecycle policies of a module, and its calls of others. */
function policyMakers(module: Module): readonly BlockDeclaration[] {
  return module.blocksWhich(isPolicyOrCall);
}

function isPolicyOrCall(block: BlockDeclaration): boolean {
  return isCall(block) || isBlockOf(block, 'resource', LIFECYCLE_POLICY_TYPE);
}
