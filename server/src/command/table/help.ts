import { largestOf } from '../../syntax/arrays.ts';
import type { CommandSpec, OptionSpec } from './commandSpec.ts';
import { COLOR, HELP_OPTION } from './commandSpec.ts';
import { COMMANDS } from './commands.ts';

const WIDTH = 100;

const STYLES = { bold: '1', name: '36' } as const;

type Paint = (style: keyof typeof STYLES, text: string) => string;

/** The text of `COMMAND --help`. */
export function helpOf(command: CommandSpec, hasColours: boolean): string {
  const paint = painter(hasColours);
  const [first = '', ...others] = command.usages.map((usage) => `terraform-ecr ${usage}`);
  const usage = [`${paint('bold', 'Usage:')} ${first}`, ...others.map((line) => `       ${line}`)].join('\n');
  const options = describeOptions([...command.options, COLOR, HELP_OPTION], paint);
  return [
    wrap(command.title),
    usage,
    ...command.about.map((text) => wrap(text)),
    `${paint('bold', 'Options:')}\n${options}`,
    ...command.after.map((text) => wrap(text).replace(/^[^:]{1,40}:/, (head) => paint('bold', head))),
  ].join('\n\n');
}

/** The text of `terraform-ecr --help`. */
export function programHelp(hasColours: boolean): string {
  const paint = painter(hasColours);
  const rows = COMMANDS.map(({ name, argument, summary }) => [`${name} ${argument}`.trim(), summary] as const);
  return [
    'terraform-ecr checks Amazon ECR repositories and policies in Terraform and OpenTofu code.',
    `${paint('bold', 'Usage:')} terraform-ecr COMMAND [OPTION…]`,
    `${paint('bold', 'Commands:')}\n${inColumns(rows, paint)}`,
    'terraform-ecr COMMAND --help says more about a command; terraform-ecr --version prints the version.',
  ].join('\n\n');
}

function painter(hasColours: boolean): Paint {
  return (style, text) => (hasColours ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
}

function describeOptions(options: readonly OptionSpec[], paint: Paint): string {
  const rows = options.map(
    (option) => [`--${option.name}${option.takes === null ? '' : ` ${option.takes}`}`, textOn(option)] as const,
  );
  return inColumns(rows, paint);
}

/** What an option does, its values, and its default. */
function textOn({ help, values, fallback }: OptionSpec): string {
  const taken = values === undefined ? help : `${help}: ${listOf(values)}`;
  return fallback === undefined ? taken : `${taken} (default: ${fallback})`;
}

function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function inColumns(rows: readonly (readonly [string, string])[], paint: Paint): string {
  const width = largestOf(rows.map(([name]) => name.length));
  const indent = ' '.repeat(width + 4);
  return rows
    .map(([name, text]) => {
      const [first = '', ...others] = linesOf(text, WIDTH - indent.length);
      const head = `  ${paint('name', name)}${' '.repeat(width - name.length)}  ${first}`;
      return [head, ...others.map((line) => indent + line)].join('\n');
    })
    .join('\n');
}

function wrap(text: string): string {
  return linesOf(text, WIDTH).join('\n');
}

function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
