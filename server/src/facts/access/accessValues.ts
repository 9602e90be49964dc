/**
 * Values of the elements of an IAM policy.
 * Source: IAM user guide, "IAM JSON policy elements reference"; acceptance tests of hashicorp/terraform-provider-aws
 * 6.68.0 for both versions. Read 2026-11-30.
 */
import type { EnumerationValue } from '../enumeration.ts';

export const EFFECTS = [
  { value: 'Allow', documentation: 'The statement allows the principals to do it.' },
  { value: 'Deny', documentation: 'The statement forbids it, whatever allows it elsewhere.' },
] as const satisfies readonly EnumerationValue[];

export type Effect = (typeof EFFECTS)[number]['value'];

export const VERSIONS = [
  { value: '2012-10-17', documentation: 'The current language of policies, with variables such as `${aws:username}`.' },
  { value: '2008-10-17', documentation: 'The first language of policies: variables are ordinary text.' },
] as const satisfies readonly EnumerationValue[];

/**
 * Services that pull images themselves, so that a policy may name them; the others pull with a role. Source: developer
 * guide of AWS Lambda, "Amazon ECR permissions"; user guide of AWS CodeBuild, "Amazon ECR sample". Read 2026-11-30.
 */
export const PULLING_SERVICES = [
  {
    value: 'lambda.amazonaws.com',
    documentation:
      'Functions that run an image. Limit it with `aws:sourceArn`; functions of another account need a statement for that account too.',
  },
  { value: 'codebuild.amazonaws.com', documentation: 'Builds that run in an image with the credentials of CodeBuild.' },
] as const satisfies readonly EnumerationValue[];

/** The forms of principals, by their key. Source: as the elements of a policy. */
export const PRINCIPAL_KINDS = [
  { value: 'AWS', documentation: 'Accounts, roles and users, by ARN or by account id.' },
  { value: 'Service', documentation: 'AWS services, such as `lambda.amazonaws.com`.' },
  { value: 'Federated', documentation: 'Identity providers. ECR sees the role that they give, not them.' },
  { value: '*', documentation: 'Everyone, with `"*"` as the only identifier.' },
] as const satisfies readonly EnumerationValue[];

/** The most characters of a policy without white space. Source: botocore 1.44.8, `RepositoryPolicyText`. Read 2026-11-30. */
export const LONGEST_ACCESS_POLICY = 10_240;
