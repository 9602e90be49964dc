import { argumentIn, givenState } from '../../ecr/blocks/bodyParts.ts';
import { upstreamsOf } from '../../ecr/registry/cacheRule.ts';
import type { ArgumentsCheck } from '../check.ts';
import { removeArgument } from '../support/valueFixes.ts';

export const cacheCredentialUnneeded: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-credential-unneeded',
  title: 'Credentials for an upstream registry that accepts none',
  severity: 'warning',
  *check(block) {
    const credential = argumentIn(block.body, 'credential_arn');
    if (block.isNever || credential === undefined || givenState(block.body, 'credential_arn') !== 'yes') return;
    const upstreams = upstreamsOf(block);
    const [first] = upstreams;
    if (first === undefined || upstreams.some(({ registry }) => registry.credential === 'required')) return;
    const answer =
      first.registry.credential === 'role'
        ? 'it takes a role (custom_role_arn) and no secret'
        : `it accepts none, and AWS refuses the rule ("The specified upstream registry doesn't require authentication")`;
    yield {
      place: credential.value.place,
      message: `Remove credential_arn: the upstream is ${first.registry.name}; ${answer}.`,
      related: [{ place: first.value.place, message: 'The upstream registry' }],
      fixes: [removeArgument(block.body, credential)],
    };
  },
};
