import { argumentIn, textIn } from '../../ecr/blocks/bodyParts.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { isScanningConfiguration, scanningRules } from '../../ecr/registry/registryScanning.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { FREQUENCIES_OF_TYPES } from '../../facts/registry/registryArguments.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { replaceText } from '../support/valueFixes.ts';

export const scanningFrequencyType: ArgumentsCheck = {
  subject: 'arguments',
  id: 'scanning-frequency-type',
  title: 'The scan type does not support this frequency',
  severity: 'error',
  *check(block) {
    const type = textIn(block.body, 'scan_type');
    const known = type === null ? undefined : lookUp(FREQUENCIES_OF_TYPES, type);
    if (type === null || known === undefined || block.isNever || !isScanningConfiguration(block)) return;
    for (const { body } of scanningRules(block)) {
      const frequency = argumentIn(body, 'scan_frequency')?.value;
      for (const value of frequency === undefined ? [] : judgedValues(frequency)) {
        if (value.kind !== 'string' || known.includes(value.value)) continue;
        // Other texts are not valid frequencies.
        if (!Object.values(FREQUENCIES_OF_TYPES).some((values) => values.includes(value.value))) continue;
        const isRefused = type === 'BASIC';
        const finding: Finding = {
          place: value.place,
          message: `${type} scanning takes ${known.join(' or ')}: ${isRefused ? `AWS refuses ${value.value} at apply ("Invalid scan frequency for scanType BASIC")` : `AWS documents no ${value.value} for it`}.`,
          fixes: known.flatMap((other) => replaceText(value, other)),
        };
        yield isRefused ? finding : { ...finding, severity: 'warning' };
      }
    }
  },
};
