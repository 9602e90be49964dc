import type { Range } from '../../syntax/tree/tree.ts';

/** Something wrong with a reference, in the words of a user. */
export interface Flaw {
  readonly kind: 'instance' | 'attribute' | 'undeclared';
  /** In the piece of the block that refers. */
  readonly range: Range;
  readonly message: string;
  /** True where `terraform validate` says it, whatever the values are. */
  readonly isStatic: boolean;
  readonly mend?: Mend;
}

/** What may are there instead. */
export interface Mend {
  readonly title: string;
  readonly kind: 'one' | 'choice';
  /** The text that goes. */
  readonly range: Range;
  readonly text: string;
}
