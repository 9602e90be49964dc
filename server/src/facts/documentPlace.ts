/** An argument that passes a JSON document to ECR. */
export interface DocumentPlace {
  /** A resource's type, or the source of the module that a `module` block calls. */
  readonly of: { readonly resource: string } | { readonly module: RegExp };
  readonly argument: string;
  /** The argument of the same block with the repository's name, or with a prefix of names. */
  readonly names?: { readonly repository: string } | { readonly prefix: string };
  /** The key of an object argument with the text. */
  readonly key?: string;
  /** True when an empty text means "no document", and nothing is sent. */
  readonly emptyMeansNone?: boolean;
  /** Arguments of a module that leave the document out when they are false. */
  readonly switches?: readonly string[];
}
