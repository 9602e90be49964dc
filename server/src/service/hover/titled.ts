import { asMarkdown } from '../../syntax/shown/markdown.ts';

/** What a hover shows in addition to the documentation of a name. */
interface TitleOptions {
  /** A few words next to the name. Markdown. */
  readonly detail?: string;
  /** The text about this particular place, last. */
  readonly more?: string | null;
  /** The address of a page about the name. */
  readonly page?: string | undefined;
}

/**
 * A hover's text: the name (given as plain text) with a link to its page, its documentation, and what is known about
 * this place. Markdown.
 */
export function titled(name: string, documentation: string, { detail, more, page }: TitleOptions = {}): string {
  const words = [`**${asMarkdown(name)}**`, detail && `(${detail})`, page && `[documentation](${page})`];
  const title = words.filter((word) => word !== undefined && word !== '').join(' ');
  return [title, documentation, more ?? ''].filter((part) => part !== '').join('\n\n');
}
