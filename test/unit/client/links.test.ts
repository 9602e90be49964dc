import { describe, expect, it } from 'vitest';
import { Links } from '../../../client/src/links.ts';

const LINKS = new Set(['/w/l', '/w/a/l', '/l', '/w/a/b/c/l']);

function links() {
  const asked: string[] = [];
  const known = new Links(async (path) => {
    asked.push(path);
    if (path.includes('nowhere')) throw new Error('not found');
    return LINKS.has(path);
  });
  return { known, asked };
}

describe('links on the way to a file', () => {
  it.each([
    ['/w', '/w/main.tf', false],
    ['/w', '/w/a/main.tf', false],
    ['/w', '/w/l/main.tf', true],
    ['/w', '/w/l/a/b/main.tf', true],
    ['/w/', '/w/a/l/p.json', true],
    ['/w', '/w/a/b/c/l/p.json', true],
    ['/w', '/w/nowhere/p.json', false],
    ['/w', '/w/a/l', false],
    ['/w', '/w/l/.', true],
    ['/', '/l/main.tf', true],
    ['/', '/main.tf', false],
  ])('%s %s: %s', async (root, path, expected) => {
    expect(await links().known.areOnTheWay(root, path)).toBe(expected);
  });

  it('are asked for once for all files of a folder', async () => {
    const { known, asked } = links();
    await Promise.all(['x', 'y', 'z'].map((name) => known.areOnTheWay('/w', `/w/a/b/${name}.tf`)));
    expect(asked).toEqual(['/w/a', '/w/a/b']);
  });
});
