import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');

interface Rooms {
  readonly knows: Readonly<Record<string, readonly string[]>>;
  readonly packages: Readonly<Record<string, readonly string[]>>;
  readonly nodeFree: readonly string[];
}

const { knows, packages, nodeFree }: Rooms = JSON.parse(readFileSync(join(ROOT, 'scripts', 'rooms.json'), 'utf8'));

interface Import {
  readonly from: string;
  readonly to: string;
}

/** The room of a file, by its path from the repository's root; an entry point belongs to none. */
function roomOf(path: string): string | null {
  if (path.startsWith('client/src/simulator/view/')) return 'view';
  if (path.startsWith('client/src/')) return 'client';
  return /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Every import of the product; packages as `package NAME`. */
const imports: readonly Import[] = ['server/src', 'client/src'].flatMap((source) =>
  readdirSync(join(ROOT, source), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => importsOf(join(ROOT, source, name))),
);

function importsOf(file: string): Import[] {
  const found = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|^import) '([^']+)';$/gm);
  const pathOf = (absolute: string) => relative(ROOT, absolute).replaceAll(sep, '/');
  return [...found].map(([, target = '']) => ({
    from: pathOf(file),
    to: target.startsWith('.') ? pathOf(resolve(dirname(file), target)) : `package ${target}`,
  }));
}

const from = (room: string) => imports.filter((found) => roomOf(found.from) === room);

describe('rooms', () => {
  it('are all in the table', () => {
    const found = new Set(imports.flatMap((one) => [roomOf(one.from), roomOf(one.to)]).filter((room) => room !== null));
    expect(Object.keys(knows).sort()).toEqual([...found].sort());
  });

  it.each(Object.entries(knows))('%s imports only from the rooms that it may know', (room, known) => {
    const wrong = from(room).filter(({ to }) => {
      const other = roomOf(to);
      return other !== null && other !== room && !known.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it.each(nodeFree)('%s uses no package but those that touch nothing outside themselves', (room) => {
    const allowed = (packages[room] ?? []).map((name) => `package ${name}`);
    expect(from(room).filter(({ to }) => to.startsWith('package ') && !allowed.includes(to))).toEqual([]);
  });

  it('knows in one direction: no room is known by one that it knows', () => {
    const both = Object.entries(knows).flatMap(([room, known]) =>
      known.filter((other) => knows[other]?.includes(room)).map((other) => `${room} and ${other}`),
    );
    expect(both).toEqual([]);
  });
});
