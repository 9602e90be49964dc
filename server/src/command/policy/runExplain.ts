import { explainPolicy, printExplanation } from '../../ecr/documents/lifecycle/words/explainPolicy.ts';
import type { Output } from '../output.ts';
import { tellAssumptions } from './runRender.ts';
import { policyAt } from './sourceArgument.ts';

/** Runs `explain`: prints a policy in plain words; status 1 when nothing of it is known. */
export function runExplain(source: string, output: Output): number {
  const named = policyAt(source);
  const explanation = explainPolicy(named.policy);
  tellAssumptions(named, output);
  if (explanation === null) {
    output.error(`nothing of ${named.address} is known before Terraform runs; 'terraform-ecr render' tells why`);
    return 1;
  }
  output.print(printExplanation(named.address, explanation));
  return 0;
}
