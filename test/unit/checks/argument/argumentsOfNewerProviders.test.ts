import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'argument-unknown';
const provider = (version: string) =>
  `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${version}"\n    }\n  }\n}\n`;
const repository = (body: string) => `resource "aws_ecr_repository" "a" {\n  name = "app"\n  ${body}\n}\n`;

const STRANGE: readonly string[] = ['signing = "on"', 'retention {\n  }', 'quota_in_bytes = 5'];
const KNOWN: readonly string[] = [
  'image_tag_mutabilty = "IMMUTABLE"',
  'forceDelete = true',
  'lifecycle_policy = "{}"',
  'applied_for = []',
  'image_scaning_configuration {\n  }',
];

describe(ID, () => {
  it.each(STRANGE)('is a hint where a newer provider may have it: %s', (body) => {
    expect(ruleIdsOnly(ID, provider('>= 6.0') + repository(body))).toEqual([`hint ${ID}`]);
    expect(ruleIdsOnly(ID, provider('~> 6.70') + repository(body))).toEqual([`hint ${ID}`]);
    expect(ruleIdsOnly(ID, provider('~> 5.0') + repository(body))).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, provider('6.66.0') + repository(body))).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, repository(body))).toEqual([`error ${ID}`]);
  });

  it.each(KNOWN)('is an error whatever the provider: %s', (body) => {
    expect(ruleIdsOnly(ID, provider('>= 6.0') + repository(body))).toEqual([`error ${ID}`]);
  });
});
