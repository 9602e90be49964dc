/** What completion offers for a word: file names, folders, rule ids, or nothing. */
type Offered = 'file' | 'folder' | 'rule';

/** An option as a command declares it; parsing, help, completion and suggestions derive from it. */
export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  /** The name of its value in help: `FILE`; null for a switch. */
  readonly takes: string | null;
  /** Its possible values, when they can be listed. */
  readonly values?: readonly string[];
  readonly offers?: Offered;
  /** True for an option that may be repeated. */
  readonly isRepeated?: true;
  /** The value when it is not given. */
  readonly fallback?: string;
  /** Its help text: one sentence, without the default. */
  readonly help: string;
}

/** A command as its help, shell completion and parser know it. */
export interface CommandSpec {
  readonly name: string;
  /** What follows its name in the list of commands: `[PATH…]`; empty for nothing. */
  readonly argument: string;
  /** The possible values of its argument, when they can be listed. */
  readonly values?: readonly string[];
  readonly offers?: Offered;
  /** Its text in the list of commands. */
  readonly summary: string;
  /** The first sentence of its help. */
  readonly title: string;
  /** Lines of usage, without the program's name. */
  readonly usages: readonly string[];
  /** Paragraphs between usage and options. */
  readonly about: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Paragraphs after the options. */
  readonly after: readonly string[];
}

/** An option of every command, read before the command's own. */
export const COLOR: OptionSpec = {
  name: 'color',
  takes: 'WHEN',
  values: ['auto', 'always', 'never'],
  fallback: 'auto',
  help: 'whether the output has colors; auto is on a terminal, unless NO_COLOR is set',
};

/** The other option of every command. */
export const HELP_OPTION: OptionSpec = { name: 'help', takes: null, help: 'print this help' };
