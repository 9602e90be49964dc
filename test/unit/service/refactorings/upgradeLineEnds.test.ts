import { describe, expect, it } from 'vitest';
import { refactor } from './support.ts';

const TAM = 'Upgrade this call to 3.2.0 (needs AWS provider >= 6.28, Terraform >= 1.5.7)';
const CLOUDPOSSE = 'Upgrade this call to 1.0.2 (needs AWS provider >= 6.8.0, Terraform >= 0.13.0)';

const call = (source: string, version: string, body: string) =>
  `module "e$0cr" {\n  source  = "${source}"\n  version = "${version}"\n\n${body}}\n`;
const tam = (version: string, body: string) =>
  call('terraform-aws-modules/ecr/aws', version, `  create_lifecycle_policy = false\n${body}`);
const scan = (rules: string) =>
  tam('1.6.0', `  manage_registry_scanning_configuration = true\n  registry_scan_rules = [\n${rules}  ]\n`);

const CALLS: readonly [words: string, title: string, text: string][] = [
  ['nothing but the release', TAM, tam('2.4.0', '')],
  [
    'a type after the filter',
    TAM,
    scan(
      '    {\n      scan_frequency = "SCAN_ON_PUSH"\n      filter         = "*"\n      filter_type    = "WILDCARD"\n    },\n',
    ),
  ],
  [
    'a type before the filter',
    TAM,
    scan(
      '    {\n      filter_type    = "WILDCARD"\n      filter         = "*"\n      scan_frequency = "SCAN_ON_PUSH"\n    },\n',
    ),
  ],
  [
    'a type between the others',
    TAM,
    scan(
      '    {\n      filter         = "*"\n      filter_type    = "WILDCARD"\n      scan_frequency = "SCAN_ON_PUSH"\n    },\n',
    ),
  ],
  [
    'items with commas',
    TAM,
    scan(
      '    {\n      filter = "*",\n      filter_type = "WILDCARD",\n      scan_frequency = "SCAN_ON_PUSH",\n    },\n',
    ),
  ],
  ['all on one line', TAM, scan('    { scan_frequency = "SCAN_ON_PUSH", filter = "*", filter_type = "WILDCARD" },\n')],
  [
    'two rules',
    TAM,
    scan(
      '    {\n      scan_frequency = "SCAN_ON_PUSH"\n      filter = "a"\n      filter_type = "WILDCARD"\n    },\n    {\n      scan_frequency = "CONTINUOUS_SCAN"\n      filter = "b"\n      filter_type = "WILDCARD"\n    },\n',
    ),
  ],
  [
    'a renamed key',
    TAM,
    tam(
      '2.1.0',
      '  registry_pull_through_cache_rules = {\n    hub = {\n      ecr_repository_prefix = "hub"\n      upstream_registry_url = "registry-1.docker.io"\n      credentials_arn       = var.secret\n    }\n  }\n',
    ),
  ],
  ['a default that is kept', CLOUDPOSSE, call('cloudposse/ecr/aws', '0.38.0', '  name            = "shop"\n')],
];

describe('an upgrade in a file with CRLF', () => {
  it.each(CALLS)('changes what it changes with LF: %s', (_, title, text) => {
    const made = refactor(text, title, 'nothing');
    const withCrlf = refactor(text.replaceAll('\n', '\r\n'), title, 'nothing');
    expect(withCrlf).toBe(made.replaceAll('\n', '\r\n'));
    expect(made).not.toBe(text.replace('$0', ''));
  });
});
