import type { MarkupContent } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { asPlainText } from '../../syntax/shown/markdown.ts';

/** The client's preferred format that the server knows; plain text by default. */
export function preferredFormat(formats: readonly string[] | undefined): MarkupKind {
  const known = formats?.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText);
  return known === MarkupKind.Markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
}

/** Markdown as a client shows it. */
export function markupOf(markdown: string, kind: MarkupKind): MarkupContent {
  return { kind, value: kind === MarkupKind.Markdown ? markdown : asPlainText(markdown) };
}
