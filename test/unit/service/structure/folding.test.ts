import { describe, expect, it } from 'vitest';
import type { FoldingRange } from '../../../../server/src/service/structure/folding.ts';
import { foldingRanges, jsonFoldingRanges } from '../../../../server/src/service/structure/folding.ts';
import { HEREDOC, moduleOf, POLICY } from './support.ts';

/** What can be folded, as `first line … last line`, from 1; comments with a #. */
function lines(text: string, ranges: readonly FoldingRange[]): string[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return ranges
    .map(({ start, end, kind }) => `${kind === 'comment' ? '#' : ''}${lineOf(start)}–${lineOf(end)}`)
    .sort((one, other) => Number.parseInt(one.replace('#', ''), 10) - Number.parseInt(other.replace('#', ''), 10));
}

const foldsOf = (text: string) => lines(text, foldingRanges(moduleOf(text).syntax));

describe('what can be folded', () => {
  it('is a block, a call, an object, a list, each over several lines', () => {
    expect(foldsOf(POLICY)).toEqual(['1–18', '3–17', '3–17', '4–16', '5–10', '11–15']);
  });

  it('is a heredoc and the JSON in it, around what is filled in', () => {
    expect(foldsOf(HEREDOC)).toEqual(['1–18', '3–17', '4–16', '5–15', '6–14', '8–12']);
  });

  it('is a run of comments, and a long one', () => {
    const text =
      '# one\n# two\n# three\n\n# alone\nlocals {\n  a = 1 # beside\n  # below\n  b = 2\n}\n/* long\n   one */\n';
    expect(foldsOf(text).filter((fold) => fold.startsWith('#'))).toEqual(['#1–3', '#11–12']);
  });

  it('is what is left of a broken text', () => {
    for (let end = 0; end < HEREDOC.length; end += 5) expect(() => foldsOf(HEREDOC.slice(0, end))).not.toThrow();
    expect(foldsOf(`${POLICY.replace('  })\n}\n', '')}\n${POLICY}`)).toEqual(expect.arrayContaining(['18–35']));
  });

  it('is every object and list of a policy file', () => {
    const text = '{\n  "rules": [\n    {\n      "rulePriority": 1\n    }\n  ]\n}\n';
    expect(lines(text, jsonFoldingRanges(text))).toEqual(['1–7', '2–6', '3–5']);
    expect(jsonFoldingRanges('plain text')).toEqual([]);
  });
});
