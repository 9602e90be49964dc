import { instancesOf } from '../../ecr/instances.ts';
import { earlierPolicyFor, repositoryArgumentOf } from '../../ecr/repository/policyTargets.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { Finding } from '../check.ts';

/** What is said of a policy whose repository has another of the same type; `words` are those of the type. */
export function* repeatedPolicy(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  words: { readonly policy: string; readonly remedy: string },
): Iterable<Finding> {
  const expression = repositoryOf(declaration);
  if (expression === null) return;
  const place = placeOf(declaration.source, expression);
  const earlier = scope.ask((module) => earlierPolicyFor(module, declaration));
  const first = earlier && repositoryOf(earlier);
  if (earlier !== null && first !== null) {
    yield {
      place,
      message: `${earlier.address} is for the same repository. A repository has one ${words.policy}: each apply overwrites the one by the other. ${words.remedy}`,
      related: [{ place: placeOf(earlier.source, first), message: 'The other policy of the repository' }],
    };
  } else if (isSameForAllInstances(declaration, expression, scope)) {
    yield {
      place,
      message: `Every instance of this resource is for the same repository. A repository has one ${words.policy}: the instances overwrite each other, and one of them is left. ${words.remedy}`,
    };
  }
}

function repositoryOf(declaration: BlockDeclaration): Expression | null {
  return declaration.block.damaged ? null : (repositoryArgumentOf(declaration)?.value ?? null);
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
