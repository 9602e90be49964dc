/** A longer text is not a document. */
const LENGTH_LIMIT = 1_000_000;

/** True for the JSON text of an object or a list. */
export function isDocumentText(text: string): boolean {
  const value = parsed(text);
  return typeof value === 'object' && value !== null;
}

/** True for JSON text that is a string, and the string is the JSON text of an object or a list. */
export function isEncodedTwice(text: string): boolean {
  if (!text.trimStart().startsWith('"')) return false;
  const value = parsed(text);
  return typeof value === 'string' && isDocumentText(value);
}

/** A text's JSON value; undefined when it is not JSON. */
function parsed(text: string): unknown {
  if (text.length > LENGTH_LIMIT) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
