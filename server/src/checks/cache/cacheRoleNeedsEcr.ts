import { argumentIn, givenState } from '../../ecr/blocks/bodyParts.ts';
import { upstreamsOf } from '../../ecr/registry/cacheRule.ts';
import type { ArgumentsCheck } from '../check.ts';
import { removeArgument } from '../support/valueFixes.ts';

export const cacheRoleNeedsEcr: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-role-needs-ecr',
  title: 'A cache rule has a role, but its upstream is not a private ECR registry',
  severity: 'error',
  *check(block) {
    const role = argumentIn(block.body, 'custom_role_arn');
    if (block.isNever || role === undefined || givenState(block.body, 'custom_role_arn') !== 'yes') return;
    const upstreams = upstreamsOf(block);
    const [first] = upstreams;
    if (first === undefined || upstreams.some(({ registry }) => registry.credential === 'role')) return;
    yield {
      place: role.value.place,
      message: `custom_role_arn is for an upstream that is a private ECR registry, but this one is ${first.registry.name}; AWS refuses the rule at apply ("Upstream registry URL and provided credential type do not match"). ${first.registry.credential === 'required' ? 'Give credential_arn instead.' : 'Remove it.'}`,
      related: [{ place: first.value.place, message: 'The upstream registry' }],
      fixes: [removeArgument(block.body, role)],
    };
  },
};
