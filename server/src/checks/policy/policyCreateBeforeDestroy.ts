import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { attributeOf, blocksOf, isBlockOf } from '../../module/declarations/declarations.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';

export const policyCreateBeforeDestroy: BlockCheck = {
  subject: 'block',
  id: 'policy-create-before-destroy',
  title: 'A replaced lifecycle policy deletes its own successor',
  severity: 'warning',
  *check(declaration) {
    if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return;
    const { block, source } = declaration;
    for (const lifecycle of blocksOf(block.body).filter(({ type }) => type.text === 'lifecycle')) {
      const attribute = attributeOf(lifecycle, 'create_before_destroy');
      if (attribute?.value.kind !== 'BooleanLiteral' || !attribute.value.value) continue;
      yield {
        place: placeOf(source, attribute.value),
        message:
          'Remove create_before_destroy: a repository has one lifecycle policy, so a replacement creates the new one and then deletes it along with the old one. The repository is left without a policy.',
        fixes: [
          {
            title: 'Remove create_before_destroy',
            kind: 'choice',
            changes: [{ kind: 'remove-argument', source, attribute }],
          },
        ],
      };
    }
  },
};
