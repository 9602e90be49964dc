import type { CodeAction, CodeLens, CompletionList, Diagnostic, TextDocument, TextEditor, WorkspaceEdit } from 'vscode';
import { commands, languages, Range, Selection, Uri, window, workspace } from 'vscode';

/** Milliseconds within which the editor must show its result. */
const PATIENCE = 120_000;

/** Milliseconds after which a menu that accepted nothing is opened again. */
const AGAIN = 15_000;

/** A path in the workspace folder that the driver opened. */
export function inFolder(name: string): Uri {
  const found = workspace.workspaceFolders?.[0];
  if (found === undefined) throw new Error('the editor was opened without a folder');
  return Uri.joinPath(found.uri, name);
}

export async function writeFile(name: string, content: string | Uint8Array): Promise<Uri> {
  const uri = inFolder(name);
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await workspace.fs.writeFile(uri, bytes);
  return uri;
}

/** Shows a new file with this text; `$0` in it is removed and becomes the cursor. */
export async function openFile(name: string, marked: string): Promise<TextEditor> {
  const cursor = marked.indexOf('$0');
  const text = marked.replace('$0', '');
  const document = await workspace.openTextDocument(await writeFile(name, text));
  const editor = await window.showTextDocument(document);
  const position = document.positionAt(Math.max(0, cursor));
  editor.selection = new Selection(position, position);
  return editor;
}

/** Our problems of a document, by rule id. */
export function problemsOf({ uri }: { readonly uri: Uri }): string[] {
  return languages.getDiagnostics(uri).filter(isOurs).map(codeOf).sort();
}

function isOurs({ source }: Diagnostic): boolean {
  return source === 'terraform-ecr';
}

function codeOf({ code }: Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits until a probe of the editor returns something; fails with the last state. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  seen: () => unknown = () => '',
): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${PATIENCE} ms; seen: ${JSON.stringify(seen())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Opens a menu and accepts its first entry until that has its effect. The editor drops a command while its view does not
 * have the focus, shows no menu for actions that come too late, and accepts nothing in a menu that is not filled.
 */
export async function acceptFirst(
  what: string,
  { open, accept, isDone }: { open(): Thenable<unknown>; readonly accept: string; isDone(): boolean },
): Promise<void> {
  await until(what, async () => {
    if (isDone()) return true;
    await open();
    for (const again = Date.now() + AGAIN; !isDone() && Date.now() < again; ) {
      await commands.executeCommand(accept);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return isDone() ? true : undefined;
  });
}

/** Waits until exactly these problems of ours are shown, for a file that is open or closed. */
export async function untilProblems(document: { readonly uri: Uri }, ...expected: string[]): Promise<void> {
  const wanted = JSON.stringify([...expected].sort());
  const isThere = () => (JSON.stringify(problemsOf(document)) === wanted ? true : undefined);
  await until(`problems ${wanted}`, isThere, () => problemsOf(document));
}

/** The labels that completion lists at the cursor, repeated ones included. */
export async function labelsAtCursor(editor: TextEditor): Promise<string[]> {
  return (await completionsAtCursor(editor)).items.map(({ label }) =>
    typeof label === 'string' ? label : label.label,
  );
}

export async function completionsAtCursor({ document, selection }: TextEditor): Promise<CompletionList> {
  return commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, selection.active);
}

/** The quick fixes for our first problem of a rule. */
export async function fixesFor(document: TextDocument, ruleId: string): Promise<CodeAction[]> {
  // The folder may still be read, and an answer from before that is dropped.
  return until(`fixes for ${ruleId}`, async () => {
    const own = languages.getDiagnostics(document.uri).find((found) => isOurs(found) && codeOf(found) === ruleId);
    const range = own?.range ?? new Range(0, 0, 0, 0);
    const fixes: CodeAction[] = await commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'quickfix',
    );
    return fixes.length > 0 ? fixes : undefined;
  });
}

/** Waits until a line above a block begins like this; returns its position. */
export async function untilLens(document: TextDocument, beginning: string): Promise<Range> {
  return until(`a line "${beginning}…"`, async () => {
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 99);
    return lenses.find(({ command }) => command?.title.startsWith(beginning))?.range;
  });
}

/** The actions that are offered at a place, whatever problems there are. */
export async function actionsAt(document: TextDocument, range: Range, kind = 'quickfix'): Promise<CodeAction[]> {
  return commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range, kind, 99);
}

export async function apply(action: CodeAction | undefined): Promise<void> {
  const edit: WorkspaceEdit | undefined = action?.edit;
  if (edit === undefined || !(await workspace.applyEdit(edit)))
    throw new Error(`${action?.title ?? 'no action'} was not applied`);
}
