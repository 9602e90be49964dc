/** One allowed value of an argument or key, with what it does. */
export interface EnumerationValue {
  readonly value: string;
  /** Markdown, one or two sentences. */
  readonly documentation: string;
}
