import { Evaluator } from '../../evaluate/evaluate.ts';
import type { StringValue } from '../../evaluate/values/value.ts';
import { IMPORT_IDS } from '../../facts/imports/importIds.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencedResource, referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Argument } from '../repository/repositoryBlock.ts';
import { REPOSITORY_TYPE } from '../repository/repositoryBlock.ts';
import { declarationAt, repetitionAttribute } from './importedResource.ts';

/** The argument that is the id of a type; undefined for other types, and when the id is an account. */
export function idArgument(type: string): string | undefined {
  const id = lookUp(IMPORT_IDS, type);
  return id === undefined || id.kind === 'account' ? undefined : id.argument;
}

const REGION_AT_END = /@([a-z]{2}(?:-[a-z]+)+-\d+)$/;

/** An id without the trailing region that provider 6.0.0 and later allow. */
export function withoutRegion(id: string): string {
  return id.replace(REGION_AT_END, '');
}

/** The trailing region of an id; null without one. */
export function regionIn(id: string): string | null {
  return REGION_AT_END.exec(id)?.[1] ?? null;
}

/**
 * The name that a resource gives its repository, through one reference to the repository, or the prefix that it sets;
 * null when unknown.
 */
export function nameGivenBy(declaration: BlockDeclaration, scope: RecordingScope): StringValue | null {
  const given = argumentOf(declaration, idArgument(declaration.labels[0] ?? ''), scope);
  if (given === null || given.value.kind !== 'unknown') return given?.value.kind === 'string' ? given.value : null;
  const { expression } = given.value;
  const address = referencedResource(expression);
  const [type, , attribute, ...rest] = referencePath(expression) ?? [];
  const isName = type === REPOSITORY_TYPE && (attribute === 'name' || attribute === 'id') && rest.length === 0;
  const repository = isName && address !== null ? declarationAt(address, scope) : null;
  if (repository === null || repetitionAttribute(repository) !== null) return null;
  const name = argumentOf(repository, 'name', scope)?.value;
  return name?.kind === 'string' ? name : null;
}

function argumentOf(
  { block, source }: BlockDeclaration,
  name: string | undefined,
  scope: RecordingScope,
): Argument | null {
  const attribute = name === undefined ? undefined : attributeOf(block, name);
  if (attribute === undefined) return null;
  return { attribute, value: new Evaluator(scope).evaluate({ source, expression: attribute.value }) };
}
