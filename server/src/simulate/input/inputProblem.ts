/** Something in an input that could not be used. */
export interface InputProblem {
  /** The number of the record, from 1, through all pages; null for the text itself. */
  readonly record: number | null;
  readonly field: string | null;
  /** What is wrong and what became of it, in one sentence. */
  readonly message: string;
}

/** A problem as a line for people. */
export function describeProblem({ record, field, message }: InputProblem): string {
  const place = [record === null ? [] : `record ${record}`, field ?? []].flat().join(', ');
  return place === '' ? message : `${place}: ${message}`;
}
