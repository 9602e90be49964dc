import { explainAccess, printAccessExplanation } from '../../ecr/documents/access/words/explainAccess.ts';
import { explainPolicy, printExplanation } from '../../ecr/documents/lifecycle/words/explainPolicy.ts';
import { alwaysKept } from '../../guarantees/alwaysKept.ts';
import type { Output } from '../output.ts';
import type { AnyPolicy } from './policiesInFile.ts';
import { tellAssumptions } from './runRender.ts';
import { explainedAt } from './sourceArgument.ts';

/** Runs `explain`: prints policies in plain words; status 1 when nothing is known about one of them. */
export function runExplain(source: string, output: Output): number {
  const policies = explainedAt(source);
  const texts: string[] = [];
  for (const named of policies) {
    const text = textOn(named);
    tellAssumptions(named, output);
    if (text === null) {
      output.error(`nothing of ${named.address} is known before Terraform runs; 'terraform-ecr render' says why`);
    } else texts.push(text);
  }
  if (texts.length > 0) output.print(texts.join('\n\n'));
  return texts.length === policies.length ? 0 : 1;
}

function textOn(named: AnyPolicy): string | null {
  if ('access' in named) {
    const explanation = explainAccess(named.access);
    return explanation === null ? null : printAccessExplanation(named.address, explanation);
  }
  const explanation = explainPolicy(named.policy, alwaysKept(named.policy.rules));
  return explanation === null ? null : printExplanation(named.address, explanation);
}
