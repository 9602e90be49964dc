import type { Row } from './table.ts';

/** The servers that are measured: ours, one that does nothing, and the editor's own for JSON. */
export interface Servers {
  readonly ours: readonly string[];
  readonly empty: readonly string[];
  readonly json: readonly string[];
}

/** What is measured: the built files, and the peers that run next to them. */
export interface Setting {
  readonly commandLine: string;
  readonly vsix: string;
  readonly servers: Servers;
}

/** A group of rows that can be asked for by its name. */
export interface Measurement {
  readonly name: string;
  readonly about: string;
  /** Only measured when it is named, because it takes minutes. */
  readonly isLong?: boolean;
  readonly measure: (setting: Setting) => AsyncIterable<Row> | Iterable<Row>;
}
