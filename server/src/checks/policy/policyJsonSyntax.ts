import { pathWrittenAsPolicy } from '../../ecr/documents/lifecycle/pathAsPolicy.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { PolicyCheck } from '../check.ts';
import { jsonFindings } from '../support/jsonFindings.ts';

export const policyJsonSyntax: PolicyCheck = {
  subject: 'policy',
  id: 'policy-json-syntax',
  title: 'A lifecycle policy is not valid JSON',
  severity: 'error',
  *check(policy) {
    // Another check reports a path used as the policy.
    if (pathWrittenAsPolicy(policy) !== null) return;
    for (const { document } of refusalsOf(policy, 'not-json')) yield* jsonFindings(document);
  },
};
