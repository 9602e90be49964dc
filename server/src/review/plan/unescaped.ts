/** What the inside of a JSON string stands for; as it is where it is no such string. */
export function unescaped(spelled: string): string {
  if (!spelled.includes('\\')) return spelled;
  try {
    return String(JSON.parse(`"${spelled}"`));
  } catch {
    return spelled;
  }
}
