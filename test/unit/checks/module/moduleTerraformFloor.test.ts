import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { cloudposse, lgallard, tam, terraform } from '../support/moduleCalls.ts';

const ID = 'module-terraform-floor';

describe(ID, () => {
  it.each([
    tam('', '~> 3.0', terraform('~> 1.4.0')),
    tam('', '3.2.0', terraform('1.5.6')),
    tam('', '', terraform('< 1.5.7')),
    lgallard('', '2.1.1', terraform('~> 1.2.0')),
    lgallard('', '0.5.0', terraform('~> 0.15.0')),
    cloudposse('', '0.35.0', terraform('~> 0.12.0')),
    cloudposse('', '0.8.0', terraform('>= 1.0')),
    tam('', '2.0.0', terraform('0.15.5')),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    tam('', '~> 3.0', terraform('>= 1.5.7')),
    tam('', '~> 3.0', terraform('~> 1.5')),
    tam('', '>= 2.0', terraform('~> 1.4.0')),
    tam('', '~> 3.0'),
    tam('', '~> 3.0', terraform('>= 1.0')),
    cloudposse('', '1.0.2', terraform('~> 1.1.0')),
    cloudposse('', '0.1.0', terraform('>= 1.0')),
    tam('', '9.0.0', terraform('~> 1.4.0')),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
