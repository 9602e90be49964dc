import type { Fix } from '../../ecr/edits/change.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import { idArgument, nameGivenBy, regionIn, withoutRegion } from '../../ecr/imports/importedName.ts';
import type { ImportedResource } from '../../ecr/imports/importedResource.ts';
import { declarationAt, importedResource, repetitionAttribute } from '../../ecr/imports/importedResource.ts';
import { identityOf } from '../../ecr/imports/importIdentity.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import { addressForm, nameFlaw, nameInPublicUrl } from '../../ecr/repository/repositoryNames.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { memberOf } from '../../evaluate/values/partsOfValue.ts';
import type { StringValue, Value } from '../../evaluate/values/value.ts';
import { VALUES_OF_SETTINGS } from '../../facts/access/accessArguments.ts';
import type { ImportId } from '../../facts/imports/importIds.ts';
import { IMPORT_IDS } from '../../facts/imports/importIds.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Finding, ImportCheck } from '../check.ts';

/** The prefix of the template that applies to all repositories without their own. */
const ROOT_PREFIX = 'ROOT';

export const importIdMismatch: ImportCheck = {
  subject: 'import',
  id: 'import-id-mismatch',
  title: 'An import block names a different repository than its target',
  severity: 'warning',
  *check(block, scope) {
    const target = importedResource(block);
    if (target === null || target.key !== null) return;
    const argument = idArgument(target.type);
    if (argument === undefined) return;
    const resource = declarationAt(target.address, scope);
    if (resource === null || repetitionAttribute(resource) !== null) return;
    const value = importedBy(block, target.type, scope);
    const name = nameGivenBy(resource, scope);
    const other =
      value === null || name === null || ignoresChangesOf({ declaration: resource }, argument)
        ? null
        : otherName(block, target, value, name);
    if (other !== null) yield other;
    else yield* checkRegion(block, target, resource, scope);
  },
};

/** The import names another object than the resource. */
function otherName(block: ImportBlock, target: ImportedResource, value: Value, given: StringValue): Finding | null {
  if (value.kind !== 'string' || value.value === '') return null;
  const name = withoutRegion(value.value);
  const idKind = lookUp(IMPORT_IDS, target.type)?.kind ?? 'repository';
  // An invalid id imports nothing.
  if (name === given.value || !isPossible(name, idKind)) return null;
  const kind = KINDS[idKind];
  return {
    place: value.place,
    message: `This imports "${value.value}", but ${target.address} is for "${given.value}"; the plan would destroy the imported one and create another.`,
    related: [{ place: given.place, message: `${target.address} gets its ${kind} here.` }],
    fixes: [
      replacement(`Change the ${block.id === null ? 'identity' : 'id'}`, value, given.value),
      replacement(`Change the ${kind}`, given, value.value),
    ],
  };
}

/** The import names another region than the resource's own argument. */
function* checkRegion(
  block: ImportBlock,
  target: ImportedResource,
  { block: body, source }: BlockDeclaration,
  scope: RecordingScope,
): Iterable<Finding> {
  const written = attributeOf(body, 'region')?.value;
  if (written === undefined) return;
  const given = new Evaluator(scope).evaluate({ source, expression: written });
  const region = importedRegion(block, target.type, scope);
  if (given.kind !== 'string' || region === null || region.text === given.value) return;
  yield {
    place: region.place,
    message: `This imports from ${region.text}, but ${target.address} is in ${given.value}; the plan would destroy the imported one and create another. Write the same region.`,
    related: [{ place: given.place, message: `${target.address} gets its region here.` }],
  };
}

function importedRegion(
  block: ImportBlock,
  type: string,
  scope: RecordingScope,
): { text: string; place: Place } | null {
  const identity = block.id === null ? identityOf(block, type, scope) : null;
  const value = identity === null ? importedBy(block, type, scope) : memberOf(identity.object, 'region')?.value;
  if (value?.kind !== 'string') return null;
  const text = identity === null ? regionIn(value.value) : value.value;
  return text === null || text === '' ? null : { text, place: value.place };
}

/** The id, or the key of the identity that names the object; null when neither is written. */
function importedBy(block: ImportBlock, type: string, scope: RecordingScope): Value | null {
  const { source } = block.declaration;
  if (block.id !== null) return new Evaluator(scope).evaluate({ source, expression: block.id.value });
  const identity = identityOf(block, type, scope);
  return identity === null ? null : (memberOf(identity.object, identity.key)?.value ?? null);
}

const KINDS: Readonly<Record<ImportId['kind'], string>> = {
  repository: 'name',
  prefix: 'prefix',
  setting: 'name',
  principal: 'principal',
  account: 'account',
};

function isPossible(id: string, kind: ImportId['kind']): boolean {
  if (kind === 'principal') return id.startsWith('arn:');
  if (kind === 'setting') return Object.hasOwn(VALUES_OF_SETTINGS, id);
  return addressForm(id) === null && nameInPublicUrl(id) === null && (nameFlaw(id) === null || id === ROOT_PREFIX);
}

function replacement(title: string, { place, expression }: StringValue, text: string): Fix {
  const source = { uri: place.uri, piece: place.piece };
  const term = { kind: 'literal', value: text } as const;
  return {
    title: `${title} to ${text}`,
    kind: 'choice',
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
