import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of the rules' pages: they are packed beside the bundle's folder, in the extension and the repository. */
export function localPages(): string {
  return `${pathToFileURL(resolve(__dirname, '..', 'docs', 'rules')).href}/`;
}
