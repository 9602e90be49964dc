import type { RuleExplanation } from '../ecr/policy/explainPolicy.ts';
import { explainPolicy } from '../ecr/policy/explainPolicy.ts';
import type { Output } from './output.ts';
import { policyAt } from './policySource.ts';
import { tellAssumptions } from './render.ts';

/** Runs `explain`: prints a policy in plain words; status 1 when nothing of it is known. */
export function runExplain(source: string, output: Output): number {
  const named = policyAt(source);
  const explanation = explainPolicy(named.policy);
  tellAssumptions(named, output);
  if (explanation === null) {
    output.error(`nothing of ${named.address} is known before Terraform runs; 'terraform-ecr render' tells why`);
    return 1;
  }
  const { summary, rules, remarks } = explanation;
  const parts = [`${named.address}: ${summary}`, ...rules.map(printRule), remarks.join('\n')];
  output.print(parts.filter((part) => part !== '').join('\n\n'));
  return 0;
}

function printRule({ priority, description, does, protects }: RuleExplanation): string {
  const head = priority === null ? 'Priority not known' : `Priority ${priority}`;
  const lines = [description === null ? head : `${head}: ${description}`, does, protects ?? ''];
  return lines
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? line : `  ${line.replaceAll('`', '')}`))
    .join('\n');
}
