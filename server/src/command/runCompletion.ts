import { nearestName } from '../ecr/nearestName.ts';
import { completionScript } from './completion/completion.ts';
import type { Output } from './output.ts';
import { COMPLETION, SHELLS } from './table/commands.ts';
import { parse } from './table/parseWords.ts';
import { UsageError } from './usage.ts';

/** Runs `completion`: prints the script that a shell reads. */
export function runCompletion(words: readonly string[], output: Output): number {
  const [written, second] = parse(words, COMPLETION).positionals;
  if (written === undefined) throw new UsageError(`completion takes a SHELL: ${SHELLS.join(', ')}`);
  if (second !== undefined) throw new UsageError(`completion takes one SHELL, not '${second}' as well`);
  const shell = SHELLS.find((name) => name === written.toLowerCase());
  if (shell === undefined) {
    const near = nearestName(written, SHELLS);
    const hint = near === undefined ? '' : `; did you mean '${near}'?`;
    throw new UsageError(`completion takes ${SHELLS.join(', ')}, not '${written}'${hint}`);
  }
  output.print(completionScript(shell));
  return 0;
}
