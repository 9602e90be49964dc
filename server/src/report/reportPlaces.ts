import { relative, sep } from 'node:path';
import { cwd } from 'node:process';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fix } from '../ecr/edits/change.ts';
import { machinePaths } from '../files/paths.ts';
import { isSettingsFile } from '../module/sources/settingsFile.ts';
import type { SourceFiles } from '../module/sources/sourceFiles.ts';
import { editsOf } from '../service/fixes/fixEdits.ts';
import type { Place } from '../syntax/tree/place.ts';
import { resolvePlace } from '../syntax/tree/place.ts';
import type { Range } from '../syntax/tree/tree.ts';
import type { ReportedFix, ReportRange } from './report.ts';

/** A place in a report's terms. */
interface ReportPlace {
  readonly file: string;
  readonly range: ReportRange;
}

/** A file of which only a part is checked. */
interface WholeFile {
  /** The part's URI. */
  readonly uri: string;
  /** The file's URI and text. */
  readonly file: string;
  readonly text: string;
  /** Where a position of the part is in the text; both are UTF-16 offsets. */
  readonly at: (position: number) => number;
}

/** A file's path from a folder, with `/`. */
export function relativePath(uri: string, base: string = cwd()): string {
  return relative(base, machinePaths.pathOf(uri) ?? uri)
    .split(sep)
    .join('/');
}

/** Files, lines and characters of a module's places, in a report's terms. */
export class ReportPlaces {
  readonly #sources: SourceFiles;
  readonly #base: string;
  readonly #whole: WholeFile | null;
  readonly #documents = new Map<string, TextDocument>();

  /** `whole` is the file that contains the problems' own text; null for a text that is a file. */
  constructor(sources: SourceFiles, base: string, whole: WholeFile | null = null) {
    this.#sources = sources;
    this.#base = base;
    this.#whole = whole;
  }

  placeAt(uri: string, { start, end }: Range): ReportPlace {
    if (uri === this.#whole?.uri) {
      const { file, text, at } = this.#whole;
      return this.#place(file, text, at(start), at(end));
    }
    return this.#place(uri, this.#sources.syntaxOf(uri)?.text ?? '', start, end);
  }

  #place(uri: string, text: string, start: number, end: number): ReportPlace {
    const document = this.#documents.get(uri) ?? TextDocument.create(uri, '', 0, text);
    this.#documents.set(uri, document);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return { file: relativePath(uri, this.#base), range };
  }

  /** Null when the place no longer exists, or lies in the synthetic wrapper around a policy given on its own. */
  resolve(place: Place): ReportPlace | null {
    if (this.#whole !== null && place.uri !== this.#whole.uri && !isSettingsFile(place.uri)) return null;
    const file = this.#sources.syntaxOf(place.uri);
    const range = file && resolvePlace(file, place);
    return range ? this.placeAt(place.uri, range) : null;
  }

  /** A fix with its edits, or null when it cannot be written. */
  fix(fix: Fix): ReportedFix | null {
    const files = editsOf(this.#sources, fix);
    if (files === null) return null;
    const edits = [...files].flatMap(([uri, changes]) =>
      changes.map(({ text, ...range }) => ({ ...this.placeAt(uri, range), text })),
    );
    return { title: fix.title, edits };
  }
}
