import { describe, expect, it } from 'vitest';
import { selectionRanges } from '../../../../server/src/service/structure/selection.ts';
import type { ShapedText } from '../../../../server/src/service/structure/shapedText.ts';
import { HEREDOC, POLICY, shapeOf, shapeOfPolicy, TEMPLATE } from './support.ts';

/** The results of growing the selection from the cursor, the smallest first, each on one line. */
function grown(marked: string, shapeIt: (text: string) => ShapedText = shapeOf): string[] {
  const offset = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  return selectionRanges(shapeIt(text), offset)
    .map(({ start, end }) => text.slice(start, end).trim().replaceAll(/\s+/g, ' '))
    .reverse();
}

const SMALL = 'locals {\n  rule = { selection = { tagStatus = "a$0ny", countNumber = 30 }, list = [1, 2] }\n}\n';

describe('growing the selection', () => {
  it('goes from a word to its string, member, object, argument, block and file', () => {
    expect(grown(SMALL)).toEqual([
      'any',
      '"any"',
      'tagStatus = "any",',
      'tagStatus = "any", countNumber = 30',
      '{ tagStatus = "any", countNumber = 30 }',
      'selection = { tagStatus = "any", countNumber = 30 },',
      'selection = { tagStatus = "any", countNumber = 30 }, list = [1, 2]',
      '{ selection = { tagStatus = "any", countNumber = 30 }, list = [1, 2] }',
      'rule = { selection = { tagStatus = "any", countNumber = 30 }, list = [1, 2] }',
      'rule = { selection = { tagStatus = "any", countNumber = 30 }, list = [1, 2] }',
      'locals { rule = { selection = { tagStatus = "any", countNumber = 30 }, list = [1, 2] } }',
      'locals { rule = { selection = { tagStatus = "any", countNumber = 30 }, list = [1, 2] } }',
    ]);
  });

  it('goes through the rules of a policy', () => {
    const selected = grown(POLICY.replace('"any"', '"a$0ny"'));
    expect(selected.findIndex((text) => text.startsWith('rulePriority = 2'))).toBeGreaterThan(0);
    expect(selected.at(-2)).toMatch(/^resource "aws_ecr_lifecycle_policy" "app" \{.*\}$/);
  });

  it('goes through the JSON of a heredoc, around what is filled in', () => {
    const selected = grown(HEREDOC.replace('"any"', '"a$0ny"'));
    expect(selected.slice(0, 5)).toEqual([
      'any',
      '"any"',
      '"tagStatus": "any"',
      '"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${var.keep}',
      '{ "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${var.keep} }',
    ]);
    expect(grown(HEREDOC.replace('var.keep', 'var.k$0eep')).slice(0, 2)).toEqual(['keep', 'var.keep']);
  });

  it('goes through a policy file', () => {
    expect(grown('{"rules": [{"rulePriority": 1$0}]}', shapeOfPolicy)).toEqual([
      '1',
      '"rulePriority": 1',
      '{"rulePriority": 1}',
      '[{"rulePriority": 1}]',
      '"rules": [{"rulePriority": 1}]',
      '{"rules": [{"rulePriority": 1}]}',
    ]);
  });

  it('goes through a template, around what is filled in and inside what directives hold', () => {
    expect(grown(TEMPLATE.replace('app', 'a$0pp'), shapeOfPolicy).slice(0, 3)).toEqual([
      'keep ${lookup(counts, "app")} images',
      '"keep ${lookup(counts, "app")} images"',
      '"description": "keep ${lookup(counts, "app")} images"',
    ]);
    expect(grown(TEMPLATE.replace('old', 'o$0ld'), shapeOfPolicy).slice(0, 4)).toEqual([
      'old',
      '"old"',
      '"description": "old"',
      '"rulePriority": 2, "description": "old"',
    ]);
  });

  it('goes from a name in quotes to its block', () => {
    expect(grown('resource "aws_ecr_repository" "a$0pp" {\n}\n').slice(0, 2)).toEqual(['app', '"app"']);
  });

  it('gives ranges that lie in each other at every offset, in broken text too', () => {
    for (const text of [POLICY, HEREDOC, HEREDOC.slice(0, 170), POLICY.slice(0, 333)]) {
      const shaped = shapeOf(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        const ranges = selectionRanges(shaped, offset);
        for (const [index, range] of ranges.entries()) {
          const outer = ranges[index - 1] ?? { start: 0, end: text.length };
          expect(range.start >= outer.start && range.end <= outer.end && range.start <= range.end).toBe(true);
        }
      }
    }
  });
});
