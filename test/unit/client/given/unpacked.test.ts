import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackedWithin } from '../../../../client/src/given/unpacked.ts';

const LIMIT = 1000;
const bytes = (length: number) => new Uint8Array(length).fill(65);
const packed = (length: number) => new Uint8Array(gzipSync(bytes(length)));

describe('a file that may be packed', () => {
  it.each([
    ['nothing', bytes(0), 0],
    ['a short text', bytes(10), 10],
    ['a text of the limit', bytes(LIMIT), LIMIT],
    ['a packed nothing', packed(0), 0],
    ['a packed text', packed(10), 10],
    ['a packed text of the limit', packed(LIMIT), LIMIT],
    ['two archives in one file', new Uint8Array([...packed(300), ...packed(400)]), 700],
  ])('is unpacked: %s', async (_, given, length) => {
    expect(await unpackedWithin(given, LIMIT)).toEqual(bytes(length));
  });

  it.each([
    ['a text above the limit', bytes(LIMIT + 1)],
    ['a small archive of a text above the limit', packed(LIMIT + 1)],
    ['a small archive of a huge text', packed(200_000)],
    ['two archives that are too long together', new Uint8Array([...packed(600), ...packed(600)])],
  ])('is refused: %s', async (_, given) => {
    expect(await unpackedWithin(given, LIMIT)).toBeNull();
  });

  it.each([
    ['the end is missing', packed(900).subarray(0, 15)],
    ['only the mark is there', new Uint8Array([0x1f, 0x8b])],
    ['rubbish follows the mark', new Uint8Array([0x1f, 0x8b, 1, 2, 3])],
  ])('is damaged: %s', async (_, given) => {
    await expect(unpackedWithin(given, LIMIT)).rejects.toThrow();
  });
});
