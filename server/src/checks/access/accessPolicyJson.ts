import { openingOf } from '../../ecr/documents/documentNodes.ts';
import { isDocumentText } from '../../ecr/documents/encodedTwice.ts';
import type { AccessCheck } from '../check.ts';
import { jsonFindings } from '../support/jsonFindings.ts';

export const accessPolicyJson: AccessCheck = {
  subject: 'access',
  id: 'access-policy-json',
  title: 'An access policy is not a JSON object',
  severity: 'error',
  judgesLongPolicies: true,
  *check({ document, root, place, damaged }) {
    if (damaged) return;
    if (document !== null && document.mapped.text.trim() === '') {
      yield {
        place,
        message:
          'The policy is empty, and Terraform answers "contains an invalid JSON policy". Write a policy, or remove the resource.',
      };
    } else if (document !== null && document.problems.length > 0) {
      yield* jsonFindings(document);
    } else if (root?.kind === 'list' || (root?.kind === 'scalar' && root.value !== null)) {
      if (root.kind === 'scalar' && typeof root.value === 'string' && isDocumentText(root.value)) return;
      const what = root.kind === 'list' ? 'a list' : 'a single value';
      yield {
        place: openingOf(root),
        message: `A policy is an object with Version and Statement, but this is ${what}. AWS answers "Invalid repository policy provided".`,
      };
    }
  },
};
