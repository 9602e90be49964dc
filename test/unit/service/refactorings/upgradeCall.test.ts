import { describe, expect, it } from 'vitest';
import { refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import { workspaceOf } from '../../support/checkProblems.ts';
import { expectLayoutOfAll, fail, refactor } from './support.ts';

const call = (source: string, body: string, beside = '') =>
  `module "e$0cr" {\n  source = "${source}"\n${body}}\n${beside}`;
const registry = (source: string, version: string, body: string, beside = '') =>
  `module "e$0cr" {\n  source  = "${source}"\n  version = "${version}"\n${body}}\n${beside}`;
const tam = (version: string, body = '', beside = '') =>
  registry(
    'terraform-aws-modules/ecr/aws',
    version,
    `\n  create_lifecycle_policy = false\n  repository_name         = "shop"\n${body}`,
    beside,
  );
const cloudposse = (version: string, body = '', beside = '') =>
  registry('cloudposse/ecr/aws', version, `\n  name            = "shop"\n${body}`, beside);
const lgallard = (version: string, body = '') => registry('lgallard/ecr/aws', version, `\n  name = "shop"\n${body}`);

const TAM = 'Upgrade this call to 3.2.0 (needs AWS provider >= 6.28, Terraform >= 1.5.7)';
const CLOUDPOSSE = 'Upgrade this call to 1.0.2 (needs AWS provider >= 6.8.0, Terraform >= 0.13.0)';
const LGALLARD = 'Upgrade this call to 2.1.1 (needs AWS provider >= 6.50.0, Terraform >= 1.3.0)';

/** The offer to upgrade at `$0`, or undefined. */
function offerAt(annotated: string) {
  const start = annotated.indexOf('$0');
  const text = annotated.replace('$0', '');
  const request = { uri: 'main.tf', range: { start, end: start }, createsFiles: false };
  return refactoringsAt(workspaceOf({ 'main.tf': text }), request, () => true, fail).find(
    ({ id }) => id === 'upgrade-module',
  );
}

describe('upgrading a call to the newest major release', () => {
  it.each([
    [tam('2.4.0'), 'version = "3.2.0"'],
    [tam('= 1.6.0'), 'version = "3.2.0"'],
    [tam('~> 2.0'), 'version = "~> 3.2"'],
    [tam('~> 2.4.0'), 'version = "~> 3.2.0"'],
    [tam('>= 1.0, < 3.0'), 'version = "~> 3.2"'],
    [
      call(
        'git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=v2.4.0',
        '\n  create_lifecycle_policy = false\n',
      ),
      '.git?ref=v3.2.0"',
    ],
  ])('writes the release like before: %s', (text, written) => {
    expect(refactor(text, TAM, 'nothing')).toContain(written);
  });

  it('makes lists of the filters of scan rules', () => {
    const body = `  manage_registry_scanning_configuration = true
  registry_scan_rules = [
    {
      scan_frequency = "SCAN_ON_PUSH"
      filter         = "*"
      filter_type    = "WILDCARD"
    },
    { filter = var.filter, scan_frequency = "CONTINUOUS_SCAN", filter_type = "WILDCARD" },
  ]
`;
    expect(refactor(tam('1.6.0', body), TAM, 'nothing')).toContain(`  registry_scan_rules = [
    {
      scan_frequency = "SCAN_ON_PUSH"
      filter         = [{ filter = "*", filter_type = "WILDCARD" }]
    },
    { filter = [{ filter = var.filter, filter_type = "WILDCARD" }], scan_frequency = "CONTINUOUS_SCAN" },
  ]
`);
  });

  it('renames a key of cache rules, and leaves lists that are lists', () => {
    const body = `  registry_pull_through_cache_rules = {
    hub = { ecr_repository_prefix = "hub", upstream_registry_url = "registry-1.docker.io", credentials_arn = var.secret }
  }
`;
    expect(refactor(tam('2.1.0', body), TAM, 'nothing')).toContain(
      '"registry-1.docker.io", credential_arn = var.secret }',
    );
    const rules = `  registry_scan_rules = [{ scan_frequency = "SCAN_ON_PUSH", filter = [{ filter = "*", filter_type = "WILDCARD" }] }]\n`;
    expect(refactor(tam('2.0.0', rules), TAM, 'nothing')).toContain(rules);
  });

  it('keeps the defaults that changed', () => {
    const text = refactor(cloudposse('0.30.0', '  max_image_count = 50\n'), CLOUDPOSSE, 'nothing');
    expect(text).toContain('image_tag_mutability = "MUTABLE"');
    expect(text).toContain('scan_images_on_push  = false');
    expect(text).toContain('version = "1.0.2"');
    const given = refactor(
      cloudposse('0.30.0', '  image_tag_mutability = "IMMUTABLE"\n  scan_images_on_push  = true\n'),
      CLOUDPOSSE,
      'nothing',
    );
    expect(given.match(/image_tag_mutability/g)).toHaveLength(1);
    expect(refactor(cloudposse('~> 0.44'), CLOUDPOSSE, 'nothing')).toBe(cloudposse('~> 1.0.2').replace('$0', ''));
    expect(refactor(lgallard('1.7.1'), LGALLARD, 'nothing')).toContain('version = "2.1.1"');
  });

  it.each([
    [cloudposse('0.15.0'), 'moved blocks'],
    [cloudposse('>= 0.10, < 0.40'), 'moved blocks'],
    [cloudposse('>= 0.20, < 0.40'), 'different defaults'],
    [lgallard('0.28.0'), 'moved blocks'],
    [tam('1.6.0', '  registry_scan_rules = var.rules\n'), 'not written out'],
    [tam('2.4.0', '  another = 1\n'), 'has no input another'],
    [tam('2.4.0', '', 'output "o" {\n  value = module.ecr.another\n}\n'), 'which 3.2.0 lacks'],
  ])('says why it cannot be made: %s', (text, refusal) => {
    expect(offerAt(text)?.refusal).toContain(refusal);
  });

  it.each([
    tam('3.0.0'),
    tam('~> 3.0'),
    tam('>= 2.0'),
    tam('99.0.0'),
    tam('${var.version}'),
    call('terraform-aws-modules/ecr/aws', '  create_lifecycle_policy = false\n'),
    call('terraform-aws-modules/vpc/aws', '  version = "1.0.0"\n'),
    call('./modules/ecr', ''),
    'resource "aws_ecr_repository" "a$0" {\n  name = "shop"\n}\n',
    registry('terraform-aws-modules/ecr/aws', '2.4.0', '  repository_$0name = "shop"\n').replace('e$0cr', 'ecr'),
  ])('is not offered where there is nothing to upgrade: %s', (text) => {
    expect(offerAt(text)).toBeUndefined();
  });
});

expectLayoutOfAll();
