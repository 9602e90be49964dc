import type { Module } from '../../../../server/src/module/module.ts';
import { Workspace } from '../../../../server/src/module/workspace.ts';

/** Files by path; one of them holds `$0`, the cursor. */
export type MarkedFiles = Readonly<Record<string, string>>;

interface OpenedFiles {
  readonly workspace: Workspace;
  readonly module: Module;
  readonly texts: Readonly<Record<string, string>>;
  /** The file of the cursor. */
  readonly uri: string;
  readonly offset: number;
}

const ROOT = 'file:///code/';

export function openFiles(marked: string | MarkedFiles): OpenedFiles {
  const files = typeof marked === 'string' ? { 'main.tf': marked } : marked;
  const workspace = new Workspace();
  const texts: Record<string, string> = {};
  let cursor: { readonly uri: string; readonly offset: number } | undefined;
  for (const [path, text] of Object.entries(files)) {
    const offset = text.indexOf('$0');
    const uri = ROOT + path;
    if (offset >= 0) cursor = { uri, offset };
    texts[path] = text.replace('$0', '');
    workspace.openDocument(uri, texts[path] ?? '');
  }
  const module = cursor && workspace.moduleOf(cursor.uri);
  if (cursor === undefined || module === undefined) throw new Error('no file has a $0');
  return { workspace, module, texts, ...cursor };
}

interface Located {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

/** Places in readable form: `path:line: the line with the place in «»`. */
export function drawn(texts: Readonly<Record<string, string>>, places: readonly Located[]): string[] {
  return places.map(({ uri, start, end }) => {
    const path = uri.slice(ROOT.length);
    const text = texts[path] ?? '';
    const marked = `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
    const before = text.slice(0, start).split('\n').length;
    const line = marked.slice(marked.lastIndexOf('\n', start) + 1).split('\n')[0] ?? '';
    return `${path}:${before}: ${line.trim()}`;
  });
}
