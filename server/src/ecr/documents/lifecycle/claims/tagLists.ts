import type { Module } from '../../../../module/module.ts';
import type { Piece } from '../../../../syntax/tree/file.ts';

/** What the entries of a list of tags are. */
export type TagListKind = 'pattern' | 'prefix';

/** A list of tags in any spelling: the JSON's keys and the data source's arguments, after `=` or `:`. */
const TAG_LIST = /\btag_?(pattern|prefix)_?list\\?"?\s*[=:]\s*\[([^\]]*)\]/gi;

/** The same up to the end of a text in which the list is still open. */
export const OPEN_TAG_LIST = /\btag_?(pattern|prefix)_?list\\?"?\s*[=:]\s*\[([^\]]*)$/i;

/** The kind of list that a match indicates. */
export function tagListKind(word: string): TagListKind {
  return word.toLowerCase() === 'prefix' ? 'prefix' : 'pattern';
}

/** The entries that are written out between the brackets of a list. */
export function tagEntries(text: string): readonly string[] {
  const strings = [...text.matchAll(/"([^"\\\n]*)\\?"/g)].map(([, entry = '']) => entry);
  return strings.filter((entry) => /^[\w.*-]+$/.test(entry));
}

interface UsedTag {
  readonly kind: TagListKind;
  readonly text: string;
}

const known = new WeakMap<Piece, readonly UsedTag[]>();

/** The entries of tag lists in the workspace, those of the same kind first, then the most frequent. */
export function usedTags(module: Module, kind: TagListKind): readonly string[] {
  const counts = new Map<string, { fits: boolean; count: number }>();
  for (const { files } of new Set([module, ...module.environment.modules])) {
    for (const { syntax } of files) {
      for (const tag of syntax.pieces.flatMap(({ piece }) => tagsIn(piece))) {
        const found = counts.get(tag.text) ?? { fits: false, count: 0 };
        counts.set(tag.text, { fits: found.fits || tag.kind === kind, count: found.count + 1 });
      }
    }
  }
  return [...counts]
    .sort(([, one], [, other]) => Number(other.fits) - Number(one.fits) || other.count - one.count)
    .map(([text]) => text);
}

function tagsIn(piece: Piece): readonly UsedTag[] {
  const found = known.get(piece) ?? readTags(piece.text);
  known.set(piece, found);
  return found;
}

function readTags(text: string): readonly UsedTag[] {
  return [...text.matchAll(TAG_LIST)].flatMap(([, word = '', entries = '']) =>
    tagEntries(entries).map((entry) => ({ kind: tagListKind(word), text: entry })),
  );
}
