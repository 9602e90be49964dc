import type { CompletionItem as LspCompletionItem, TextEdit } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem } from '../../service/completion/items/completionItem.ts';
import { withoutStops } from '../../service/completion/items/snippet.ts';
import type { ClientAbilities } from '../capabilities.ts';
import type { DocumentationKey } from '../features/resolveDocumentation.ts';
import { markupOf } from './markup.ts';

const KINDS: Readonly<Record<CompletionItem['kind'], CompletionItemKind>> = {
  value: CompletionItemKind.EnumMember,
  key: CompletionItemKind.Property,
  argument: CompletionItemKind.Property,
  block: CompletionItemKind.Struct,
  reference: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  function: CompletionItemKind.Function,
};

/**
 * A completion item of the protocol; snippets lose their tab stops for a client without snippet support. `later`
 * carries the data for resolving documentation; null to send it at once.
 */
export function toCompletionItem(
  item: CompletionItem,
  document: TextDocument,
  { takesSnippets, takesCommitCharacters, documentationFormat }: ClientAbilities,
  later: DocumentationKey | null,
): LspCompletionItem {
  const { insert } = item;
  const range = { start: document.positionAt(insert.start), end: document.positionAt(insert.end) };
  const isSnippet = insert.isSnippet && takesSnippets;
  return {
    label: item.label,
    kind: KINDS[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(later === null ? { documentation: markupOf(item.documentation, documentationFormat) } : { data: later }),
    ...(takesCommitCharacters && item.commitCharacters ? { commitCharacters: [...item.commitCharacters] } : {}),
    sortText: item.sortText,
    ...(item.filterText === undefined ? {} : { filterText: item.filterText }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(item.commaAt === undefined ? {} : { additionalTextEdits: [commaAt(document, item.commaAt)] }),
    textEdit: { range, newText: insert.isSnippet && !takesSnippets ? withoutStops(insert.text) : insert.text },
  };
}

function commaAt(document: TextDocument, offset: number): TextEdit {
  const position = document.positionAt(offset);
  return { range: { start: position, end: position }, newText: ',' };
}
