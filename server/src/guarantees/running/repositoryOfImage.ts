import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { nameInAddress } from '../../ecr/repository/repositoryNames.ts';
import type { Evaluator } from '../../evaluate/evaluate.ts';
import type { LocatedExpression } from '../../evaluate/scope.ts';
import type { UnknownValue } from '../../evaluate/values/value.ts';
import { referencedResource, referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import { textOf } from '../../syntax/tree/place.ts';
import { namesOfRepository, scopeOf, writtenKey } from '../repositoryNames.ts';
import type { WrittenImage } from './writtenImage.ts';

/** The repository of an image, as far as its text says; null parts are unknown. */
export interface ImageRepository {
  readonly name: string | null;
  /** The declaring block: the URI of its module's directory, `#` and its address. */
  readonly declared: string | null;
  /** The module call whose output names it, in the same form. */
  readonly call: string | null;
}

/** A tag after a name, with nothing after it; a digest is not a tag. */
const WITH_TAG = /^([^@]*[^@:/]):([A-Za-z0-9_][A-Za-z0-9._-]{0,127})$/s;

/** The tag and the repository of a written image; null when either is unknown, and for an image of another registry. */
export function readImage(
  { text, beginning }: WrittenImage,
  evaluator: Evaluator,
  scope: RecordingScope,
): { readonly tag: string; readonly repository: ImageRepository } | null {
  const [, image = '', tag = ''] = WITH_TAG.exec(text) ?? [];
  if (tag === '') return null;
  if (image === HOLE) {
    const repository = beginning === null ? null : referredRepository(beginning, evaluator, scope);
    return repository === null ? null : { tag, repository };
  }
  const name = nameInAddress(image);
  return name === null ? null : { tag, repository: { name, declared: null, call: null } };
}

function referredRepository(
  beginning: LocatedExpression,
  evaluator: Evaluator,
  scope: RecordingScope,
): ImageRepository | null {
  // A reference in another module is evaluated there, and nothing more is known.
  if (scope.module.file(beginning.source.uri) === undefined) return null;
  const value = evaluator.evaluate(beginning);
  const path = referencePath(beginning.expression) ?? [];
  const isUrl = path.at(-1)?.endsWith('repository_url') === true;
  const call = path[0] === 'module' && isUrl ? keyOf(scope, `module.${path[1]}`) : null;
  const found = value.kind === 'unknown' ? repositoryBehind(value, scope) : null;
  if (found !== null) return { ...found, call };
  return call === null ? null : { name: null, declared: null, call };
}

/** The repository whose `repository_url` an unknown value is. */
function repositoryBehind(value: UnknownValue, outer: RecordingScope): Omit<ImageRepository, 'call'> | null {
  const scope = scopeOf(value) ?? outer;
  const path = referencePath(value.expression);
  if (path?.at(-1) !== 'repository_url') return null;
  if (path[0] === 'data' && path[1] === REPOSITORY_TYPE) {
    const data = scope.block(`data.${path[1]}.${path[2]}`);
    return data === null ? null : { name: onlyName(namesOfRepository(data, null, scope)), declared: null };
  }
  const address = referencedResource(value.expression);
  if (address?.startsWith(`${REPOSITORY_TYPE}.`) !== true) return null;
  const declaration = scope.block(address);
  if (declaration === null) return null;
  const names = namesOfRepository(declaration, writtenKey(textOf(value.place)), scope);
  return { name: onlyName(names), declared: keyOf(scope, address) };
}

function onlyName([name, ...others]: readonly (string | null)[]): string | null {
  return others.length === 0 ? (name ?? null) : null;
}

/** A unique form of an address in the whole workspace. */
export function keyOf({ module }: RecordingScope, address: string): string {
  return `${module.directory}#${address}`;
}
