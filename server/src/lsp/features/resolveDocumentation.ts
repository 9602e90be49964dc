import type { CompletionItem as LspCompletionItem, MarkupKind } from 'vscode-languageserver';
import type { CompletionItem } from '../../service/completion/items/completionItem.ts';
import { markupOf } from '../convert/markup.ts';

/** The data of an item for resolving its documentation later. */
export interface DocumentationKey {
  readonly list: number;
  readonly index: number;
}

/** Number of lists that an editor may still show; it only asks about the selected item. */
const KEPT_LISTS = 4;

/** Keeps the documentation of the last lists, so that lists are sent without it. */
export class Documentation {
  readonly #lists = new Map<number, readonly string[]>();
  #next = 1;

  /** Keeps a list; returns its number. */
  keep(items: readonly CompletionItem[]): number {
    const list = this.#next;
    this.#next += 1;
    this.#lists.set(
      list,
      items.map(({ documentation }) => documentation),
    );
    this.#lists.delete(list - KEPT_LISTS);
    return list;
  }

  /** The item with its documentation, as long as its list is kept. */
  resolve(item: LspCompletionItem, format: MarkupKind): LspCompletionItem {
    const { list, index } = (item.data ?? {}) as Partial<DocumentationKey>;
    const value = list === undefined || index === undefined ? undefined : this.#lists.get(list)?.[index];
    return value === undefined ? item : { ...item, documentation: markupOf(value, format) };
  }
}
