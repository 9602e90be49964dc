import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const { moveInto } = await import(resolve('test/editor/moveInto.mjs'));

let place = '';

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'terraform-ecr-moved-'));
});
afterEach(() => rmSync(place, { recursive: true }));

/** A folder as a program unpacks it, which says whose it is. */
function unpackedBy(owner: string): string {
  const folder = join(place, owner);
  mkdirSync(join(folder, 'fonts', 'deep'), { recursive: true });
  for (const name of ['browser', 'library.so', 'fonts/conf', 'fonts/deep/font'])
    writeFileSync(join(folder, name), owner);
  return folder;
}

const NAMES = ['browser', 'fonts', 'library.so'];

describe('what several programs unpack into one folder', () => {
  it.each([
    ['nothing', []],
    ['the libraries', ['library.so']],
    ['the fonts', ['fonts']],
    ['libraries and fonts', ['library.so', 'fonts']],
    ['everything', NAMES],
  ])('is whole when another one has put %s there', (_, there) => {
    const target = join(place, 'target');
    mkdirSync(target);
    const other = unpackedBy('other');
    for (const name of readdirSync(other)) if (!there.includes(name)) rmSync(join(other, name), { recursive: true });
    if (there.length > 0) moveInto(other, target, there.at(-1));
    const own = unpackedBy('own');
    moveInto(own, target, 'browser');
    expect(readdirSync(target).sort()).toEqual(NAMES);
    for (const path of ['fonts/conf', 'fonts/deep/font', 'library.so', 'browser'])
      expect(['own', 'other']).toContain(readFileSync(join(target, path), 'utf8'));
    expect(existsSync(own)).toBe(false);
  });

  it('is told of where the folder cannot be written', () => {
    expect(() => moveInto(unpackedBy('own'), join(place, 'nowhere'), 'browser')).toThrow('ENOENT');
  });
});
