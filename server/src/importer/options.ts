/** How the code is to be written. */
export interface ImportOptions {
  /** One resource with `for_each` for all repositories in place of one each. */
  readonly forEach: boolean;
  /** `identity` in place of `id`, where a type has one. */
  readonly identity: boolean;
  /** Writes `region` into each resource, so that the code may hold several regions. */
  readonly regionArgument: boolean;
}
