import { Evaluator } from '../../../evaluate/evaluate.ts';
import { IAM_DOCUMENT_TYPE } from '../../../facts/access/iamPolicyDocument.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributesOf, blocksOf, isBlockOf } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import type { Place } from '../../../syntax/tree/place.ts';
import { headerOf } from '../../header.ts';
import type { PolicyNode } from '../documentNodes.ts';
import type { DocumentSource } from '../documentSource.ts';
import { documentSourceOf, headlineOf } from '../documentSource.ts';
import { readHandedOver } from '../handedOver.ts';
import { readDocumentBranches } from '../spelling/blocks/readValue.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { readStatements } from './readAccessPolicy.ts';
import { ACCESS } from './vocabulary.ts';

/** An IAM policy of a role, user or group: it names no principal. */
export interface IdentityPolicy extends Pick<AccessPolicy, 'owner' | 'instance' | 'words' | 'statements'> {
  readonly handedOver: Place;
}

const PLACES = ['aws_iam_policy', 'aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'];

/** Nested blocks whose `policy` is such a policy, by the type of the resource. */
const NESTED_PLACES: Readonly<Record<string, string>> = { aws_iam_role: 'inline_policy' };

/** Policies of roles, users and groups: the same JSON in other places. */
const IDENTITY: Vocabulary = {
  ...ACCESS,
  name: 'IAM policy',
  places: [
    ...PLACES.map((resource) => ({ of: { resource }, argument: 'policy' })),
    { of: { resource: 'aws_ssoadmin_permission_set_inline_policy' }, argument: 'inline_policy' },
  ],
};

/** True for a block that sets the policy of a role, user or group. */
export function handsOverIdentityPolicy(owner: BlockDeclaration): boolean {
  return documentSourceOf(owner, IDENTITY) !== undefined || nestedSourcesOf(owner).length > 0;
}

/**
 * The IAM policies in a block. The output of a data source is read there. Statements with principals belong to a policy
 * of another kind, so a document with them does not count.
 */
export function readIdentityPolicies(owner: BlockDeclaration, scope: RecordingScope): readonly IdentityPolicy[] {
  if (isBlockOf(owner, 'data', IAM_DOCUMENT_TYPE)) {
    const roots = readDocumentBranches(owner, new Evaluator(scope), IDENTITY);
    return roots.flatMap((root) => identityPolicy(owner, root, 'document', headerOf(owner)));
  }
  const source = documentSourceOf(owner, IDENTITY);
  const sources = [...(source === undefined ? [] : [source]), ...nestedSourcesOf(owner)];
  return sources.flatMap((one) => policiesAt(owner, one, scope));
}

function policiesAt(owner: BlockDeclaration, source: DocumentSource, scope: RecordingScope): readonly IdentityPolicy[] {
  const place = headlineOf(owner.source, source.expression);
  const documents = readHandedOver(owner, source, IDENTITY, scope).flatMap((group) => group.documents);
  return documents.flatMap(({ spelling: { root, madeBy } }) =>
    madeBy === null ? identityPolicy(owner, root, 'json', place) : [],
  );
}

/** The policies in nested blocks, written out or made by `dynamic`. */
function nestedSourcesOf({ type, labels, block }: BlockDeclaration): readonly DocumentSource[] {
  const name = type === 'resource' ? lookUp(NESTED_PLACES, labels[0] ?? '') : undefined;
  if (name === undefined) return [];
  const bodies = blocksOf(block.body).flatMap((nested) => {
    if (nested.type.text === name) return [nested.body];
    const isDynamic = nested.type.text === 'dynamic' && nested.labels[0]?.text === name;
    const content = isDynamic ? blocksOf(nested.body).find((inner) => inner.type.text === 'content') : undefined;
    return content === undefined ? [] : [content.body];
  });
  const fact = { of: { resource: labels[0] ?? '' }, argument: 'policy' };
  return bodies.flatMap((body) => {
    const argument = attributesOf(body).find((one) => one.name.text === 'policy');
    return argument === undefined ? [] : [{ argument, fact, expression: argument.value }];
  });
}

function identityPolicy(
  owner: BlockDeclaration,
  root: PolicyNode | null,
  words: AccessPolicy['words'],
  handedOver: Place,
): readonly IdentityPolicy[] {
  const { statements } = readStatements(root, owner.block.damaged);
  if (statements.some(({ principals }) => principals.state !== 'absent')) return [];
  return [{ owner, instance: null, words, handedOver, statements }];
}
