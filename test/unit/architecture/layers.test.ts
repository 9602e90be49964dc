import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../../server/src');

/** Each room; it may import from its own files and from the rooms before it, but not from those `BESIDE` it. */
const ORDER = ['facts', 'syntax', 'embedded', 'evaluate', 'module', 'ecr', 'simulate', 'rules', 'problems', 'service'];

/** Rooms that stand side by side and do not know each other. */
const BESIDE: Readonly<Record<string, string>> = { rules: 'simulate' };

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Every import of a room's files, as paths below server/src; packages as `package NAME`. */
function importsOf(room: string): Import[] {
  const files = readdirSync(join(source, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) => {
    const path = join(source, room, name);
    const found = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|^import) '([^']+)';$/gm);
    return [...found].map(([, target = '']) => ({
      from: relative(source, path),
      to: target.startsWith('.') ? relative(source, resolve(dirname(path), target)) : `package ${target}`,
    }));
  });
}

/** Packages that touch nothing outside themselves. */
const PURE_PACKAGES = ['package jsonc-parser', 'package re2js', 'package yaml', 'package ignore'];

describe('rooms of the server', () => {
  it.each(ORDER)('%s imports only from rooms before it', (room) => {
    const allowed = ORDER.slice(0, ORDER.indexOf(room) + 1).filter((other) => other !== BESIDE[room]);
    const imports = importsOf(room);
    const wrong = imports.filter(({ to }) => {
      const [first = ''] = to.split('/');
      return to.startsWith('package ') ? !PURE_PACKAGES.includes(to) : !allowed.includes(first);
    });
    expect(wrong).toEqual([]);
  });

  it('facts import nothing but facts', () => {
    expect(importsOf('facts').filter(({ to }) => !to.startsWith('facts/'))).toEqual([]);
  });
});
