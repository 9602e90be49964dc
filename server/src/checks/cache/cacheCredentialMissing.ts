import { givenState } from '../../ecr/blocks/bodyParts.ts';
import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { meantItem } from '../../ecr/blocks/meantName.ts';
import { upstreamsOf } from '../../ecr/registry/cacheRule.ts';
import { attributesOf } from '../../module/declarations/declarations.ts';
import type { ArgumentsCheck } from '../check.ts';

export const cacheCredentialMissing: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-credential-missing',
  title: 'The upstream registry requires credentials',
  severity: 'error',
  isConsequenceOf: { id: 'module-known-defect', within: 'call' },
  *check(block) {
    if (block.isNever || givenState(block.body, 'credential_arn') !== 'no') return;
    // A dedicated check reports a role used instead, or a different argument name.
    if (givenState(block.body, 'custom_role_arn') !== 'no' || isMeant(block, 'credential_arn')) return;
    for (const { value, registry } of upstreamsOf(block)) {
      if (registry.credential !== 'required') continue;
      yield {
        place: value.place,
        message: `${registry.name} needs credential_arn, the ARN of a secret named ecr-pullthroughcache/… with username and accessToken; without it AWS refuses the rule at apply ("The specified upstream registry requires authentication").`,
      };
    }
  },
};

function isMeant({ body, fact }: EcrBlock, name: string): boolean {
  const known = new Set(fact.arguments.map((argument) => argument.name));
  return attributesOf(body.block.body).some(
    (attribute) => !known.has(attribute.name.text) && meantItem(attribute.name.text, fact) === name,
  );
}
