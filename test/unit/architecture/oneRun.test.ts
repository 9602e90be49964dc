import { expect, it } from 'vitest';
import { productFiles, textOfFile } from './importGraph.ts';

it('makes what a run of check or list works on once, and hands it to all that works on it', () => {
  const files = productFiles().filter((path) => /^server\/src\/(command|report)\//.test(path));
  const made = files.flatMap((path) => [...textOfFile(path).matchAll(/new ServiceContext\(/g)].map(() => path));
  expect(files.length).toBeGreaterThan(30);
  expect(made.sort()).toEqual([
    'server/src/command/check/runCheck.ts',
    // Each call of an agent is a run of its own.
    'server/src/command/mcp/workspaceDoor.ts',
    'server/src/command/runList.ts',
  ]);
});
