/**
 * Statements for common tasks, with placeholders between `<` and `>`, and what the other side needs. Source: user guide
 * of Amazon ECR, "Private repository policy examples", "Private registry policy examples" and "Private image
 * replication"; developer guide of AWS Lambda, "Amazon ECR cross-account permissions"; IAM user guide, "AWS global
 * condition context keys". Read 2026-11-30.
 */
import { PULL_ACTIONS, PUSH_ACTIONS } from './accessActions.ts';

/** Any JSON value. */
type Json = string | readonly Json[] | { readonly [key: string]: Json };

export interface Recipe {
  readonly id: string;
  /** Completes "Let …". */
  readonly does: string;
  readonly target: 'repository' | 'registry';
  readonly statements: readonly { readonly [key: string]: Json }[];
  /** A sentence about what is needed in addition to the policy. */
  readonly otherSide: string;
}

/** The placeholder that the user replaces. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  account: '111122223333',
  organization: 'o-a1b2c3d4e5',
  unit: 'o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*',
  role: 'ci',
  region: 'eu-west-1',
  repository: 'arn:aws:ecr:eu-west-1:444455556666:repository/app',
};

const PULL = PULL_ACTIONS.map((name) => `ecr:${name}`);
const PUSH = ['ecr:BatchCheckLayerAvailability', ...PUSH_ACTIONS.map((name) => `ecr:${name}`)];
const PULL_AND_PUSH = [...PULL, ...PUSH.slice(1)];
const LAMBDA = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const ROOT = { AWS: 'arn:aws:iam::<account>:root' };
const EVERYONE = { AWS: '*' };

const allow = (
  Sid: string,
  Principal: Json,
  Action: readonly string[],
  more: { readonly [key: string]: Json } = {},
) => ({
  Sid,
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});

export const RECIPES: readonly Recipe[] = [
  {
    id: 'pull-account',
    does: 'another account pull',
    target: 'repository',
    statements: [allow('PullFromAccount', ROOT, PULL)],
    otherSide:
      'The other account must allow its roles the same actions on this repository, and ecr:GetAuthorizationToken on "*".',
  },
  {
    id: 'push-account',
    does: 'another account push',
    target: 'repository',
    statements: [allow('PushFromAccount', ROOT, PUSH)],
    otherSide:
      'The other account must allow its roles the same actions on this repository, and ecr:GetAuthorizationToken on "*".',
  },
  {
    id: 'pull-organization',
    does: 'every account of an organization pull',
    target: 'repository',
    statements: [
      allow('PullFromOrganization', EVERYONE, PULL, {
        Condition: { StringEquals: { 'aws:PrincipalOrgID': '<organization>' } },
      }),
    ],
    otherSide:
      'Each account must allow its roles the same actions, and ecr:GetAuthorizationToken on "*". Lambda functions of other accounts need a statement of their own.',
  },
  {
    id: 'pull-unit',
    does: 'every account of an organizational unit pull',
    target: 'repository',
    statements: [
      allow('PullFromUnit', EVERYONE, PULL, {
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': '<unit>' } },
      }),
    ],
    otherSide: 'Each account must allow its roles the same actions, and ecr:GetAuthorizationToken on "*".',
  },
  {
    id: 'lambda',
    does: 'Lambda functions of another account run the images',
    target: 'repository',
    statements: [
      allow('LambdaOfAccount', ROOT, LAMBDA),
      allow('LambdaService', { Service: 'lambda.amazonaws.com' }, LAMBDA, {
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:<region>:<account>:function:*' } },
      }),
    ],
    otherSide:
      'The functions must be in the region of the repository, and whoever deploys them needs to read from ECR.',
  },
  {
    id: 'ci-role',
    does: 'a CI role of another account push and pull',
    target: 'repository',
    statements: [allow('PushByCi', { AWS: 'arn:aws:iam::<account>:role/<role>' }, PULL_AND_PUSH)],
    otherSide:
      'The role must exist, and its own policy must allow the same actions, and ecr:GetAuthorizationToken on "*".',
  },
  {
    id: 'replicate',
    does: 'another account replicate images into this registry',
    target: 'registry',
    statements: [
      allow('ReplicateFromAccount', ROOT, ['ecr:CreateRepository', 'ecr:ReplicateImage'], { Resource: '<repository>' }),
    ],
    otherSide:
      'The other account needs an aws_ecr_replication_configuration with this registry as its destination. Policies are not replicated.',
  },
  {
    id: 'cache',
    does: 'another account pull through the caches of this registry',
    target: 'registry',
    statements: [
      allow('CacheForAccount', ROOT, ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'], {
        Resource: '<repository>',
      }),
    ],
    otherSide:
      'The other account must allow its roles the same actions, and the policy of the cached repository must let it pull: an aws_ecr_repository_creation_template gives one to new repositories.',
  },
];
