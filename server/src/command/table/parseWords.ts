import { parseArgs } from 'node:util';
import { nearestName } from '../../ecr/nearestName.ts';
import { UsageError } from '../usage.ts';
import type { CommandSpec, OptionSpec } from './commandSpec.ts';
import { COLOR, HELP_OPTION } from './commandSpec.ts';

type Value = string | boolean | readonly (string | boolean)[] | undefined;

export interface ParsedWords {
  /** By the names of options; undefined for one that is not given and has no default. */
  readonly values: Readonly<Record<string, Value>>;
  readonly positionals: readonly string[];
}

/** Parses words by a command's options; throws a `UsageError` that names the nearest option for an unknown one. */
export function parse(words: readonly string[], { name, options }: CommandSpec): ParsedWords {
  requireKnown(words, name, options);
  try {
    return parseArgs({
      args: [...words],
      options: Object.fromEntries(options.map((option) => [option.name, parserOption(option)])),
      allowPositionals: true,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split('. ')[0] ?? message);
  }
}

function parserOption({ takes, isRepeated, fallback }: OptionSpec) {
  return {
    type: takes === null ? ('boolean' as const) : ('string' as const),
    multiple: isRepeated === true,
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

/** The parser would only say that it does not know the option. */
function requireKnown(words: readonly string[], command: string, options: readonly OptionSpec[]): void {
  const names = options.map(({ name }) => name);
  for (const [index, word] of words.entries()) {
    if (word === '--') return;
    const written = /^--([^=]+)/.exec(word)?.[1];
    if (written === undefined || names.includes(written) || isValueOf(words[index - 1], options)) continue;
    const near = nearestName(written, [...names, COLOR.name, HELP_OPTION.name]);
    const hint =
      near === undefined ? `'terraform-ecr ${command} --help' lists its options` : `did you mean '--${near}'?`;
    throw new UsageError(`${command} has no option '--${written}'; ${hint}`);
  }
}

/** True after an option that takes a value; the parser reports mistakes there. */
function isValueOf(before: string | undefined, options: readonly OptionSpec[]): boolean {
  return options.some(({ name, takes }) => takes !== null && before === `--${name}`);
}
