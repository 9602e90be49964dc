/** The meaning of a JSON string's content; unchanged when it is invalid. */
export function unescaped(spelled: string): string {
  if (!spelled.includes('\\')) return spelled;
  try {
    return String(JSON.parse(`"${spelled}"`));
  } catch {
    return spelled;
  }
}
