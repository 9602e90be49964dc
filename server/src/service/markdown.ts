/** Plain text as Markdown that shows it: tags and patterns may hold characters that Markdown would take as its own. */
export function asMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|~]/g, '\\$&');
}
