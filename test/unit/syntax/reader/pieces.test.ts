import { describe, expect, it } from 'vitest';
import { openSyntaxFile, type SyntaxFile, updateSyntaxFile } from '../../../../server/src/syntax/tree/file.ts';

function texts(file: SyntaxFile): readonly string[] {
  return file.pieces.map(({ piece }) => piece.text);
}

const three = '# one\na {\n  x = 1\n}\n\n# two\nb {\n}\n\nc {\n}\n';

describe('opening', () => {
  it('cuts after the line on which an item ends', () => {
    expect(texts(openSyntaxFile(three))).toEqual(['# one\na {\n  x = 1\n}\n', '\n# two\nb {\n}\n', '\nc {\n}\n']);
    expect(texts(openSyntaxFile('a = 1 /* x\n */\nb = 2'))).toEqual(['a = 1 /* x\n */\n', 'b = 2']);
  });

  it('gives one piece for an empty text, and one for what follows the last item', () => {
    expect(texts(openSyntaxFile(''))).toEqual(['']);
    expect(texts(openSyntaxFile('a = 1\n\n# end\n'))).toEqual(['a = 1\n', '\n# end\n']);
  });

  it('cuts a block that is left open before the next header and the comment on it', () => {
    expect(texts(openSyntaxFile('a {\n  x = 1\n\n# two\nb {\n}\nc {\n}\n'))).toEqual([
      'a {\n  x = 1\n\n',
      '# two\nb {\n}\n',
      'c {\n}\n',
    ]);
  });

  it('cuts valid text by its brackets alone', () => {
    expect(texts(openSyntaxFile('a {\nb {\n}\nc {\n}\n}\nd {}\n'))).toEqual(['a {\nb {\n}\nc {\n}\n}\n', 'd {}\n']);
    expect(texts(openSyntaxFile('x = <<EOF\na {\nEOF\ny = 1\n'))).toEqual(['x = <<EOF\na {\nEOF\n', 'y = 1\n']);
  });

  it('reads a piece at first use and again after it was forgotten', () => {
    const piece = openSyntaxFile('a = 1\n').pieces[0]?.piece;
    const tree = piece?.tree;
    expect(piece?.tree).toBe(tree);
    piece?.forget();
    expect(piece?.tree).not.toBe(tree);
    expect(piece?.tree).toEqual(tree);
  });
});

describe('updating', () => {
  function edited(text: string, find: string, replacement: string): { before: SyntaxFile; after: SyntaxFile } {
    const before = openSyntaxFile(text);
    const changed = text.replace(find, replacement);
    const after = updateSyntaxFile(before, changed);
    expect(texts(after)).toEqual(texts(openSyntaxFile(changed)));
    expect(after.pieces.map(({ offset }) => offset)).toEqual(
      openSyntaxFile(changed).pieces.map(({ offset }) => offset),
    );
    return { before, after };
  }

  it('keeps the pieces around an edit', () => {
    const { before, after } = edited(three, 'b {', 'bb {');
    expect(after.pieces[0]?.piece).toBe(before.pieces[0]?.piece);
    expect(after.pieces[1]?.piece).not.toBe(before.pieces[1]?.piece);
    expect(after.pieces[2]?.piece).toBe(before.pieces[2]?.piece);
  });

  it('keeps the pieces behind a block that was left open, and joins them when the text becomes valid so', () => {
    const { before, after } = edited(three, 'x = 1\n}', 'x = 1\n');
    expect(after.pieces.length).toBe(3);
    expect(after.pieces[2]?.piece).toBe(before.pieces[2]?.piece);
    const closed = updateSyntaxFile(after, `${after.text}}\n`);
    expect(texts(closed)).toEqual([`${after.text}}\n`]);
  });

  it.each([
    ['x = 1', 'x = <<EOF'],
    ['x = 1', 'x = "${'],
    ['x = 1', '/*'],
    ['x = 1', 'x = {'],
    ['x = 1', '}'],
    ['\n\n# two', ''],
    ['c {\n}\n', 'c {'],
    ['# one\n', '}\n'],
  ])('agrees with opening after %j becomes %j, and back', (find, replacement) => {
    const { before, after } = edited(three, find, replacement);
    expect(texts(updateSyntaxFile(after, three))).toEqual(texts(before));
  });
});
