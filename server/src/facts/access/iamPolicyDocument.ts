/**
 * The data source that makes IAM policies from blocks. Source: hashicorp/terraform-provider-aws 6.68.0,
 * `internal/service/iam/policy_document_data_source.go` and `policy_model.go`. Read 2026-11-30.
 */
import type { AccessPart } from './accessPolicyKeys.ts';

export const IAM_DOCUMENT_TYPE = 'aws_iam_policy_document';

/** The name of an argument or block, and the key that it becomes. */
export type IamArgument =
  | {
      readonly key: string;
      readonly name: string;
      readonly type: 'string';
      readonly omitted?: string;
      readonly omitsEmpty: true;
    }
  | {
      readonly key: string;
      readonly name: string;
      readonly type: 'string-list';
      readonly single: true;
      readonly isSet: true;
      readonly takesVariables: boolean;
    }
  | {
      readonly key: string;
      readonly name: string;
      readonly type: 'block-list';
      readonly level: AccessPart;
      readonly noneIsNull: true;
    }
  | {
      readonly key: string;
      readonly name: string;
      readonly type: 'block-map';
      readonly keys: readonly string[];
      readonly value: string;
      readonly single: true;
      readonly isSet: boolean;
      readonly takesVariables: true;
      /** Blocks with equal keys combine their values. */
      readonly merges: true;
      readonly word?: string;
    };

const strings = (key: string, name: string, takesVariables: boolean) =>
  ({ key, name, type: 'string-list', single: true, isSet: true, takesVariables }) as const;

const principals = (key: string, name: string) =>
  ({
    key,
    name,
    type: 'block-map',
    keys: ['type'],
    value: 'identifiers',
    single: true,
    isSet: true,
    takesVariables: true,
    merges: true,
    word: '*',
  }) as const;

/** In the order in which the data source writes the keys. */
export const IAM_ARGUMENTS: Readonly<Record<AccessPart, readonly IamArgument[]>> = {
  policy: [
    { key: 'Version', name: 'version', type: 'string', omitted: '2012-10-17', omitsEmpty: true },
    { key: 'Id', name: 'policy_id', type: 'string', omitsEmpty: true },
    { key: 'Statement', name: 'statement', type: 'block-list', level: 'statement', noneIsNull: true },
  ],
  statement: [
    { key: 'Sid', name: 'sid', type: 'string', omitsEmpty: true },
    { key: 'Effect', name: 'effect', type: 'string', omitted: 'Allow', omitsEmpty: true },
    strings('Action', 'actions', false),
    strings('NotAction', 'not_actions', false),
    strings('Resource', 'resources', true),
    strings('NotResource', 'not_resources', true),
    principals('Principal', 'principals'),
    principals('NotPrincipal', 'not_principals'),
    {
      key: 'Condition',
      name: 'condition',
      type: 'block-map',
      keys: ['test', 'variable'],
      value: 'values',
      single: true,
      isSet: false,
      takesVariables: true,
      merges: true,
    },
  ],
  principal: [],
  condition: [],
  operator: [],
};

/** The attribute with the JSON, and the one with the JSON without white space. */
export const IAM_ATTRIBUTES = { attribute: 'json', minified: 'minified_json' } as const;

/** How a variable of IAM begins in the blocks, where `${` would begin one of Terraform's, and in the JSON. */
export const IAM_VARIABLES = { written: '&{', meant: '${' } as const;

/** Lists of policies whose statements come before its own, and of those whose statements replace or follow them. */
export const IAM_MERGED = { before: 'source_policy_documents', after: 'override_policy_documents' } as const;

/** Each key of the JSON that has another name in the data source. */
const WORDS = Object.values(IAM_ARGUMENTS)
  .flat()
  .map(({ key, name }) => [new RegExp(`\\b${key}\\b`, 'g'), name] as const);

/** A text about keys, with the data source's names; quoted parts stay unchanged. */
export function inIamWords(text: string): string {
  const parts = text.split(/("[^"]*")/);
  const worded = parts.map((part, index) =>
    index % 2 === 1 ? part : WORDS.reduce((words, [key, name]) => words.replaceAll(key, name), part),
  );
  return worded.join('');
}
