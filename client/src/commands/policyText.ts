import type { Disposable, TextDocumentChangeEvent, TextDocumentContentProvider } from 'vscode';
import { commands, EventEmitter, l10n, TabInputWebview, Uri, ViewColumn, window, workspace } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import type { PolicyText } from '../../../server/src/protocol/policyAnswers.ts';
import { positionOf } from '../positions.ts';
import { explanationPage } from './explanationPage.ts';

/** The scheme of read-only texts. */
const SCHEME = 'terraform-ecr-text';

/** Typing is followed after a pause of this many milliseconds. */
const REST = 200;

/** The subject of a shown text. */
interface Subject {
  readonly command: string;
  readonly uri: string;
  /** Follows the code above it. */
  line: number;
  readonly character: number;
  /** The last text, which stays while the policy is being typed. */
  text: string;
}

/** Texts about policies next to the editor: read-only, and they follow the code. */
export class PolicyTexts implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subjects = new Map<string, Subject>();
  readonly #listeners: readonly Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#listeners = [
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri.toString())),
    ];
  }

  /**
   * Asks the server for a text about a policy and shows it next to the editor: the policy at a place of a document, else
   * the one at the cursor.
   */
  async show(command: string, uri?: unknown, place?: unknown): Promise<void> {
    const at = typeof uri === 'string' ? { uri, position: positionOf(place) } : placeOfCursor();
    if (at === null) {
      await window.showInformationMessage(l10n.t('Open a Terraform file and put the cursor into a policy.'));
      return;
    }
    const { line, character } = at.position ?? { line: 0, character: 0 };
    const answer = await commands.executeCommand<PolicyText | null>(command, at.uri, { line, character });
    if (answer?.kind !== 'text') {
      await window.showInformationMessage(answer?.reason ?? l10n.t('Put the cursor in a policy.'));
      return;
    }
    const subject: Subject = { command, uri: at.uri, line, character, text: answer.text };
    const shown = uriOf(subject);
    this.#subjects.set(shown.toString(), subject);
    this.#changed.fire(shown);
    const document = await workspace.openTextDocument(shown);
    if (command === SERVER_COMMANDS.explain && (await showPage(shown))) return;
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const subject = this.#subjects.get(uri.toString()) ?? subjectOf(uri);
    if (subject === null) return '';
    this.#subjects.set(uri.toString(), subject);
    const { command, line, character } = subject;
    const answer = await commands.executeCommand<PolicyText | null>(command, subject.uri, { line, character });
    if (answer?.kind === 'text') subject.text = answer.text;
    return command === SERVER_COMMANDS.explain ? explanationPage(subject.text) : subject.text;
  }

  /** A page goes on when the editor closes the text behind it, which it does after some minutes. */
  #forget(uri: string): void {
    if (this.#subjects.get(uri)?.command !== SERVER_COMMANDS.explain || !hasPages()) this.#subjects.delete(uri);
  }

  /** The editor follows the texts that it holds open; a page whose text it has closed is asked to read it again. */
  async #refreshPages(): Promise<void> {
    const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
    const isLeft = [...this.#subjects].some(
      ([uri, { command }]) => command === SERVER_COMMANDS.explain && !open.has(uri),
    );
    if (isLeft && hasPages())
      await commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
    this.#changed.dispose();
  }

  /** A policy may be computed from any text of its module, so any text counts. */
  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (this.#subjects.size === 0 || document.uri.scheme === SCHEME || contentChanges.length === 0) return;
    const changed = document.uri.toString();
    for (const subject of this.#subjects.values()) {
      if (subject.uri !== changed) continue;
      for (const { range, text } of contentChanges) {
        if (range.end.line < subject.line)
          subject.line += text.split('\n').length - 1 - (range.end.line - range.start.line);
      }
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (const uri of this.#subjects.keys()) this.#changed.fire(Uri.parse(uri));
      void this.#refreshPages();
    }, REST);
  }
}

/** Shows a text as a rendered page beside the editor; false where the editor has no such pages. */
async function showPage(uri: Uri): Promise<boolean> {
  try {
    await commands.executeCommand('markdown.showPreviewToSide', uri);
    return true;
  } catch {
    return false;
  }
}

/** True while a rendered page of any text is open. */
function hasPages(): boolean {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof TabInputWebview && input.viewType.includes('markdown.preview'));
}

/** The address of a text; its name describes it, and the rest finds the policy again. */
function uriOf({ command, uri, line, character }: Subject): Uri {
  const file = Uri.parse(uri).path.split('/').at(-1) ?? '';
  const path = command === SERVER_COMMANDS.render ? `/${file}.json` : `/${file}.md`;
  return Uri.from({ scheme: SCHEME, path, query: JSON.stringify({ command, uri, line, character }) });
}

/** The subject of an address; null for one from another window. */
function subjectOf({ query }: Uri): Subject | null {
  try {
    const { command, uri, line, character } = JSON.parse(query) as Partial<Subject>;
    const isKnown = command === SERVER_COMMANDS.render || command === SERVER_COMMANDS.explain;
    if (!isKnown || typeof uri !== 'string' || typeof line !== 'number' || typeof character !== 'number') return null;
    return { command, uri, line, character, text: '' };
  } catch {
    return null;
  }
}

function placeOfCursor() {
  const editor = window.activeTextEditor;
  if (editor === undefined) return null;
  return { uri: editor.document.uri.toString(), position: editor.selection.active };
}
