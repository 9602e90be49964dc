/** Something to complete: its words, files or folders from the disk, or neither. */
interface Completed {
  readonly help: string;
  readonly words: readonly string[];
  readonly offersFiles: boolean;
}

export interface CompletedOption extends Completed {
  /** With its dashes. */
  readonly name: string;
  /** Null for a switch. */
  readonly takes: string | null;
}

export interface CompletedCommand extends Completed {
  readonly name: string;
  readonly options: readonly CompletedOption[];
}
