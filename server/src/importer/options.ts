/** How the code should be written. */
export interface ImportOptions {
  /** One resource with `for_each` for all repositories instead of one each. */
  readonly forEach: boolean;
  /** `identity` instead of `id`, when the type supports it. */
  readonly identity: boolean;
  /** Writes `region` into each resource, so that the code may cover several regions. */
  readonly regionArgument: boolean;
}
