import { readFileSync } from 'node:fs';
import { reasonOf } from '../files/nodeFiles.ts';
import { isReadFile } from '../module/sources/fileKinds.ts';
import { decodeText } from '../simulate/input/decodeText.ts';
import { UsageError } from './usage.ts';

/**
 * The paths of a list that are checked: code, variables, settings and policies. `path` is the list's own, `-` for
 * standard input. Other kinds of files are skipped, because a pull request changes those too.
 */
export function listedFiles(path: string): readonly string[] {
  const names = namesIn(textOf(path, path === '-' ? 'standard input' : path));
  return [...new Set(names)].filter((name) => isReadFile(name.replaceAll('\\', '/')) || isPolicyFile(name));
}

function textOf(path: string, name: string): string {
  try {
    return decodeText(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reasonOf(error)}`);
  }
}

/** One name per line, or separated by NUL as `git diff -z` prints them. */
function namesIn(text: string): readonly string[] {
  if (text.includes('\0')) return text.split('\0').filter((name) => name !== '');
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').map(unquoted);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
]);

/** The plain form of a name that git quotes: octal bytes and escapes between quotation marks. */
function unquoted(line: string): string {
  const [, inner] = /^"(.*)"$/.exec(line) ?? [];
  if (inner === undefined) return line;
  const bytes = inner.replaceAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g, (_, octal?: string, escaped?: string, plain = '') => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    const text = escaped === undefined ? plain : (ESCAPES.get(escaped) ?? escaped);
    return Buffer.from(text, 'utf8').toString('latin1');
  });
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Most JSON in a repository is not a policy; a lifecycle policy has rules with priorities. */
function isPolicyFile(path: string): boolean {
  if (!path.endsWith('.json')) return false;
  try {
    return readFileSync(path, 'utf8').includes('"rulePriority"');
  } catch {
    return false;
  }
}
