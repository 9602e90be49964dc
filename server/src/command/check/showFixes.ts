import { createTwoFilesPatch } from 'diff';
import { relativePath } from '../../report/reportPlaces.ts';
import { printCount } from '../../simulate/amounts.ts';
import { printablePatchLine } from '../../syntax/shown/printable.ts';
import type { Output } from '../output.ts';
import type { FixRequest } from './writeFixes.ts';
import { fixFiles } from './writeFixes.ts';

type Style = 'head' | 'place' | 'added' | 'removed';

const COLOURS: Readonly<Record<Style, string>> = { head: '1', place: '36', added: '32', removed: '31' };

/** Prints what `--fix` would change as a patch for `git apply`; true when there are changes. */
export function showFixes(request: Omit<FixRequest, 'write'>, output: Output): boolean {
  const patches: string[] = [];
  const write: FixRequest['write'] = (uri, before, after) => {
    patches.push(patchOf(relativePath(uri), before, after, output.hasColours));
    return null;
  };
  fixFiles({ ...request, write, tell: () => undefined });
  if (patches.length === 0) {
    request.tell('--fix would change nothing');
    return false;
  }
  output.print(patches.join('\n'));
  request.tell(`--fix would change ${printCount(patches.length, 'file', 'files')}`);
  return true;
}

function patchOf(file: string, before: string, after: string, hasColours: boolean): string {
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, {
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
  const lines = patch.trimEnd().split('\n');
  return lines
    .map((line, index) => painted(printablePatchLine(line), hasColours ? styleOf(line, index) : null))
    .join('\n');
}

function painted(line: string, style: Style | null): string {
  return style === null ? line : `\u001b[${COLOURS[style]}m${line}\u001b[0m`;
}

function styleOf(line: string, index: number): Style | null {
  if (index < 2) return 'head';
  if (line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : null;
}
