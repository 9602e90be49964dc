import { describe, expect, it } from 'vitest';
import { compactLength } from '../../../../server/src/ecr/documents/compactLength.ts';
import type { PolicyMember, PolicyNode } from '../../../../server/src/ecr/documents/documentNodes.ts';
import { LIFECYCLE } from '../../../../server/src/ecr/documents/lifecycle/vocabulary.ts';
import { openSyntaxFile } from '../../../../server/src/syntax/tree/file.ts';

const [first] = openSyntaxFile('locals {}\n').pieces;
if (first === undefined) throw new Error('the text has no piece');

const located = {
  place: { uri: 'file:///w/main.tf', piece: first.piece, start: 0, end: 0 },
  origin: { spelling: 'computed' },
} as const;

const scalar = (value: string | number): PolicyNode => ({ ...located, kind: 'scalar', value });

/** Objects with very many members, by how their keys repeat. */
const KEYS: Readonly<Record<string, (index: number) => string>> = {
  'keys that all differ': (index) => `k${index}`,
  'one key': () => 'k',
  'two keys in turn': (index) => `k${index % 2}`,
  'keys that repeat late': (index) => `k${index % 1500}`,
  'keys of one character': (index) => String.fromCharCode(97 + (index % 26)),
  'keys with brackets': (index) => `<${index}>`,
  'long keys': (index) => `${'k'.repeat(200)}${index}`,
  'the names of an object': (index) => ['constructor', '__proto__', 'toString', 'hasOwnProperty'][index % 4] ?? '',
};

const COUNT = 3000;

describe('the length of an object with many members', () => {
  it.each(Object.entries(KEYS))('is found in one walk, and counts the last of equal keys: %s', (_, keyOf) => {
    let reads = 0;
    const keys = Array.from({ length: COUNT }, (__, index) => keyOf(index));
    const members = keys.map(
      (key, index): PolicyMember => ({
        get key() {
          reads += 1;
          return key;
        },
        keyPlace: located.place,
        value: scalar(index),
        origin: { spelling: 'computed' },
      }),
    );
    const expected = JSON.stringify(Object.fromEntries(keys.map((key, index) => [key, index])));
    const escaped = expected.length + (expected.match(/[<>&]/g)?.length ?? 0) * 5;
    expect(
      compactLength({
        ...located,
        kind: 'object',
        open: false,
        vocabulary: LIFECYCLE,
        opening: located.place,
        members,
      }),
    ).toBe(escaped);
    expect(reads).toBeLessThan(4 * COUNT);
  });
});
