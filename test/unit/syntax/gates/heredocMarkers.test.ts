import { describe, expect, it } from 'vitest';
import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import { openSyntaxFile, updateSyntaxFile } from '../../../../server/src/syntax/tree/file.ts';
import { below, pick, seeded } from '../../../corpus/random.ts';
import { cpuSecondsOf, MUCH } from '../../support/cpuTime.ts';
import { shareOf } from '../../support/longTests.ts';
import { differenceOf, isRefused } from './differential.ts';

const NEXT = '\nresource "aws_ecr_repository" "next" {\n  name = "app"\n}\n';

/** Texts whose heredocs contain an opener with their own marker; HCL ends each at the first closing marker. */
const VALID: readonly (readonly [name: string, text: string])[] = [
  ['an example of a call', 'variable "p" {\n  d = <<EOT\nExample:\n\nmodule "m" {\n  p = <<EOT\n{ }\nEOT\n}\n'],
  [
    'an example without the end of a block',
    'variable "p" {\n  d = <<EOT\nmodule "m" {\n  p = <<EOT\nEOT\n  t = 1\n}\n',
  ],
  ['an argument as deep as its own', 'r {\n  a = <<EOT\nx\n  b = <<EOT\ny\nEOT\n}\n'],
  ['in an argument of a function', 'r {\n  a = trimspace(<<EOT\nm "x" {\n  p = <<EOT\nEOT\n  )\n}\n'],
  ['in a list', 'r {\n  a = [<<EOT\nm "x" {\n  p = <<EOT\nEOT\n    , 1]\n}\n'],
  ['in an object', 'r {\n  a = {\n    b = <<EOT\nm {\n    p = <<EOT\nEOT\n    c = 1\n  }\n}\n'],
  ['indented', 'r {\n  a = <<-EOT\n    m "x" {\n      p = <<-EOT\n      {}\n    EOT\n}\n'],
  ['two of them', 'r {\n  a = <<EOT\nm {\n  p = <<EOT\nEOT\n  b = <<EOT\nm {\n  p = <<EOT\nEOT\n}\n'],
  ['in a block of a block', 'r {\n  s {\n    a = <<EOT\nm {\n  p = <<EOT\nEOT\n  }\n}\n'],
  ['at the top', 'a = <<EOT\nm {\n  p = <<EOT\nEOT\n'],
  ['a block that was swallowed', 'r {\n  a = <<EOT\n}\nr2 {\n  b = <<EOT\nEOT\n}\n'],
];

describe('a heredoc that shows an opener with its own marker', () => {
  it.each(VALID)('%s is read as HCL reads it', async (_, text) => {
    expect(await isRefused(text + NEXT)).toBe(false);
    expect(readTree(text + NEXT).errors).toEqual([]);
    expect(await differenceOf(text + NEXT)).toBeUndefined();
    expect(openSyntaxFile(text + NEXT).pieces.flatMap(({ piece }) => piece.tree.errors)).toEqual([]);
  });

  it.each([
    ['left open in a call', 'r "x" {\n  a = f(<<EOT\n}\ns "y" {\n  c = <<EOT\nt\nEOT\n}\n'],
    ['left open before a deeper one', 'r "x" {\n  a = <<EOT\n}\ns "y" {\n  b {\n    c = <<EOT\nt\nEOT\n  }\n}\n'],
    ['left open before one in a list', 'r "x" {\n  a = <<EOT\n}\ns "y" {\n  c = [<<EOT\nt\nEOT\n  ]\n}\n'],
  ])('one that is %s does not take the later marker', async (_, text) => {
    expect(await isRefused(text + NEXT)).toBe(true);
    const items = openSyntaxFile(text + NEXT).pieces.flatMap(({ piece }) => piece.tree.body.items);
    expect(items.map((item) => (item.kind === 'Block' ? item.type.text : ''))).toEqual(['r', 's', 'resource']);
  });

  it('is read after edits as when it was opened', () => {
    const random = seeded(41);
    const bits = ['<<EOT\n', 'EOT\n', '}\n', '{\n', ')', ']', 'm "x" {\n', '  p = <<EOT\n', '\n', 'a = 1\n'];
    for (let sequence = 0; sequence < shareOf(120); sequence += 1) {
      let text = Array.from({ length: 4 }, () => pick(random, VALID)[1] + NEXT).join('');
      let file = openSyntaxFile(text);
      for (let round = 0; round < 6; round += 1) {
        const start = below(random, text.length);
        const end = random() < 0.5 ? start : start + below(random, 12);
        text = text.slice(0, start) + (random() < 0.6 ? pick(random, bits) : '') + text.slice(end);
        file = updateSyntaxFile(file, text);
        const told = ({ offset, piece }: (typeof file.pieces)[number]) => [offset, piece.text, piece.tree.errors];
        expect(file.pieces.map(told), text).toEqual(openSyntaxFile(text).pieces.map(told));
      }
    }
  });

  it.each([
    ['one after the other', '  x = <<A\n  y = <<A\nA\n'],
    ['with a closer too many', `${'  x = <<A\n  y = <<A\nA\n'.repeat(150)}  z = 1 ]\n`],
    ['in calls', 'r {\n  x = f(<<A\ns {\n  y = <<A\nA\n'],
  ])('takes time in proportion to the text: %s', (_, unit) => {
    const text = `r {\n${unit.repeat(Math.ceil(240_000 / unit.length))}}\n`;
    const read = () => {
      for (const { piece } of openSyntaxFile(text).pieces) expect(piece.tree.body.kind).toBe('Body');
    };
    expect(cpuSecondsOf(read)).toBeLessThan(MUCH);
  });
});
