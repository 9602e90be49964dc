/** The folders that the editor has open. */
export interface OpenFolders {
  /** Their URIs, each with its last slash. */
  readonly roots: readonly string[];
  isInside(uri: string): boolean;
}
