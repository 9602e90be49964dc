import type { Disposable, TextEditor, Uri } from 'vscode';
import { window } from 'vscode';

/** The text that was last in front: a page in front of it, such as the walkthrough, does not count. */
export class LastShownText implements Disposable {
  #uri = window.activeTextEditor?.document.uri;
  readonly #listener = window.onDidChangeActiveTextEditor((editor) => {
    this.#uri = editor?.document.uri ?? this.#uri;
  });

  get uri(): Uri | undefined {
    return this.#uri;
  }

  /** The editor in front, else that text brought to the front again; undefined when there was none. */
  async show(): Promise<TextEditor | undefined> {
    if (window.activeTextEditor !== undefined || this.#uri === undefined) return window.activeTextEditor;
    // The text of a closed example is gone for good.
    return window.showTextDocument(this.#uri, { preview: false }).then(undefined, () => undefined);
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
