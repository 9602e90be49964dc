import type { PolicyNode } from '../../ecr/documents/documentNodes.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import { problemsOfJson, secondValueOf } from '../../ecr/documents/spelling/json/jsonProblems.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import { spotOf, typeNameOf } from '../support/knownMembers.ts';

export const policyShape: PolicyCheck = {
  subject: 'policy',
  id: 'policy-shape',
  title: 'A lifecycle policy is not made of the objects and lists that AWS expects',
  severity: 'error',
  *check(policy) {
    const { root, document } = policy;
    if (root !== null && isSureToDiffer(root, 'object') && !isStrayText(policy))
      yield finding(root, 'A lifecycle policy must be an object', root);
    const second = document && secondValueOf(document);
    if (second) {
      yield {
        place: second,
        message: 'A second JSON value begins here; AWS takes one object with all the rules in its list. Merge the two.',
      };
    }
    for (const { fact, member } of policy.members) {
      const { value } = member;
      if (isNull(value)) continue;
      const kind = fact.type === 'object-list' ? 'list' : fact.type;
      if (kind !== 'list' && kind !== 'object') continue;
      if (isSureToDiffer(value, kind))
        yield finding(value, `${member.key} must be ${kind === 'list' ? 'a list of rules' : 'an object'}`, value);
    }
    for (const item of rulesListOf(policy)?.items ?? []) {
      if (!isNull(item) && isSureToDiffer(item, 'object')) yield finding(item, 'A rule must be an object', item);
    }
  },
};

/** A number or word at the head of a text that is no JSON: the rule about the text speaks. */
function isStrayText({ root, document }: LifecyclePolicy): boolean {
  return root?.kind === 'scalar' && document !== null && problemsOfJson(document).other !== null;
}

function finding(node: PolicyNode, expected: string, actual: PolicyNode): Finding {
  return {
    place: spotOf(node),
    message: `${expected}, not ${typeNameOf(actual)}; AWS refuses the policy ("Could not map policyString into LifecyclePolicy").`,
  };
}

function isSureToDiffer(node: PolicyNode, kind: 'object' | 'list'): boolean {
  return node.kind !== 'unknown' && node.kind !== kind;
}

function isNull(node: PolicyNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
