import { instancesOf } from '../../ecr/instances.ts';
import { earlierPolicyFor, LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { BlockCheck } from '../check.ts';

export const policyRepositoryRepeated: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-repeated',
  title: 'A repository has two lifecycle policies',
  severity: 'error',
  *check(declaration, scope) {
    const expression = repositoryOf(declaration);
    if (expression === null) return;
    const place = placeOf(declaration.source, expression);
    const earlier = scope.ask((module) => earlierPolicyFor(module, declaration));
    const first = earlier && repositoryOf(earlier);
    if (earlier !== null && first !== null) {
      yield {
        place,
        message: `${earlier.address} is for the same repository. A repository has one lifecycle policy: each apply overwrites the one by the other. Put all rules into one policy.`,
        related: [{ place: placeOf(earlier.source, first), message: 'The other policy of the repository' }],
      };
    } else if (isSameForAllInstances(declaration, expression, scope)) {
      yield {
        place,
        message:
          'Every instance of this resource is for the same repository. A repository has one lifecycle policy: the instances overwrite each other, and one of them is left. Put all rules into one policy.',
      };
    }
  },
};

function repositoryOf(declaration: BlockDeclaration): Expression | null {
  if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE) || declaration.block.damaged) return null;
  return attributeOf(declaration.block, 'repository')?.value ?? null;
}

/** True for several instances whose repository depends on none of what tells them apart. */
function isSameForAllInstances(declaration: BlockDeclaration, expression: Expression, scope: RecordingScope): boolean {
  const { block } = declaration;
  const differing = [expression, ...['provider', 'region'].flatMap((name) => attributeOf(block, name)?.value ?? [])];
  if (differing.some((part) => mentionsInstance(part))) return false;
  return (instancesOf(declaration, scope)?.length ?? 0) > 1;
}

function mentionsInstance(expression: Expression): boolean {
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'Variable' && (node.name.text === 'each' || node.name.text === 'count')) return true;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return false;
}
