import { describe, expect, it } from 'vitest';
import { Module } from '../../../server/src/module/module.ts';
import { normalizeMapped } from '../../../server/src/syntax/normalizedText.ts';
import type { MappedSegment, MappedText } from '../../../server/src/syntax/tree/mappedText.ts';
import { sourceOf } from '../../../server/src/syntax/tree/mappedText.ts';
import { seeded } from '../../corpus/random.ts';
import { check } from '../support/checkProblems.ts';

/** A mapped text that a text file spells one to one. */
function verbatim(text: string): MappedText {
  const module = new Module();
  module.setFile('main.tf', 'locals {\n}\n');
  const piece = module.file('main.tf')?.syntax.pieces[0]?.piece;
  if (piece === undefined) throw new Error('the file has no piece');
  const place = { uri: 'main.tf', piece, start: 0, end: text.length };
  const segments: MappedSegment[] = [{ kind: 'verbatim', start: 0, end: text.length, place }];
  return { text, segments, quoting: 'none', place };
}

describe('the normal form of a text', () => {
  it('is Unicode’s composed form, whatever the text', () => {
    const random = seeded(20_261_130);
    const letters = [
      'e',
      '\u0301',
      'a',
      '\u0308',
      'é',
      'ﬁ',
      '\u1100',
      '\u1161',
      '\u11a8',
      '각',
      'x',
      '👍',
      '\u0327',
      'ọ',
      '\u0302',
      '\n',
      'Å',
    ];
    for (let turn = 0; turn < 2000; turn += 1) {
      const text = Array.from({ length: 12 }, () => letters[Math.floor(random() * letters.length)]).join('');
      const { text: normal, segments } = normalizeMapped(verbatim(text));
      expect(normal).toBe(text.normalize('NFC'));
      expect(segments.map(({ start, end }) => normal.slice(start, end)).join('')).toBe(normal);
      for (const segment of segments) {
        const written = text.slice(segment.place.start, segment.place.end);
        expect(written.normalize('NFC')).toBe(normal.slice(segment.start, segment.end));
      }
    }
  });

  it('keeps the place of what stands behind a changed letter', () => {
    const mapped = normalizeMapped(verbatim('e\u0301e\u0301 x'));
    expect(mapped.text).toBe('éé x');
    const { start, end } = sourceOf(mapped, 3, 4);
    expect([start, end]).toEqual([5, 6]);
  });

  it('moves no problem', () => {
    const line =
      '{ "rules": [{ "rulePriority": 1, "description": "e\u0301e\u0301e\u0301", "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 0 }, "action": { "type": "expire" } }] }';
    check(`resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<EOT
${line}
${' '.repeat(line.indexOf(' 0 }') + 1)}^ error policy-number-range
EOT
}
`);
  });
});
