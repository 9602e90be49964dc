import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { GuaranteeAnswer } from '../../guarantees/answers.ts';
import { simulate } from '../../simulate/run/simulateRun.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { imageJson } from './imageJson.ts';

/** A guarantee in the simulation's JSON form, with the images that break it. */
export function guaranteeJson(
  { guarantee, holds, because, witness }: GuaranteeAnswer,
  rules: readonly SimulatedRule[],
): object {
  const outcomes = witness === null ? [] : simulate(rules, witness.images, witness.now).outcomes;
  const images = outcomes.map((outcome) => imageJson(outcome, witness?.now ?? 0));
  return { guarantee: guarantee.index, holds, because, witness: images };
}

/** The guarantees for people, one line each; empty when there are none. */
export function printTextGuarantees(guarantees: readonly GuaranteeAnswer[]): string {
  const lines = guarantees.map(({ guarantee, holds, because }) => {
    const word = holds === null ? 'not known' : holds ? 'kept' : 'broken';
    return printable(`  keep[${guarantee.index}]  ${word}: ${because}`);
  });
  return lines.length === 0 ? '' : ['Guarantees:', ...lines].join('\n');
}
