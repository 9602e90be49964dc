import { cwd } from 'node:process';
import type { Workspace } from '../module/workspace.ts';
import type { Place } from '../syntax/tree/place.ts';
import { ReportPlaces, relativePath } from './reportPlaces.ts';

/** A place in readable form: file, line and column, counted from 1. */
export function placeName(place: Place, workspace: Workspace): string {
  const name = place.uri.startsWith('file:') ? relativePath(place.uri) : place.uri;
  const sources = workspace.filesAt(place.uri);
  const found = sources === undefined ? null : new ReportPlaces(sources, cwd()).resolve(place);
  if (found === null) return name;
  const { line, character } = found.range.start;
  return `${name}:${line + 1}:${character + 1}`;
}
