import type { Range as LspRange } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../../module/workspace.ts';
import type { SyntaxFile } from '../../syntax/tree/file.ts';
import type { Range } from '../../syntax/tree/tree.ts';

/** Converts offsets into lines and characters, once, at the door. Open documents bring their own line table. */
export class Positions {
  readonly #workspace: Workspace;
  readonly #openDocument: (uri: string) => TextDocument | undefined;
  readonly #closed = new WeakMap<SyntaxFile, TextDocument>();

  constructor(workspace: Workspace, openDocument: (uri: string) => TextDocument | undefined) {
    this.#workspace = workspace;
    this.#openDocument = openDocument;
  }

  /** The range in lines and UTF-16 characters; null for an unknown file. */
  range(uri: string, { start, end }: Range): LspRange | null {
    const document = this.#document(uri);
    return document && { start: document.positionAt(start), end: document.positionAt(end) };
  }

  #document(uri: string): TextDocument | null {
    const open = this.#openDocument(uri);
    if (open !== undefined) return open;
    const file = this.#workspace.filesAt(uri)?.syntaxOf(uri);
    if (file === undefined) return null;
    const known = this.#closed.get(file);
    if (known !== undefined) return known;
    const document = TextDocument.create(uri, 'terraform', 0, file.text);
    this.#closed.set(file, document);
    return document;
  }
}
