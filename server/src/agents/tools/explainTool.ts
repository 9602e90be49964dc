import { explainAccess, printAccessExplanation } from '../../ecr/documents/access/words/explainAccess.ts';
import { explainPolicy, printExplanation } from '../../ecr/documents/lifecycle/words/explainPolicy.ts';
import { ADDRESS, PATH, TEXT } from '../arguments.ts';
import type { AnyPolicy } from '../policies.ts';
import { assumptionsOf, policiesOf } from '../policies.ts';
import type { AgentTool } from '../tool.ts';

export const explainTool: AgentTool = {
  name: 'explain',
  title: 'Explain policies of ECR',
  description:
    'Says in plain words what lifecycle policies delete and keep, rule by rule in order of effect, and who may pull and push according to the policies of repositories and registries.',
  arguments: [PATH, TEXT, ADDRESS],
  async answer({ path = '.', text = null, address = null }, door) {
    const policies = policiesOf(await door.open(path, text), address);
    return policies.map(explained).join('\n\n');
  },
};

function explained(policy: AnyPolicy): string {
  const words = wordsOn(policy) ?? `Nothing of ${policy.address} is known before Terraform runs.`;
  return [words, assumptionsOf(policy)].filter((part) => part !== '').join('\n');
}

function wordsOn(policy: AnyPolicy): string | null {
  if ('access' in policy) {
    const explanation = explainAccess(policy.access);
    return explanation && printAccessExplanation(policy.address, explanation);
  }
  const explanation = explainPolicy(policy.policy);
  return explanation && printExplanation(policy.address, explanation);
}
