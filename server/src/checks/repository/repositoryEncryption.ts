import type { BlockBody } from '../../ecr/blocks/ecrBlock.ts';
import { readEcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { homeOf } from '../../ecr/registry/home.ts';
import { isKeyGiven, notAnArn, readKeyReference } from '../../ecr/repository/encryptionKey.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import type { Argument, Repository } from '../../ecr/repository/repositoryBlock.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { ENCRYPTION_BLOCK, ENCRYPTION_TYPES } from '../../facts/repository/repositoryArguments.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { BlockInFile } from '../../syntax/edit/sourceEdit.ts';
import type { Term } from '../../syntax/edit/term.ts';
import { textOf } from '../../syntax/tree/place.ts';
import type { Finding, RepositoryCheck } from '../check.ts';

const TYPES: readonly string[] = ENCRYPTION_TYPES.map(({ value }) => value);
const DEFAULT_TYPE = 'AES256';

export const repositoryEncryption: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-encryption',
  title: 'Encryption settings are rejected, or recreate the repository on every apply',
  severity: 'error',
  *check(repository, scope) {
    const { bodies } = repository.encryption;
    for (const body of bodies) {
      const encryption = readEncryption(body);
      yield* checkType(encryption);
      // Only the first block counts.
      if (bodies.length > 1) continue;
      const needless = checkNeedlessKey(encryption);
      if (needless !== null) yield needless;
      else if (!repository.isRepository || !ignoresChangesOf(repository, ENCRYPTION_BLOCK.name)) {
        yield* checkKey(encryption, repository.isRepository);
        yield* checkRegion(encryption, repository, scope);
      }
    }
  },
};

interface Encryption {
  readonly place: BlockInFile;
  readonly type: Argument | null;
  readonly key: Argument | null;
}

function readEncryption(body: BlockBody): Encryption {
  const argument = (name: string) => body.arguments.find(({ fact }) => fact.name === name) ?? null;
  return { place: body, type: argument('encryption_type'), key: argument('kms_key') };
}

function* checkType({ type }: Encryption): Iterable<Finding> {
  const value = type?.value;
  if (value?.kind !== 'string' || TYPES.includes(value.value)) return;
  yield {
    place: value.place,
    message: `"${value.value}" is not a valid encryption_type; the provider accepts ${TYPES.join(', ')}, in upper case.`,
    fixes: TYPES.map((name) => replacement(value, { kind: 'literal', value: name }, name)),
  };
}

/** A key with an encryption type that does not allow one; reported on the later of the two. */
function checkNeedlessKey({ place, type, key }: Encryption): Finding | null {
  if (key === null || place.block.damaged || !isKeyGiven(key)) return null;
  const isUnset = type === null || type.value.kind === 'null';
  if (!isUnset && !(type.value.kind === 'string' && type.value.value === DEFAULT_TYPE)) return null;
  const isTypeLater = type !== null && type.attribute.start > key.attribute.start;
  const [later, earlier] = isTypeLater ? [type, key] : [key, type];
  return {
    place: later.value.place,
    message: `encryption_type is ${isUnset ? 'unset (AES256)' : 'AES256'}, which takes no kms_key; AWS refuses it at apply ("Encryption key should not be set for AES256 encryption").`,
    related: earlier === null ? [] : [{ place: earlier.value.place, message: 'The other one is here.' }],
    fixes: needlessKeyFixes(place, key),
  };
}

function needlessKeyFixes(place: BlockInFile, { attribute }: Argument): Fix[] {
  const term = { kind: 'literal', value: 'KMS' } as const;
  return [
    {
      title: 'Set encryption_type to KMS',
      kind: 'choice',
      changes: [{ kind: 'set-argument', declaration: place, name: 'encryption_type', term }],
    },
    {
      title: 'Remove kms_key',
      kind: 'choice',
      changes: [{ kind: 'remove-argument', source: place.source, attribute }],
    },
  ];
}

function* checkKey({ key }: Encryption, isRepository: boolean): Iterable<Finding> {
  const written = key === null ? null : notAnArn(key.value);
  if (key === null || written === null) return;
  const { value } = key;
  const reference = readKeyReference(value.expression);
  const source = { uri: value.place.uri, piece: value.place.piece };
  const object =
    reference === null ? '' : textOf({ ...source, start: reference.object.start, end: reference.object.end });
  const text = `${object}.${reference?.source.arn}`;
  yield {
    place: value.place,
    ...(isRepository ? { severity: 'warning' as const } : {}),
    message: isRepository
      ? `This is ${written}, but AWS keeps the key's ARN: every plan sees a difference and replaces the repository, with its images. Write the ARN of the key itself.`
      : `Write the ARN of the key itself: this is ${written}, and AWS refuses it in a creation template at apply.`,
    fixes:
      reference === null
        ? []
        : [replacement(value, { kind: 'reference', text }, text, reference.attribute === 'arn' ? 'one' : 'choice')],
  };
}

const KEY_ARN = /^arn:[^:]+:kms:([a-z0-9-]+):/;

/** A key of another region, when both regions are written out. */
function* checkRegion({ key }: Encryption, { declaration }: Repository, scope: RecordingScope): Iterable<Finding> {
  const value = key?.value;
  if (value?.kind !== 'string' && value?.kind !== 'partial-string') return;
  const [, region] = KEY_ARN.exec(value.mapped.text) ?? [];
  const block = region === undefined ? null : readEcrBlock(declaration, scope);
  const home = block && homeOf(block, scope).region;
  if (region === undefined || home === null || home === region) return;
  yield {
    place: value.place,
    severity: 'warning',
    message: `The key is in ${region} and the repository in ${home}: AWS uses keys of the same region only. Name a key of ${home}.`,
  };
}

function replacement({ place, expression }: Value, term: Term, name: string, kind: Fix['kind'] = 'choice'): Fix {
  const source = { uri: place.uri, piece: place.piece };
  return {
    title: `Change it to ${name}`,
    kind,
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
