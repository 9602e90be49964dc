import { resolve } from 'node:path';
import { machinePaths } from './paths.ts';

/** The address of the rules' pages: they are packed beside the bundle's folder, in the extension and the repository. */
export function localPages(): string {
  return `${machinePaths.uriOf(resolve(__dirname, '..', 'docs', 'rules'))}/`;
}
