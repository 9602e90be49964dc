import type { PolicyNode, PolicyScalar } from '../../ecr/documents/documentNodes.ts';
import { isDocumentText } from '../../ecr/documents/encodedTwice.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Shape } from '../../ecr/documents/lifecycle/refusals/refusal.ts';
import type { PolicyCheck } from '../check.ts';
import { typeNameOf } from '../support/knownMembers.ts';

export const policyShape: PolicyCheck = {
  subject: 'policy',
  id: 'policy-shape',
  title: 'A lifecycle policy does not have the structure that AWS expects',
  severity: 'error',
  *check(policy) {
    for (const { place, expected, key, node } of refusalsOf(policy, 'wrong-shape')) {
      // `document-type` reports a document that is encoded twice.
      if (expected === 'policy' && isText(node) && isDocumentText(node.value)) continue;
      yield {
        place,
        message: `${expectation(expected, key)}, not ${typeNameOf(node)}; AWS refuses the policy ("Could not map policyString into LifecyclePolicy").`,
      };
    }
    for (const { place } of refusalsOf(policy, 'second-value')) {
      yield {
        place,
        message: 'A second JSON value begins here; AWS takes one object with all the rules in its list. Merge the two.',
      };
    }
  },
};

function isText(node: PolicyNode): node is PolicyScalar & { value: string } {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

function expectation(expected: Shape, key: string | null): string {
  switch (expected) {
    case 'policy':
      return 'A lifecycle policy must be an object';
    case 'rule':
      return 'A rule must be an object';
    case 'list of rules':
      return `${key} must be a list of rules`;
    case 'object':
      return `${key} must be an object`;
  }
}
