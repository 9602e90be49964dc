import { CHECKS } from '../../checks/registry.ts';
import type { CommandSpec, OptionSpec } from '../table/commandSpec.ts';
import { COLOR, HELP_OPTION } from '../table/commandSpec.ts';
import { COMMANDS, type SHELLS } from '../table/commands.ts';
import { bashScript } from './bash.ts';
import type { CompletedCommand } from './completed.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

export type CompletionShell = (typeof SHELLS)[number];

/** The script that a shell reads. */
export function completionScript(shell: CompletionShell): string {
  const commands = COMMANDS.map(completedCommand);
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      return zshScript(commands);
    case 'fish':
      return fishScript(commands);
    case 'powershell':
      return powershellScript(commands);
  }
}

function completedCommand({ name, summary, options, ...argument }: CommandSpec): CompletedCommand {
  return {
    name,
    help: summary,
    ...offered(argument),
    options: [...options, COLOR, HELP_OPTION].map((option) => ({
      name: `--${option.name}`,
      takes: option.takes,
      help: option.help,
      ...offered(option),
    })),
  };
}

function offered({ values = [], offers }: Pick<OptionSpec, 'values' | 'offers'>) {
  const words = offers === 'rule' ? CHECKS.map(({ id }) => id) : values;
  return { words, offersFiles: offers === 'file' || offers === 'folder' };
}
