import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { GuaranteeAnswer } from '../../guarantees/answers.ts';
import { simulate } from '../../simulate/run/simulateRun.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { imageJson } from './imageJson.ts';

/** A guarantee in the form of the simulation's JSON, with the images that show that it does not hold. */
export function guaranteeJson(
  { guarantee, holds, because, witness }: GuaranteeAnswer,
  rules: readonly SimulatedRule[],
): object {
  const outcomes = witness === null ? [] : simulate(rules, witness.images, witness.now).outcomes;
  const images = outcomes.map((outcome) => imageJson(outcome, witness?.now ?? 0));
  return { guarantee: guarantee.index, holds, because, witness: images };
}

/** The guarantees for people, a line each; empty where there is none. */
export function printTextGuarantees(guarantees: readonly GuaranteeAnswer[]): string {
  const lines = guarantees.map(({ guarantee, holds, because }) => {
    const word = holds === null ? 'not known' : holds ? 'kept' : 'broken';
    return printable(`  keep[${guarantee.index}]  ${word}: ${because}`);
  });
  return lines.length === 0 ? '' : ['Guarantees:', ...lines].join('\n');
}
