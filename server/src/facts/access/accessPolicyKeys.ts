/**
 * The elements of an IAM policy that ECR accepts. Source: IAM user guide, "IAM JSON policy elements reference"; user
 * guide of Amazon ECR, "Private repository policies" and "Registry permissions". Read 2026-11-30.
 */
import type { EnumerationValue } from '../enumeration.ts';
import { EFFECTS, VERSIONS } from './accessValues.ts';

/** The kinds of objects in a policy. */
export type AccessPart = 'policy' | 'statement' | 'principal' | 'condition' | 'operator';

export interface AccessKey {
  readonly key: string;
  readonly type: 'string' | 'string-list' | 'object' | 'object-list';
  readonly required: boolean;
  readonly level?: AccessPart;
  readonly single?: boolean;
  readonly word?: string;
  readonly values?: readonly EnumerationValue[];
  /** Markdown: meaning, range, pitfalls. */
  readonly documentation: string;
}

const names = (key: string, documentation: string): AccessKey => ({
  key,
  type: 'string-list',
  single: true,
  required: false,
  documentation,
});

const principals = (key: string, documentation: string): AccessKey => ({
  key,
  type: 'object',
  level: 'principal',
  word: '*',
  required: false,
  documentation,
});

export const ACCESS_KEYS: Readonly<Record<AccessPart, readonly AccessKey[]>> = {
  policy: [
    {
      key: 'Version',
      type: 'string',
      required: false,
      values: VERSIONS,
      documentation: 'The language of the policy: `2012-10-17`.',
    },
    { key: 'Id', type: 'string', required: false, documentation: 'A name of the policy, for its readers.' },
    {
      key: 'Statement',
      type: 'object-list',
      single: true,
      level: 'statement',
      required: true,
      documentation: 'Who may do what: one statement, or a list of them. What any of them denies is denied.',
    },
  ],
  statement: [
    { key: 'Sid', type: 'string', required: false, documentation: 'A name of the statement; blanks are fine.' },
    {
      key: 'Effect',
      type: 'string',
      required: true,
      values: EFFECTS,
      documentation: 'Whether the statement allows or denies.',
    },
    principals(
      'Principal',
      'Whom the statement applies to: `{ AWS = "arn:aws:iam::111122223333:root" }` means everyone whom that account allows, `{ Service = "lambda.amazonaws.com" }` an AWS service, `"*"` everyone.',
    ),
    principals('NotPrincipal', 'Everyone except these. With `Allow`, that is nearly everyone.'),
    names('Action', 'What they may do: `ecr:BatchGetImage`, with `*` and `?` as wildcards. Case does not matter.'),
    names('NotAction', 'Everything except these actions.'),
    names(
      'Resource',
      'Which repositories it applies to. Only a registry policy needs it; a repository policy applies to its own repository.',
    ),
    names('NotResource', 'Every repository except these.'),
    {
      key: 'Condition',
      type: 'object',
      level: 'condition',
      required: false,
      documentation:
        'When the statement applies: operators, each with keys and their values. All operators and keys must match; of several values, one.',
    },
  ],
  principal: [
    names('AWS', 'Accounts, roles and users, by ARN or by account id. The root of an account means all of it.'),
    names('Service', 'AWS services, such as `lambda.amazonaws.com`.'),
    names('Federated', 'Identity providers.'),
    names('CanonicalUser', 'Accounts by their canonical user id of Amazon S3.'),
  ],
  condition: [],
  operator: [],
};
