import { writeFileSync } from 'node:fs';
import { reasonOf } from '../../files/nodeFiles.ts';
import { SETTINGS_FILE_NAME } from '../../module/sources/settingsFile.ts';
import type { Output } from '../output.ts';
import { INIT } from '../table/commands.ts';
import { parse } from '../table/parseWords.ts';
import { UsageError } from '../usage.ts';
import { SETTINGS_TEMPLATE } from './settingsTemplate.ts';

/** Runs `init`: writes a settings file into the working directory, and never overwrites one. */
export function runInit(words: readonly string[], output: Output): number {
  const [extra] = parse(words, INIT).positionals;
  if (extra !== undefined) throw new UsageError(`init takes no argument, not '${extra}'`);
  try {
    writeFileSync(SETTINGS_FILE_NAME, SETTINGS_TEMPLATE, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    const reason = isThere ? 'it already exists' : reasonOf(error);
    throw new UsageError(`${SETTINGS_FILE_NAME} cannot be written: ${reason}`);
  }
  output.print(`wrote ${SETTINGS_FILE_NAME}`);
  return 0;
}
