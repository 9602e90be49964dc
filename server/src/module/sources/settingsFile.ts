import type { JsonDocument } from '../../embedded/jsonDocument.ts';
import { readJson } from '../../embedded/jsonDocument.ts';
import type { SyntaxFile } from '../../syntax/tree/file.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { openPlainFile } from '../../syntax/tree/plainFile.ts';
import type { FileVersion } from './fileVersion.ts';
import type { SourceFiles } from './sourceFiles.ts';
import { directoryOf } from './uri.ts';

/** The name of the file that holds settings for its folder and those below. */
export const SETTINGS_FILE_NAME = '.terraform-ecr.json';

/** True for the path or URI of a settings file. */
export function isSettingsFile(path: string): boolean {
  return path === SETTINGS_FILE_NAME || path.endsWith(`/${SETTINGS_FILE_NAME}`);
}

/** The URI of the settings file that a directory would have; the directory without its last slash. */
export function settingsFileIn(directoryUri: string): string {
  return `${directoryUri}/${SETTINGS_FILE_NAME}`;
}

/** One version of a settings file. The checks interpret it. */
export class SettingsFile implements SourceFiles {
  readonly kind = 'settings';
  readonly uri: string;
  /** The URI of the folder at which its patterns begin, without the last slash. */
  readonly folder: string;
  readonly #file: FileVersion;
  #document: JsonDocument | null = null;

  constructor(uri: string, text: string, folder: string = directoryOf(uri)) {
    this.uri = uri;
    this.folder = folder;
    this.#file = { uri, syntax: openPlainFile(text) };
  }

  get text(): string {
    return this.#file.syntax.text;
  }

  /** Its JSON, with comments and trailing commas allowed. */
  get document(): JsonDocument {
    this.#document ??= readSettings(this.#file);
    return this.#document;
  }

  syntaxOf(uri: string): SyntaxFile | undefined {
    return uri === this.uri ? this.#file.syntax : undefined;
  }
}

function readSettings({ uri, syntax: { text, pieces } }: FileVersion): JsonDocument {
  const [first] = pieces;
  if (first === undefined) throw new RangeError('a file has at least one piece');
  const place: Place = { uri, piece: first.piece, start: 0, end: text.length };
  // A byte order mark is not JSON; a space in its place keeps the offsets.
  const plain = text.replace(/^\uFEFF/, ' ');
  const segment = { kind: 'verbatim', start: 0, end: text.length, place } as const;
  return readJson({ text: plain, segments: [segment], quoting: 'none', place }, 'lenient');
}
