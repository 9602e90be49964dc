import { describe, expect, it } from 'vitest';
import { IDENTITY_TYPES } from '../../../../server/src/facts/provider/providerFeatures.ts';
import { bodyFact } from '../../../../server/src/facts/provider/resources.ts';
import { labelsAt } from './cursor.ts';

const setting = (name: string, value: string) =>
  `resource "aws_ecr_account_setting" "s" {\n  name  = ${name}\n  value = "${value}$0"\n}\n`;
const cache = 'resource "aws_ecr_pull_through_cache_rule" "c" {\n  upstream_registry_url = "$0"\n}\n';

/** What AWS supports today, and what it has removed. */
describe('values that AWS added and removed', () => {
  it.each([
    [setting('"BASIC_SCAN_TYPE_VERSION"', ''), ['AWS_NATIVE']],
    [setting('"BASIC_SCAN_TYPE_VERSION"', 'C'), ['AWS_NATIVE']],
    [setting('"REGISTRY_POLICY_SCOPE"', ''), ['V2']],
    [setting('"REGISTRY_POLICY_SCOPE"', 'V'), ['V2']],
    [setting('"BLOB_MOUNTING"', ''), ['ENABLED', 'DISABLED']],
    [setting('var.name', ''), ['AWS_NATIVE', 'V2', 'ENABLED', 'DISABLED']],
  ])('%s', (text, values) => {
    expect(labelsAt(text)).toEqual(values);
  });

  it.each([
    'public.ecr.aws',
    'registry-1.docker.io',
    'ghcr.io',
    'registry.gitlab.com',
    'quay.io',
    'registry.k8s.io',
    'cgr.dev',
  ])('has the upstream registry %s', (registry) => {
    expect(labelsAt(cache)).toContain(registry);
  });

  it.each([
    ['aws_ecr_pull_through_cache_rule', 'upstream_registry_url', /azurecr\.io.*\.dkr\.ecr\./],
    ['aws_ecr_repository', 'image_scanning_configuration', /turns scanning off/],
    ['aws_ecr_repository', 'encryption_configuration', /has to be replaced/],
    ['aws_ecr_registry_scanning_configuration', 'rule', /at most two such blocks/],
  ])('says of %s.%s what holds', (type, name, words) => {
    const body = bodyFact('resource', type);
    const fact = [...(body?.arguments ?? []), ...(body?.blocks ?? [])].find((candidate) => candidate.name === name);
    expect(fact?.documentation).toMatch(words);
  });

  it.each(['aws_ecr_repository', 'aws_ecr_lifecycle_policy', 'aws_ecr_repository_policy'])(
    'knows that %s has an identity',
    (type) => {
      expect(IDENTITY_TYPES).toContain(type);
    },
  );
});
