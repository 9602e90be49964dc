import { describe, expect, it } from 'vitest';
import { nearestName } from '../../../server/src/ecr/nearestName.ts';

/** Candidates that count how often one of them is read. */
function counted(names: readonly string[]): { readonly names: readonly string[]; reads(): number } {
  let count = 0;
  const proxy = new Proxy(names, {
    get(target, property, receiver) {
      if (typeof property === 'string' && /^\d+$/.test(property)) count += 1;
      return Reflect.get(target, property, receiver);
    },
  });
  return { names: proxy, reads: () => count };
}

const NAMES = Array.from({ length: 300 }, (_, index) => `name_of_${String.fromCharCode(97 + (index % 26))}${index}x`);

/** What is asked, and what is meant. */
const QUESTIONS: readonly (readonly [string, string | undefined])[] = [
  ['name_of_a0x', 'name_of_a0x'],
  ['NameOfA0x', 'name_of_a0x'],
  ['name-of-b1x', 'name_of_b1x'],
  ['', undefined],
  ['something', undefined],
  ['name_of_c2', 'name_of_c2x'],
  ['name_of_a0xyy', 'name_of_a0x'],
  ['x'.repeat(100), undefined],
];

describe('the nearest name', () => {
  it.each(QUESTIONS)('is the same the second time, and reads no candidate again: %s', (written, meant) => {
    const { names, reads } = counted(NAMES);
    expect(nearestName(written, names)).toBe(meant);
    const first = reads();
    for (let time = 0; time < 100; time += 1) expect(nearestName(written, names)).toBe(meant);
    expect(reads()).toBe(first);
  });

  it('of one list is not that of another', () => {
    expect(nearestName('alfas', ['alfass'])).toBe('alfass');
    expect(nearestName('alfas', ['alfas1', 'beta'])).toBe('alfas1');
    expect(nearestName('alfas', ['beta'])).toBeUndefined();
  });
});
