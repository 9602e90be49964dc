import type { Diagnostic, TextEditor, Uri } from 'vscode';
import { commands, DiagnosticSeverity, l10n, languages, Selection, ViewColumn, window } from 'vscode';
import { CLIENT_ID } from '../client.ts';
import type { LastShownText } from '../lastShownText.ts';
import { nextAfter } from '../nextPlace.ts';

/** The commands that go through our problems, those of the last shown text first. */
export class ProblemCommands {
  readonly #lastShown: LastShownText;

  constructor(lastShown: LastShownText) {
    this.#lastShown = lastShown;
  }

  /** Goes to the next problem and shows its message. */
  async showNext(): Promise<void> {
    const editor = await this.#openProblems();
    if (editor === undefined) return;
    select(
      editor,
      nextAfter(problemsOf(editor.document.uri), ({ range }) => range.start, editor.selection.active),
    );
    await commands.executeCommand('editor.action.showHover');
  }

  /** Opens the menu of fixes for the problem at the cursor, else for the next one. */
  async fix(): Promise<void> {
    const editor = await this.#openProblems();
    if (editor === undefined) return;
    const problems = problemsOf(editor.document.uri);
    const cursor = editor.selection.active;
    const isHere = problems.some(({ range }) => range.contains(cursor));
    if (!isHere)
      select(
        editor,
        nextAfter(problems, ({ range }) => range.start, cursor),
      );
    await commands.executeCommand('editor.action.quickFix');
  }

  /** A text with problems, brought to the front: the one shown, or shown last, before any other. */
  async #openProblems(): Promise<TextEditor | undefined> {
    const { activeTextEditor, visibleTextEditors } = window;
    const visible = visibleTextEditors.map(({ document }) => document.uri);
    const others = languages.getDiagnostics().map(([uri]) => uri);
    const uris = [activeTextEditor?.document.uri, this.#lastShown.uri, ...visible, ...others];
    const found = uris.find((uri) => uri !== undefined && problemsOf(uri).length > 0);
    if (found === undefined) return offerExample();
    const shown = visibleTextEditors.find(({ document }) => document.uri.toString() === found.toString());
    return window.showTextDocument(found, { viewColumn: shown?.viewColumn ?? ViewColumn.Active, preview: false });
  }
}

async function offerExample(): Promise<undefined> {
  const openExample = l10n.t('Open an Example');
  const choice = await window.showInformationMessage(l10n.t('There is no problem in the open files.'), openExample);
  if (choice === openExample) await commands.executeCommand('terraform-ecr.openExample');
}

function select(editor: TextEditor, problem: Diagnostic | undefined): void {
  if (problem === undefined) return;
  editor.selection = new Selection(problem.range.start, problem.range.start);
  editor.revealRange(problem.range);
}

/** The problems of a document that this extension reports, except hints; in text order, as they were found. */
function problemsOf(uri: Uri): Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === CLIENT_ID && severity !== DiagnosticSeverity.Hint);
}
