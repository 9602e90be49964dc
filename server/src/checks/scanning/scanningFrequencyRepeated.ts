import { argumentIn, blocksIn } from '../../ecr/blocks/bodyParts.ts';
import { isScanningConfiguration } from '../../ecr/registry/registryScanning.ts';
import { SCANNING_RULE_QUOTA } from '../../facts/registry/registryQuotas.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const scanningFrequencyRepeated: ArgumentsCheck = {
  subject: 'arguments',
  id: 'scanning-frequency-repeated',
  title: 'Too many scanning rules, or two with the same frequency',
  severity: 'error',
  *check(block) {
    if (block.isNever || !isScanningConfiguration(block)) return;
    const { sure } = blocksIn(block.body, 'rule');
    const firsts = new Map<string, Place>();
    const surplus = sure[SCANNING_RULE_QUOTA];
    for (const body of sure) {
      const frequency = argumentIn(body, 'scan_frequency')?.value;
      const first = frequency?.kind === 'string' ? firsts.get(frequency.value) : undefined;
      if (frequency?.kind === 'string' && first !== undefined) {
        yield {
          place: frequency.place,
          message: `Move these filters into the first rule with ${frequency.value}: AWS accepts one rule per frequency and refuses the configuration at apply ("Contains duplicate scan frequencies: [${frequency.value}]").`,
          related: [{ place: first, message: 'The first rule with that frequency' }],
        };
      } else if (body === surplus) {
        yield {
          place: body.header,
          message: `There are ${sure.length} rules; the plan accepts them, but AWS accepts at most ${SCANNING_RULE_QUOTA}, one for each frequency of the scan_type. Merge their filters.`,
        };
      }
      if (frequency?.kind === 'string' && first === undefined) firsts.set(frequency.value, frequency.place);
    }
  },
};
