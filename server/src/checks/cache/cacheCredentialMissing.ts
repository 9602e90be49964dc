import { givenState } from '../../ecr/blocks/bodyParts.ts';
import { upstreamsOf } from '../../ecr/registry/cacheRule.ts';
import type { ArgumentsCheck } from '../check.ts';

export const cacheCredentialMissing: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-credential-missing',
  title: 'The upstream registry requires credentials',
  severity: 'error',
  *check(block) {
    if (block.isNever || givenState(block.body, 'credential_arn') !== 'no') return;
    for (const { value, registry } of upstreamsOf(block)) {
      if (registry.credential !== 'required') continue;
      yield {
        place: value.place,
        message: `${registry.name} needs credential_arn, the ARN of a secret named ecr-pullthroughcache/… with username and accessToken; without it AWS refuses the rule at apply ("The specified upstream registry requires authentication").`,
      };
    }
  },
};
