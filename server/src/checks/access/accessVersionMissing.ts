import { openingOf } from '../../ecr/documents/documentNodes.ts';
import type { AccessCheck } from '../check.ts';

export const accessVersionMissing: AccessCheck = {
  subject: 'access',
  id: 'access-version-missing',
  title: 'Access policy without a Version',
  severity: 'hint',
  *check(policy) {
    const { root, version, isBranch } = policy;
    if (root?.kind !== 'object' || version.state !== 'absent' || isBranch) return;
    yield {
      place: openingOf(root),
      message:
        'Version = "2012-10-17" is missing: AWS reads the policy in the language of 2008, in which variables such as "${aws:username}" are ordinary text.',
      fixes: [
        {
          title: 'Add Version = "2012-10-17"',
          kind: 'choice',
          changes: [{ kind: 'set-key', object: root, key: 'Version', value: '2012-10-17' }],
        },
      ],
    };
  },
};
