import { ACCESS_PLACES } from '../../../facts/access/accessPlaces.ts';
import type { AccessPart } from '../../../facts/access/accessPolicyKeys.ts';
import { ACCESS_KEYS } from '../../../facts/access/accessPolicyKeys.ts';
import {
  IAM_ARGUMENTS,
  IAM_ATTRIBUTES,
  IAM_DOCUMENT_TYPE,
  IAM_MERGED,
  IAM_VARIABLES,
} from '../../../facts/access/iamPolicyDocument.ts';
import type { DocumentLevel, ValueShape, Vocabulary } from '../vocabulary.ts';

const STRINGS = { type: 'string-list', single: true } as const;

/** What the author-chosen values of keys mean. */
const OTHERS: Readonly<Partial<Record<AccessPart, ValueShape>>> = {
  principal: STRINGS,
  condition: { type: 'object', level: 'operator' },
  operator: STRINGS,
};

/** Policies of repositories and registries, which say who may do what. */
export const ACCESS: Vocabulary = {
  name: 'access policy',
  root: 'policy',
  levels: {
    policy: levelOf('policy'),
    statement: levelOf('statement'),
    principal: levelOf('principal'),
    condition: levelOf('condition'),
    operator: levelOf('operator'),
  },
  places: ACCESS_PLACES,
  blocks: {
    type: IAM_DOCUMENT_TYPE,
    ...IAM_ATTRIBUTES,
    variables: IAM_VARIABLES,
    arguments: IAM_ARGUMENTS,
    ignored: ['provider', 'source_json', 'override_json', IAM_MERGED.before, IAM_MERGED.after],
    merged: { ...IAM_MERGED, list: 'Statement', id: 'Sid', greatest: 'Version', last: 'Id' },
  },
};

function levelOf(part: AccessPart): DocumentLevel {
  const keys = ACCESS_KEYS[part];
  const others = OTHERS[part];
  return others === undefined ? { keys } : { keys, others };
}
