import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { aws, call, cloudposse, lgallard, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-provider-floor';

describe(ID, () => {
  it.each([
    tam('', '~> 3.0', aws('~> 5.0')),
    tam('', '3.2.0', aws('~> 6.8.0')),
    tam('', '', aws('>= 5.0, < 6.0')),
    cloudposse('', '1.0.0', aws('~> 5.0')),
    lgallard('', '2.1.1', aws('6.49.0')),
    tam('', '1.4.0', aws('~> 4.21.0')),
    template('', '2.3.0', aws('5.60.0')),
    call(
      'git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=v3.0.0',
      `}\n${aws('~> 5.0').trimEnd().slice(0, -1)}`,
    ),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    tam('', '~> 3.0', aws('~> 6.8')),
    tam('', '>= 2.0', aws('~> 5.93')),
    tam('', '~> 3.0', aws('>= 5.0')),
    tam('', '~> 3.0'),
    tam('', '~> 3.0', aws('${1}')),
    cloudposse('', '0.44.0', aws('~> 5.0')),
    cloudposse('', '0.1.0', aws('~> 5.0')),
    tam('', '9.0.0', aws('~> 5.0')),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
