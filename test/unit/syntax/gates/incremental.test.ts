import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  openSyntaxFile,
  type PlacedPiece,
  type SyntaxFile,
  updateSyntaxFile,
} from '../../../../server/src/syntax/tree/file.ts';
import { below, pick, seeded } from '../../../corpus/random.ts';
import { shareOf } from '../../support/longTests.ts';
import { edited } from '../../support/textEdits.ts';

const folder = new URL('../../../corpus/realistic/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

/** The pieces of a file as text: their places and contents, and for new ones the whole tree. */
function described(file: SyntaxFile, isNew: readonly boolean[]): string {
  return file.pieces
    .map(({ offset, piece }, index) => {
      const tree = isNew[index] ? JSON.stringify(piece.tree) : '';
      return `${offset} ${JSON.stringify(piece.text)} ${tree}`;
    })
    .join('\n');
}

describe('a file that was updated equals one that was opened', () => {
  it.each([
    ['realistic files', 0, 1],
    ['broken files', 3, 2],
    ['files with CRLF', 0, 3],
  ] as const)('%s', (name, breaks, seed) => {
    const random = seeded(seed);
    for (let sequence = 0; sequence < shareOf(200); sequence += 1) {
      let text = pick(random, texts) + (random() < 0.3 ? pick(random, texts) : '');
      if (name === 'files with CRLF') text = text.replaceAll('\n', '\r\n');
      for (let round = 0; round < breaks; round += 1) text = edited(text, random, texts);
      let file = openSyntaxFile(text);
      const count = 5 + below(random, 6);
      for (let round = 0; round < count; round += 1) {
        const before = new Set(file.pieces.map(({ piece }) => piece));
        const next = round > 1 && random() < 0.15 ? text : edited(file.text, random, texts);
        file = updateSyntaxFile(file, next);
        const isNew = file.pieces.map(({ piece }) => !before.has(piece));
        const updated = described(file, isNew);
        const opened = described(openSyntaxFile(next), isNew);
        if (updated !== opened) expect(updated, `after the edit that gave ${JSON.stringify(next)}`).toBe(opened);
      }
    }
  });
});

describe('an edit inside one block', () => {
  it('keeps the objects of all other pieces, and their trees', () => {
    for (const text of texts) {
      const file = openSyntaxFile(text);
      const trees = file.pieces.map(({ piece }) => piece.tree);
      for (const [index, placed] of file.pieces.entries()) {
        const at = insideBlock(placed);
        if (at === undefined) continue;
        const updated = updateSyntaxFile(file, `${text.slice(0, at)}x${text.slice(at)}`);
        expect(updated.pieces.length).toBe(file.pieces.length);
        for (const [other, { piece }] of updated.pieces.entries()) {
          expect(piece === file.pieces[other]?.piece).toBe(other !== index);
          if (other !== index) expect(piece.tree).toBe(trees[other]);
        }
      }
    }
  });

  it('keeps every object when nothing changed', () => {
    for (const text of texts) {
      const file = openSyntaxFile(text);
      const same = updateSyntaxFile(file, text);
      expect(same.pieces.every(({ piece }, index) => piece === file.pieces[index]?.piece)).toBe(true);
    }
  });

  it('reads a piece again after it was told to forget', () => {
    const piece = openSyntaxFile(texts[0] ?? '').pieces[0]?.piece;
    const before = piece?.tree;
    expect(piece?.tree).toBe(before);
    piece?.forget();
    expect(piece?.tree).not.toBe(before);
    expect(piece?.tree).toEqual(before);
  });
});

/** An offset in the name of a block's first argument, or undefined for a piece without one. */
function insideBlock({ offset, piece }: PlacedPiece): number | undefined {
  const item = piece.tree.body.items.find(({ kind }) => kind === 'Block');
  const first = item?.kind === 'Block' ? item.body.items[0] : undefined;
  return first === undefined ? undefined : offset + first.start + 1;
}
