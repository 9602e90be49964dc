import type { Fix } from '../../ecr/edits/change.ts';
import { writeChanges } from '../../ecr/edits/writeChange.ts';
import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { SourceFiles } from '../../module/sources/sourceFiles.ts';
import type { TextEdit } from '../../syntax/edit/listItems.ts';
import { resolvePlace } from '../../syntax/tree/place.ts';

/** Edits by file; half-open UTF-16 offsets of the current versions. */
export type FileEdits = ReadonlyMap<string, readonly TextEdit[]>;

/** The edits of a fix in this version of its files, or null when one of them cannot be written. */
export function editsOf(sources: SourceFiles, fix: Fix): FileEdits | null {
  const written = writeChanges(fix.changes);
  if (written === null || written.length === 0) return null;
  const files = new Map<string, TextEdit[]>();
  for (const { place, text } of written) {
    // Fixes are written in HCL.
    if (isJsonConfiguration(place.uri)) return null;
    const file = sources.syntaxOf(place.uri);
    const range = file && resolvePlace(file, place);
    if (range === undefined) return null;
    const edits = files.get(place.uri) ?? [];
    edits.push({ ...range, text });
    files.set(place.uri, edits);
  }
  return files;
}

/** The text after the edits, or null when two of them overlap. Insertions at one offset keep their order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string | null {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
  let result = '';
  let offset = 0;
  for (const edit of ordered) {
    if (edit.start < offset) return null;
    result += text.slice(offset, edit.start) + edit.text;
    offset = edit.end;
  }
  return result + text.slice(offset);
}
