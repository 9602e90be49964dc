/**
 * Values of the elements of an IAM policy.
 * Source: IAM user guide, "IAM JSON policy elements reference"; acceptance tests of hashicorp/terraform-provider-aws
 * 6.68.0 for both versions. Read 2026-11-30.
 */
import type { EnumerationValue } from '../enumeration.ts';

export const EFFECTS = [
  { value: 'Allow', documentation: 'The statement lets the principals do it.' },
  { value: 'Deny', documentation: 'The statement forbids it, whatever allows it elsewhere.' },
] as const satisfies readonly EnumerationValue[];

export type Effect = (typeof EFFECTS)[number]['value'];

export const VERSIONS = [
  { value: '2012-10-17', documentation: 'The current language of policies, with variables such as `${aws:username}`.' },
  { value: '2008-10-17', documentation: 'The first language of policies: variables are ordinary text.' },
] as const satisfies readonly EnumerationValue[];

/** The most characters of a policy without white space. Source: botocore 1.44.8, `RepositoryPolicyText`. Read 2026-11-30. */
export const LONGEST_ACCESS_POLICY = 10_240;
