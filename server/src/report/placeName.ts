import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../module/workspace.ts';
import type { Place } from '../syntax/tree/place.ts';
import { resolvePlace } from '../syntax/tree/place.ts';
import { relativePath } from './reportPlaces.ts';

/** A place as people name it: file, line and column from 1. */
export function placeName(place: Place, workspace: Workspace): string {
  const file = place.uri.startsWith('file:') ? relativePath(place.uri) : place.uri;
  const syntax = workspace.filesAt(place.uri)?.syntaxOf(place.uri);
  const range = syntax && resolvePlace(syntax, place);
  if (syntax === undefined || range === undefined) return file;
  const { line, character } = TextDocument.create(place.uri, '', 0, syntax.text).positionAt(range.start);
  return `${file}:${line + 1}:${character + 1}`;
}
