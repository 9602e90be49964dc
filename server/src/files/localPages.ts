import { resolve } from 'node:path';
import { machinePaths } from './paths.ts';

/**
 * The local address of the rule pages, which are packed next to the bundle's folder in the extension and the
 * repository.
 */
export function localPages(): string {
  return `${machinePaths.uriOf(resolve(__dirname, '..', 'docs', 'rules'))}/`;
}
