import type { Module } from '../../../../server/src/module/module.ts';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import type { CompletionItem } from '../../../../server/src/service/completion/items/completionItem.ts';

const URI = 'file:///module/main.tf';

/** A module of one file with a cursor in it. */
export interface MarkedModule {
  readonly module: Module;
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
}

/** Opens a text with the cursor at `$0`, together with other files of the same module. */
export function openAtCursor(marked: string, others: Readonly<Record<string, string>> = {}): MarkedModule {
  const offset = marked.indexOf('$0');
  if (offset === -1 || marked.includes('$0', offset + 1)) throw new Error('a marked text has one $0');
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  const workspace = new Workspace();
  workspace.openDocument(URI, text);
  for (const [name, other] of Object.entries(others)) workspace.openDocument(`file:///module/${name}`, other);
  const module = workspace.moduleOf(URI);
  if (module === undefined) throw new Error('the document is open');
  return { module, uri: URI, text, offset };
}

/** The items at the cursor, in the editor's order. */
export function itemsAt(
  marked: string,
  offersArguments = true,
  others: Readonly<Record<string, string>> = {},
): CompletionItem[] {
  const { module, uri, offset } = openAtCursor(marked, others);
  const items = complete({ module, uri, offset, offersArguments });
  return [...items].sort((one, other) => (one.sortText < other.sortText ? -1 : 1));
}

export function labelsAt(
  marked: string,
  offersArguments = true,
  others: Readonly<Record<string, string>> = {},
): string[] {
  return itemsAt(marked, offersArguments, others).map(({ label }) => label);
}

/** The same without what Terraform's language allows anywhere, which is offered where nothing of ECR fits. */
export function ecrLabelsAt(marked: string): string[] {
  const labels = labelsAt(marked);
  const plain = labelsAt(marked, false);
  return labels.includes('path.module') ? plain : labels;
}

/** The text after accepting the item with that label; tab stops are left as `‸`, or as their initial text. */
export function accept(marked: string, label: string, others: Readonly<Record<string, string>> = {}): string {
  const { module, uri, text, offset } = openAtCursor(marked, others);
  const items = complete({ module, uri, offset, offersArguments: true });
  const item = items.find((candidate) => candidate.label === label);
  if (item === undefined)
    throw new Error(`no item ${label} among ${items.map((candidate) => candidate.label).join(', ')}`);
  const { start, end, text: inserted, isSnippet } = item.insert;
  if (start > offset || end < offset) throw new Error('the edit must hold the cursor');
  if (text.slice(start, end).includes('\n')) throw new Error('the edit must stay on one line');
  const indentation = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const written = isSnippet ? expand(inserted) : inserted;
  const { commaAt = null } = item;
  const before = commaAt === null ? text.slice(0, start) : `${text.slice(0, commaAt)},${text.slice(commaAt, start)}`;
  return before + written.replaceAll('\n', `\n${indentation}`) + text.slice(end);
}

/** A repeated stop equals the first with its number. */
function expand(snippet: string, initials: Map<string, string> = new Map()): string {
  const part = /\\([$}\\])|\$\{(\d+)\|([^,|]*)[^|]*\|\}|\$\{(\d+):((?:[^}\\]|\\.)*)\}|\$(\d+)/g;
  return snippet.replace(part, (_, escaped, chosen, first, set, initial, repeated) => {
    if (escaped !== undefined) return escaped;
    if (repeated !== undefined) return initials.get(repeated) ?? '‸';
    const text = first ?? expand(initial, initials);
    initials.set(chosen ?? set, text);
    return text;
  });
}
