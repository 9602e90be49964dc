import type { Range } from '../../syntax/tree/tree.ts';

/** A mistake in a reference, in a user's words. */
export interface Flaw {
  readonly kind: 'instance' | 'attribute' | 'undeclared';
  /** In the piece of the referring block. */
  readonly range: Range;
  readonly message: string;
  /** True when `terraform validate` reports it, whatever the values are. */
  readonly isStatic: boolean;
  readonly mend?: Mend;
}

/** The texts that may replace it. */
export interface Mend {
  readonly title: string;
  readonly kind: 'one' | 'choice';
  /** The text to be replaced. */
  readonly range: Range;
  readonly text: string;
}
