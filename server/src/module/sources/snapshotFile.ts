import type { LocatedExpression } from '../../evaluate/scope.ts';
import type { SyntaxFile } from '../../syntax/tree/file.ts';
import type { Place } from '../../syntax/tree/place.ts';

/** A file other than a Terraform file, as far as known. The object stays the same while the answer does. */
export type SnapshotFile =
  | AttachedFile
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly because: string };

/** A text that a module reads: a policy, a template. */
export interface AttachedFile {
  readonly kind: 'text';
  readonly uri: string;
  readonly text: string;
  /** One piece that holds the whole text. */
  readonly syntax: SyntaxFile;
  /** The whole text. */
  readonly place: Place;
  /** The same text as a template; null for a text without template parts, and for an unreadable one. */
  readonly template: LocatedExpression | null;
}
