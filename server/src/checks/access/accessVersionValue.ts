import { nearestName } from '../../ecr/nearestName.ts';
import { VERSIONS } from '../../facts/access/accessValues.ts';
import type { AccessCheck } from '../check.ts';
import { replaceFix } from '../support/accessFixes.ts';

export const accessVersionValue: AccessCheck = {
  subject: 'access',
  id: 'access-version-value',
  title: 'Invalid Version of an access policy',
  severity: 'warning',
  *check(policy) {
    const { version } = policy;
    const names = VERSIONS.map(({ value }) => value);
    if (version.state !== 'known' || names.some((name) => name === version.value)) return;
    const [current] = names;
    const meant = nearestName(version.value, names) ?? current ?? '';
    yield {
      place: version.node.place,
      message: `Version is "${meant}" or "2008-10-17": it names the policy language, not the date of the policy. AWS answers "Invalid repository policy provided" to anything else.`,
      fixes: [replaceFix(`Set Version to ${meant}`, 'one', version.node, meant)],
    };
  },
};
