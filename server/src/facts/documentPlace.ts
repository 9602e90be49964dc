/** An argument that hands over a JSON document to ECR. */
export interface DocumentPlace {
  /** A resource's type, or the source of the module that a `module` block calls. */
  readonly of: { readonly resource: string } | { readonly module: RegExp };
  readonly argument: string;
  /** The argument beside it that names the repository, or that begins the names of repositories. */
  readonly names?: { readonly repository: string } | { readonly prefix: string };
  /** The key of an object argument that holds the text. */
  readonly key?: string;
  /** True where an empty text means that there is no document: it is not sent. */
  readonly emptyMeansNone?: boolean;
  /** Arguments of a module that leave the document out when they are false. */
  readonly switches?: readonly string[];
}
