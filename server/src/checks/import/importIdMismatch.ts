import type { Fix } from '../../ecr/edits/change.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import { idArgument, nameGivenBy, withoutRegion } from '../../ecr/imports/importedName.ts';
import { declarationAt, importedResource, repetitionAttribute } from '../../ecr/imports/importedResource.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import { addressForm, nameFlaw, nameInPublicUrl } from '../../ecr/repository/repositoryNames.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { memberOf } from '../../evaluate/values/partsOfValue.ts';
import type { StringValue, Value } from '../../evaluate/values/value.ts';
import { VALUES_OF_SETTINGS } from '../../facts/access/accessArguments.ts';
import type { ImportId } from '../../facts/imports/importIds.ts';
import { IMPORT_IDS } from '../../facts/imports/importIds.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { IDENTITY_KEYS } from '../../facts/provider/providerFeatures.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { ImportCheck } from '../check.ts';

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
    if (ignoresChangesOf({ declaration: resource }, argument)) return;
    const value = importedBy(block, target.type, scope);
    const given = nameGivenBy(resource, scope);
    if (value?.kind !== 'string' || value.value === '' || given === null) return;
    const name = withoutRegion(value.value);
    const idKind = lookUp(IMPORT_IDS, target.type)?.kind ?? 'repository';
    // An invalid id imports nothing.
    if (name === given.value || !isPossible(name, idKind)) return;
    const kind = KINDS[idKind];
    yield {
      place: value.place,
      message: `This imports "${value.value}", but ${target.address} is for "${given.value}"; the plan would destroy the imported one and create another.`,
      related: [{ place: given.place, message: `${target.address} gets its ${kind} here.` }],
      fixes: [
        replacement(`Change the ${block.id === null ? 'identity' : 'id'}`, value, given.value),
        replacement(`Change the ${kind}`, given, value.value),
      ],
    };
  },
};

/** The id, or the key of the identity that names the object; null when neither is written. */
function importedBy({ declaration, id }: ImportBlock, type: string, scope: RecordingScope): Value | null {
  const { source, block } = declaration;
  if (id !== null) return new Evaluator(scope).evaluate({ source, expression: id.value });
  const identity = attributeOf(block, 'identity');
  const key = IDENTITY_KEYS.get(type);
  if (identity === undefined || key === undefined) return null;
  const object = new Evaluator(scope).evaluate({ source, expression: identity.value });
  return object.kind === 'object' ? (memberOf(object, key)?.value ?? null) : null;
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
