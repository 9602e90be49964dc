/** A file that the user chose for an import. */
export interface GivenOutput {
  /** Its name for the user. */
  readonly name: string;
  /** The name of the folder that contains it; null for a text without one. */
  readonly folder: string | null;
  readonly text: string;
}

/** The code for the objects in AWS CLI outputs, or the reason why there is none. */
export type ImportAnswer =
  | { readonly kind: 'code'; readonly code: string; readonly warnings: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** True for files from a client. */
export function isGivenOutputs(value: unknown): value is readonly GivenOutput[] {
  return Array.isArray(value) && value.every(isGivenOutput);
}

function isGivenOutput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('name' in value && 'folder' in value && 'text' in value))
    return false;
  const { name, folder, text } = value;
  return typeof name === 'string' && typeof text === 'string' && (folder === null || typeof folder === 'string');
}
