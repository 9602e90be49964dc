import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../../../server/src');

it('turns paths into URIs, and back, in one file', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const others = files.filter((name) =>
    /pathToFileURL|fileURLToPath|`file:\/\//.test(readFileSync(join(source, name), 'utf8')),
  );
  expect(others.sort()).toEqual(['files/paths.ts', 'module/sources/uri.ts']);
});
