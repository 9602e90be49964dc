import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly, settingsFor } from '../../support/checkProblems.ts';

const call = (source: string, version: string, body: string, beside = '') =>
  `module "ecr" {\n  source  = "${source}"\n  version = "${version}"\n  name    = "shop"\n${body}}\n${beside}`;
const output = (name: string) => `\noutput "o" {\n  value = module.ecr.${name}\n}\n`;
const LGALLARD = 'lgallard/ecr/aws';
const CLOUDPOSSE = 'cloudposse/ecr/aws';

describe('what a newer release has renamed', () => {
  it.each([
    [
      call(CLOUDPOSSE, '0.35.0', '  roles   = ["arn:aws:iam::111122223333:role/ci"]\n'),
      'Rename it to principals_full_access',
      '  principals_full_access = ["arn:aws:iam::111122223333:role/ci"]\n',
    ],
    [
      call(LGALLARD, '2.1.1', '  timeouts_delete = "20m"\n'),
      'Write timeouts = { delete = … }',
      'timeouts = { delete = "20m" }\n',
    ],
    [
      call(LGALLARD, '~> 2.0', '  timeouts_delete = var.minutes == null ? null : "${var.minutes}m"\n'),
      'Write timeouts = { delete = … }',
      'timeouts = { delete = var.minutes == null ? null : "${var.minutes}m" }\n',
    ],
    [call(CLOUDPOSSE, '1.0.2', '', output('registry_url')), 'Use repository_url', 'module.ecr.repository_url\n'],
    [call(LGALLARD, '2.1.1', '', output('arn')), 'Use repository_arn', 'module.ecr.repository_arn\n'],
    [call(LGALLARD, '~> 2.1', '', output('name')), 'Use repository_name', 'module.ecr.repository_name\n'],
  ])('is written by a fix: %s', (text, title, written) => {
    expect(fix(text, title, settingsFor('reference-undeclared'))).toContain(written);
  });

  it.each([
    ['module-input', call(LGALLARD, '0.20.0', '  timeouts_delete = "20m"\n')],
    ['module-input', call(LGALLARD, '>= 0.20', '  timeouts_delete = "20m"\n')],
    ['module-input', call(LGALLARD, '99.0.0', '  timeouts_delete = "20m"\n')],
    ['reference-undeclared', call(LGALLARD, '0.5.0', '', output('arn'))],
    ['reference-undeclared', call(CLOUDPOSSE, '0.15.0', '', output('registry_url'))],
    ['reference-undeclared', call('boldlink/ecr/aws', '1.0.2', '', output('arn'))],
  ])('%s is silent where a release has it: %s', (id, text) => {
    expect(ruleIdsOnly(id, text)).toEqual([]);
  });

  it('is not written over what is there', () => {
    const text = call(LGALLARD, '2.1.1', '  timeouts_delete = "20m"\n  timeouts        = { delete = "10m" }\n');
    expect(() => fix(text, 'Write timeouts = { delete = … }')).toThrow();
  });
});
