import { modify } from 'jsonc-parser';
import type { SettingsFile } from '../../module/sources/settingsFile.ts';
import { settingsFileIn } from '../../module/sources/settingsFile.ts';
import { newlineOf } from '../../syntax/edit/lines.ts';
import type { TextEdit } from '../../syntax/edit/listItems.ts';

/** Where a rule is to be silent: in one file, or in the folder of that file and all below. */
export type IgnoredWhere = 'file' | 'folder';

/** What a settings file becomes: edits of one that there is, or the text of a new one. */
export type SettingsChange =
  | { readonly kind: 'edits'; readonly uri: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'created'; readonly uri: string; readonly text: string };

/** Which rule is silenced for which file, and why. */
export interface IgnoreWish {
  readonly ruleId: string;
  /** The URI of the file with the problem. */
  readonly uri: string;
  readonly where: IgnoredWhere;
  /** Empty where none is given. */
  readonly reason: string;
}

/**
 * Adds an entry to the list `ignore` of a settings file; comments and layout stay. Without a file, one is made in
 * `folder`, a URI without its last slash. Null for a settings file that cannot be read, or that is not above the file.
 */
export function ignoreInSettings(file: SettingsFile | null, folder: string, wish: IgnoreWish): SettingsChange | null {
  const entry = entryOf(wish, file?.folder ?? folder);
  if (entry === null) return null;
  if (file === null) {
    return { kind: 'created', uri: settingsFileIn(folder), text: `${JSON.stringify({ ignore: [entry] }, null, 2)}\n` };
  }
  const { root, problems } = file.document;
  if (root?.type !== 'object' || problems.length > 0) return null;
  const list = root.children?.find(({ children }) => children?.[0]?.value === 'ignore')?.children?.[1];
  if (list !== undefined && list.type !== 'array') return null;
  const path = list === undefined ? ['ignore'] : ['ignore', list.children?.length ?? 0];
  const indentation = /^[ \t]+/m.exec(file.text)?.[0] ?? '  ';
  const edits = modify(file.text, path, list === undefined ? [entry] : entry, {
    isArrayInsertion: list !== undefined,
    formattingOptions: {
      insertSpaces: !indentation.startsWith('\t'),
      tabSize: indentation.startsWith('\t') ? 2 : indentation.length,
      eol: newlineOf(file.text),
    },
  });
  const written = edits.map(({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }));
  return { kind: 'edits', uri: file.uri, edits: written };
}

function entryOf({ uri, ruleId, where, reason }: IgnoreWish, folder: string) {
  if (!uri.startsWith(`${folder}/`)) return null;
  const path = decoded(uri.slice(folder.length + 1));
  const files = where === 'folder' ? patternBelow(path) : patternOf(path);
  const words = reason.replace(/\s+/g, ' ').trim();
  return { files, rules: [ruleId], ...(words === '' ? {} : { reason: words }) };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A pattern as in `.gitignore` that matches one path alone. */
function patternOf(path: string): string {
  return `/${literal(path).replace(/ +$/, (spaces) => '\\ '.repeat(spaces.length))}`;
}

/** A pattern that matches everything in the folder of a file and below. */
function patternBelow(path: string): string {
  return `${literal(path.slice(0, path.lastIndexOf('/') + 1))}**`;
}

function literal(path: string): string {
  return path.replaceAll(/[\\*?[\]!#]/g, '\\$&');
}
