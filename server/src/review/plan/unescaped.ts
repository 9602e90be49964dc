/** The meaning of the inside of a JSON string; unchanged when it is not valid. */
export function unescaped(spelled: string): string {
  if (!spelled.includes('\\')) return spelled;
  try {
    return String(JSON.parse(`"${spelled}"`));
  } catch {
    return spelled;
  }
}
