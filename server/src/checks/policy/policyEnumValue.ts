import type { PolicyScalar } from '../../ecr/documents/documentNodes.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { KnownMember } from '../../ecr/documents/lifecycle/policyParts.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import type { PolicyCheck } from '../check.ts';
import { choicesFor } from '../support/keyChoices.ts';

export const policyEnumValue: PolicyCheck = {
  subject: 'policy',
  id: 'policy-enum-value',
  title: 'Unknown value in a lifecycle policy',
  severity: 'error',
  *check(policy) {
    for (const { place, found, node, text } of refusalsOf(policy, 'unknown-value')) {
      const { fact } = found;
      const values = (fact.values ?? []).map(({ value }) => value);
      const nearest = nearestName(text, values);
      yield {
        place,
        message: `"${text}" is not a valid ${fact.key}${nearest === undefined ? '' : `; the nearest is "${nearest}"`}. AWS accepts ${inWords(values)}, spelled exactly like this.`,
        fixes: nearest === undefined ? choices(policy, found, node) : [correct(node, nearest)],
      };
    }
  },
};

function correct(node: PolicyScalar, value: string): Fix {
  return { title: `Change it to ${value}`, kind: 'one', changes: [{ kind: 'replace-value', node, value }] };
}

function choices(policy: LifecyclePolicy, found: KnownMember, node: PolicyScalar): Fix[] {
  return choicesFor(policy, found, found.fact.key).map(({ value, also }) => ({
    title: `Change it to ${value}`,
    kind: 'choice',
    changes: [{ kind: 'replace-value', node, value }, ...also],
  }));
}

function inWords(values: readonly string[]): string {
  const quoted = values.map((value) => `"${value}"`);
  return quoted.length < 2 ? `only ${quoted.join('')}` : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
