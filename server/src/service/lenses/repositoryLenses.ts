import { readRepository } from '../../ecr/repository/repositoryBlock.ts';
import { repositoryPolicies } from '../../ecr/repository/repositoryPolicies.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { fileName } from '../../module/sources/uri.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { visible } from '../../syntax/shown/printable.ts';
import { placeOf, resolvePlace } from '../../syntax/tree/place.ts';
import type { CodeLens } from './codeLens.ts';

/** Returns the line, from 1, of an offset in a file; null for an unknown file. */
export type LineOf = (uri: string, offset: number) => number | null;

/** The lenses above a repository that lead to its lifecycle policies; none when the text does not determine them. */
export function repositoryLenses(
  declaration: BlockDeclaration,
  offset: number,
  scope: RecordingScope,
  lineOf: LineOf,
): readonly CodeLens[] {
  const repository = readRepository(declaration, scope);
  if (repository === null || !repository.isRepository) return [];
  return repositoryPolicies(repository, scope.module).policies.flatMap((policy): CodeLens[] => {
    const place = placeOf(policy.source, policy.block.type);
    const where = whereIs(policy, declaration, scope, lineOf);
    return where === null ? [] : [{ offset, title: `Lifecycle policy ${where}`, leads: { kind: 'place', place } }];
  });
}

function whereIs(
  { source, block }: BlockDeclaration,
  from: BlockDeclaration,
  scope: RecordingScope,
  lineOf: LineOf,
): string | null {
  const file = scope.module.file(source.uri)?.syntax;
  const resolved = file && resolvePlace(file, placeOf(source, block.type));
  const line = resolved && lineOf(source.uri, resolved.start);
  if (!line) return null;
  return source.uri === from.source.uri ? `on line ${line}` : `in ${visible(fileName(source.uri))}:${line}`;
}
