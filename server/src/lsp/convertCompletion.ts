import type { CompletionItem as LspCompletionItem } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from '../service/completion/item.ts';

const KINDS: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  value: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
  argument: CompletionItemKind.Property,
  block: CompletionItemKind.Struct,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

/** An item as the protocol says it; snippets lose their tab stops for a client that takes none. */
export function toCompletionItem(
  item: CompletionItem,
  document: TextDocument,
  takesSnippets: boolean,
): LspCompletionItem {
  const { insert } = item;
  const range = { start: document.positionAt(insert.start), end: document.positionAt(insert.end) };
  const isSnippet = insert.isSnippet && takesSnippets;
  return {
    label: item.label,
    kind: KINDS[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    documentation: { kind: 'markdown', value: item.documentation },
    sortText: item.sortText,
    ...(item.filterText === undefined ? {} : { filterText: item.filterText }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: insert.isSnippet && !takesSnippets ? withoutTabStops(insert.text) : insert.text },
  };
}

/** A snippet's text with each tab stop replaced by its default. */
function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|}]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+|\$\{\d+\}/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
