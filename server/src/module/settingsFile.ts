import type { JsonDocument } from '../embedded/jsonDocument.ts';
import { readJson } from '../embedded/jsonDocument.ts';
import type { SyntaxFile } from '../syntax/file.ts';
import { attachFile } from './attachedFile.ts';
import type { SourceFiles } from './sourceFiles.ts';
import type { AttachedFile } from './surroundings.ts';

/** The name of the file that holds settings for its folder and those below. */
const SETTINGS_FILE_NAME = '.terraform-ecr.json';

/** True for the path or URI of a settings file. */
export function isSettingsFile(path: string): boolean {
  return path === SETTINGS_FILE_NAME || path.endsWith(`/${SETTINGS_FILE_NAME}`);
}

/** The URI of the settings file that a directory would have; the directory without its last slash. */
export function settingsFileIn(directoryUri: string): string {
  return `${directoryUri}/${SETTINGS_FILE_NAME}`;
}

/** One version of a settings file. What it means is for the problems to say. */
export class SettingsFile implements SourceFiles {
  readonly #file: AttachedFile;
  #document: JsonDocument | null = null;

  constructor(uri: string, text: string) {
    this.#file = attachFile(uri, text);
  }

  get uri(): string {
    return this.#file.uri;
  }

  get text(): string {
    return this.#file.text;
  }

  /** Its JSON; comments and trailing commas are no problems. */
  get document(): JsonDocument {
    this.#document ??= readSettings(this.#file);
    return this.#document;
  }

  syntaxOf(uri: string): SyntaxFile | undefined {
    return uri === this.uri ? this.#file.syntax : undefined;
  }
}

function readSettings({ text, place }: AttachedFile): JsonDocument {
  // A byte order mark is none of JSON's characters; a space keeps the offsets.
  const plain = text.replace(/^\uFEFF/, ' ');
  const segment = { kind: 'verbatim', start: 0, end: text.length, place } as const;
  return readJson({ text: plain, segments: [segment], quoting: 'file', place }, 'lenient');
}
