import type { Fix } from '../../ecr/edits/change.ts';
import type { ImportBlock } from '../../ecr/imports/importBlock.ts';
import { nameGivenBy, withoutRegion } from '../../ecr/imports/importedName.ts';
import { declarationAt, importedResource, importedType } from '../../ecr/imports/importedResource.ts';
import { identityOf } from '../../ecr/imports/importIdentity.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import {
  addressForm,
  nameFlaw,
  nameInAddress,
  nameInPublicUrl,
  nearestRepositoryName,
} from '../../ecr/repository/repositoryNames.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { memberOf } from '../../evaluate/values/partsOfValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { VALUES_OF_SETTINGS } from '../../facts/access/accessArguments.ts';
import type { ImportId } from '../../facts/imports/importIds.ts';
import { IMPORT_ID_WORDS, IMPORT_IDS } from '../../facts/imports/importIds.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Term } from '../../syntax/edit/term.ts';
import { HOLE, isEditable } from '../../syntax/tree/mappedText.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { ImportCheck } from '../check.ts';

export const importIdForm: ImportCheck = {
  subject: 'import',
  id: 'import-id-form',
  title: 'The id of an import block has the wrong form',
  severity: 'error',
  *check(block, scope) {
    const type = importedType(block);
    const wanted = type === null ? undefined : lookUp(IMPORT_IDS, type)?.kind;
    if (type === null || wanted === undefined) return;
    const { value, is } = named(block, type, scope);
    const found = value && wrongId(value, type, wanted);
    if (value === null || found === null) return;
    yield {
      place: value.place,
      // What AWS does with the number of another account is not documented.
      ...(wanted === 'account' ? { severity: 'warning' as const } : {}),
      message: `The ${is} of ${type} is the ${IMPORT_ID_WORDS[wanted]}, but ${found.because}. Write only ${SHORT[wanted]}.`,
      fixes: found.name === null ? [] : [replacement(value, found.name, kindOf(found, block, scope))],
    };
  },
};

/** The id, or what the identity names the object by. */
function named(block: ImportBlock, type: string, scope: RecordingScope): Named {
  const { source } = block.declaration;
  if (block.id !== null)
    return { is: 'id', value: new Evaluator(scope).evaluate({ source, expression: block.id.value }) };
  const identity = identityOf(block, type, scope);
  if (identity === null) return { is: 'id', value: null };
  return { is: `${identity.key} in the identity`, value: memberOf(identity.object, identity.key)?.value ?? null };
}

interface Named {
  readonly is: string;
  readonly value: Value | null;
}

const SHORT: Readonly<Record<ImportId['kind'], string>> = {
  repository: 'the name',
  prefix: 'the prefix',
  setting: 'the name',
  principal: 'the ARN',
  account: 'the account',
};

function wrongId(value: Value, type: string, kind: ImportId['kind']): WrongId | null {
  switch (kind) {
    case 'repository':
      return wrongName(value, type);
    case 'prefix':
      return wrongAddress(value);
    case 'setting':
      return otherText(value, (text) => Object.hasOwn(VALUES_OF_SETTINGS, text), Object.keys(VALUES_OF_SETTINGS));
    case 'principal':
      return otherText(value, (text) => text.startsWith('arn:'));
    case 'account':
      return otherText(value, (text) => /^\d{12}$/.test(text));
  }
}

/** An id of the wrong form, with the most similar existing one. */
function otherText(value: Value, isId: (text: string) => boolean, known: readonly string[] = []): WrongId | null {
  if (value.kind !== 'string' || value.value === '') return null;
  const text = withoutRegion(value.value);
  if (isId(text)) return null;
  const nearest = nearestName(text, known) ?? /\b\d{12}\b/.exec(text)?.[0];
  const name =
    nearest !== undefined && isId(nearest) && isEditable(value.mapped, 0, value.value.length) ? nearest : null;
  return { because: 'this is not one', name: name === null ? null : { kind: 'literal', value: name } };
}

interface WrongId {
  /** The mistake, as the end of a sentence. */
  readonly because: string;
  /** The replacement text. */
  readonly name: Term | null;
}

function wrongName(value: Value, type: string): WrongId | null {
  return publicUrl(value, type) ?? wrongAddress(value) ?? illegalName(value);
}

/** An ARN or URL, written as text or as an attribute. */
function wrongAddress(value: Value): WrongId | null {
  if (value.kind === 'unknown') return describeReference(value);
  if (value.kind !== 'string' && value.kind !== 'partial-string') return null;
  const { text } = value.mapped;
  const form = addressForm(text);
  if (form === null) return null;
  const name = nameInAddress(text);
  const start = name === null ? 0 : text.lastIndexOf(name);
  const isWritten = name !== null && isEditable(value.mapped, start, start + name.length);
  return { because: addressIs(form), name: isWritten ? { kind: 'literal', value: name } : null };
}

function addressIs(form: string): string {
  return `this is ${form}; no object in AWS has such a name`;
}

function publicUrl(value: Value, type: string): WrongId | null {
  if (value.kind !== 'string' || !type.startsWith('aws_ecrpublic_')) return null;
  const name = nameInPublicUrl(value.value);
  return name === null ? null : { because: addressIs('a URL'), name: { kind: 'literal', value: name } };
}

/** A text that cannot be a repository's name, such as one with a tag or an account. */
function illegalName(value: Value): WrongId | null {
  if (value.kind !== 'string' && value.kind !== 'partial-string') return null;
  const text = withoutRegion(value.mapped.text);
  const flaw = text === '' ? null : nameFlaw(text);
  if (flaw === null) return null;
  const shown = value.kind === 'string' ? `"${text}"` : 'this';
  const because = `${shown} ${flaw}, so the plan fails ("must satisfy regular expression") and nothing is imported`;
  const name = text.includes(HOLE) ? null : nearestRepositoryName(withoutAccountAndTag(text));
  return { because, name: name === null ? null : { kind: 'literal', value: name } };
}

function withoutAccountAndTag(text: string): string {
  return text
    .trim()
    .replace(/^\d{12}[:/]/, '')
    .replace(/(?::[\w.-]*|@sha256:[0-9a-f]*)$/, '');
}

const ATTRIBUTES: Readonly<Record<string, string>> = { arn: 'an ARN', repository_url: 'a URL' };

/** An attribute of a repository, or of its data source, other than its name. */
function describeReference({ expression, place }: Value): WrongId | null {
  if (expression.kind !== 'AttributeAccess') return null;
  const form = lookUp(ATTRIBUTES, expression.name.text);
  const path = referencePath(expression) ?? [];
  const [type, ...rest] = path[0] === 'data' ? path.slice(1) : path;
  if (form === undefined || type !== REPOSITORY_TYPE || rest.length !== 2) return null;
  const object = textOf(placeOf({ uri: place.uri, piece: place.piece }, expression.object));
  return { because: addressIs(form), name: { kind: 'reference', text: `${object}.name` } };
}

/** Whether only the name can be meant; otherwise a target with a different name may be meant as well. */
function kindOf({ name }: WrongId, block: ImportBlock, scope: RecordingScope): Fix['kind'] {
  const target = importedResource(block);
  const resource = target === null ? null : declarationAt(target.address, scope);
  const given = resource === null ? null : nameGivenBy(resource, scope);
  return name?.kind !== 'literal' || given === null || given.value === name.value ? 'one' : 'choice';
}

function replacement({ place, expression }: Value, term: Term, kind: Fix['kind']): Fix {
  const source = { uri: place.uri, piece: place.piece };
  const name = term.kind === 'literal' ? String(term.value) : term.kind === 'reference' ? term.text : '';
  return {
    title: `Change it to ${name}`,
    kind,
    changes: [{ kind: 'replace-expression', source, expression, term }],
  };
}
