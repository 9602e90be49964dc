import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { BlockCheck } from '../check.ts';

export const policyPublicRepository: BlockCheck = {
  subject: 'block',
  id: 'policy-public-repository',
  title: 'Lifecycle policy for a public repository',
  severity: 'warning',
  *check(declaration) {
    if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return;
    const expression = attributeOf(declaration.block, 'repository')?.value;
    if (expression === undefined) return;
    const pending: Node[] = [expression];
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const resource = node.kind === 'AttributeAccess' ? referencedResource(node) : null;
      if (resource?.startsWith('aws_ecrpublic_repository.')) {
        yield {
          place: placeOf(declaration.source, expression),
          message:
            'ECR Public has no lifecycle policies: the apply looks for a private repository of this name. Attach the policy to an aws_ecr_repository, or remove it.',
        };
        return;
      }
      for (const child of childrenOf(node)) pending.push(child);
    }
  },
};
