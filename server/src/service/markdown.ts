/** Plain text as Markdown that shows it: tags and patterns may hold characters that Markdown would take as its own. */
export function asMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|~]/g, '\\$&');
}

/** What stands for itself, what is emphasized, links, and escapes: all the Markdown that documentation uses. */
const MARKS = /`([^`]*)`|\*\*((?:[^*`]|`[^`]*`)+)\*\*|\[([^\]]+)\]\(([^)]+)\)|\\([\\`*_[\]<>|~])/g;

/** Markdown without its marks; a link is followed by its address. */
export function asPlainText(markdown: string): string {
  return markdown.replaceAll(
    MARKS,
    (_, code?: string, strong?: string, link?: string, page?: string, mark?: string) => {
      if (code !== undefined) return code;
      if (strong !== undefined) return asPlainText(strong);
      return link === undefined ? (mark ?? '') : `${link}: ${page}`;
    },
  );
}
