/** What the client tells the server at start, as initialization options. */
export interface StartOptions {
  /** True when another Terraform extension is present, which reports syntax and completes arguments. */
  readonly companion: boolean;
  /** True when the client has a simulator view, which code lenses open. */
  readonly showsSimulations: boolean;
  /** True when the client answers the requests of `fileRequests.ts`. */
  readonly readsFiles: boolean;
  /** The address of the rules' pages, ending in a slash; null when the server knows it itself. */
  readonly pages: string | null;
}

/** Assumed about a client that sends no initialization options. */
export const DEFAULT_START_OPTIONS: StartOptions = {
  companion: false,
  showsSimulations: false,
  readsFiles: false,
  pages: null,
};
