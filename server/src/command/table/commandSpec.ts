/** What completion offers for a word: file names, folders, ids of rules, or nothing. */
type Offered = 'file' | 'folder' | 'rule';

/** An option as a command describes it; parsing, help, completion and suggestions are made from this. */
export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  /** What it takes, as help names it: `FILE`; null for a switch. */
  readonly takes: string | null;
  /** The words that it takes, where these can be listed. */
  readonly values?: readonly string[];
  readonly offers?: Offered;
  /** True for one that may be given several times. */
  readonly isRepeated?: true;
  /** What counts where it is not given. */
  readonly fallback?: string;
  /** What help says about it; one sentence, without its default. */
  readonly help: string;
}

/** A command as its help, the completion of shells and its parser know it. */
export interface CommandSpec {
  readonly name: string;
  /** What follows its name in the list of commands: `[PATH…]`; empty for nothing. */
  readonly argument: string;
  /** The words that its argument takes, where these can be listed. */
  readonly values?: readonly string[];
  readonly offers?: Offered;
  /** What the list of commands says about it. */
  readonly summary: string;
  /** The first sentence of its help. */
  readonly title: string;
  /** Lines of usage, without the program's name. */
  readonly usages: readonly string[];
  /** Paragraphs between usage and options. */
  readonly about: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Paragraphs below the options. */
  readonly after: readonly string[];
}

/** An option of every command, which is read before the command's own. */
export const COLOR: OptionSpec = {
  name: 'color',
  takes: 'WHEN',
  values: ['auto', 'always', 'never'],
  fallback: 'auto',
  help: 'whether the output has colours; auto is on a terminal, unless NO_COLOR is set',
};

/** Another option of every command. */
export const HELP_OPTION: OptionSpec = { name: 'help', takes: null, help: 'print this help' };
