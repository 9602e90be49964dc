import { afterEach, describe, expect, it, vi } from 'vitest';
import { processOutput } from '../../../server/src/command/output.ts';

afterEach(() => vi.restoreAllMocks());

/** What `steps` write to a terminal, or to a file, when each comes at its millisecond of the run. */
function written(steps: readonly (readonly [number, string])[], isTerminal = true): string[] {
  let now = 5_000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const texts: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => texts.push(String(text)) > 0);
  const before = process.stderr.isTTY;
  process.stderr.isTTY = isTerminal;
  try {
    const output = processOutput();
    for (const [time, message] of steps) {
      now = 5_000 + time;
      output.progress(message);
    }
  } finally {
    process.stderr.isTTY = before;
  }
  return texts;
}

const line = (message: string) => `\r\u001b[2K${message}`;

describe('the progress line', () => {
  it.each<[string, [number, string][], string[]]>([
    [
      'says nothing of a short run',
      [
        [10, 'a'],
        [900, 'b'],
        [950, ''],
      ],
      [],
    ],
    [
      'says nothing of a run that just became long at its end',
      [
        [900, 'a'],
        [1_500, ''],
      ],
      [],
    ],
    [
      'appears after a second',
      [
        [900, 'a'],
        [1_100, 'b'],
      ],
      [line('b')],
    ],
    [
      'is replaced',
      [
        [1_100, 'a'],
        [1_300, 'b'],
      ],
      [line('a'), line('b')],
    ],
    [
      'is not replaced at once',
      [
        [1_100, 'a'],
        [1_110, 'b'],
        [1_250, 'c'],
      ],
      [line('a'), line('c')],
    ],
    [
      'is removed at the end',
      [
        [1_100, 'a'],
        [1_101, ''],
      ],
      [line('a'), line('')],
    ],
    [
      'is removed once',
      [
        [1_100, 'a'],
        [1_200, ''],
        [1_300, ''],
      ],
      [line('a'), line('')],
    ],
  ])('%s', (_, steps, expected) => {
    expect(written(steps)).toEqual(expected);
  });

  it('is for terminals alone', () => {
    expect(
      written(
        [
          [2_000, 'a'],
          [3_000, 'b'],
          [4_000, ''],
        ],
        false,
      ),
    ).toEqual([]);
  });
});
