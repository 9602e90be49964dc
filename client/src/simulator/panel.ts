import type { Disposable, TextDocumentChangeEvent, TextEditorSelectionChangeEvent, WebviewPanel } from 'vscode';
import { l10n, Position, Range, Selection, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { PolicyToSimulate } from '../../../server/src/protocol/policyAnswers.ts';
import type { TextLocation } from '../../../server/src/protocol/textPositions.ts';
import type { GivenFile } from '../given/givenFiles.ts';
import { IMAGES, readChosen, readDragged } from '../given/givenFiles.ts';
import type { EarlierText } from './earlierTexts.ts';
import { committedText, savedText } from './earlierTexts.ts';
import type { BaselineChoice, FromView, Shown, ToView, ViewPolicy } from './messages.ts';
import { editorLanguage, simulatorPage } from './page.ts';
import { policyAt, policyOf } from './serverRequests.ts';
import { tabName } from './tabName.ts';
import { viewPolicyOf } from './viewPolicy.ts';

/** Typing is followed after a pause of this many milliseconds. */
const REST = 120;

/** The policy of a view: the one at an address in a document. */
interface Subject {
  readonly uri: Uri;
  readonly position: Position;
  readonly address: string | null;
}

/** One view next to the text, and the messages exchanged with it. */
export class SimulatorPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #listeners: Disposable[];
  #subject: Subject;
  #policy: PolicyToSimulate | null = null;
  #baseline = firstBaseline();
  /** The texts of the documents whose policies the view showed, as they were at that time. */
  readonly #opened = new Map<string, string>();
  #shown: Shown | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = Promise.resolve();
  #isReady = false;
  #waiting: ToView[] = [];

  /** `panel` is a new or a restored one; `resources` is the folder of the view's own files. */
  constructor(
    panel: WebviewPanel,
    resources: { readonly script: Uri; readonly style: Uri },
    uri: Uri,
    position: Position,
  ) {
    this.#panel = panel;
    this.#subject = { uri, position, address: null };
    this.#listeners = [
      panel.webview.onDidReceiveMessage((message: FromView) => this.#receive(message)),
      workspace.onDidChangeTextDocument((event) => this.#followText(event)),
      workspace.onDidSaveTextDocument((document) => {
        if (document.uri.toString() === this.#subject.uri.toString()) this.#refresh();
      }),
      window.onDidChangeTextEditorSelection((event) => this.#followCursor(event)),
    ];
    panel.webview.html = simulatorPage(panel.webview, resources.script, resources.style, undefined, editorLanguage());
    this.#refresh();
  }

  /** What the view shows, for tests; null before it has shown anything. */
  get shown(): Shown | null {
    return this.#shown;
  }

  /** Shows the policy at a position. */
  show(uri: Uri, position: Position): void {
    this.#subject = { uri, position, address: null };
    this.#panel.reveal(undefined, true);
    this.#refresh();
  }

  /** Shows the images with which a rule breaks a guarantee, by its place in the settings. */
  showWitness(guarantee: number): void {
    this.#said = this.#said.then(() => this.#send({ type: 'witness', guarantee }));
  }

  /** Passes an image file to the view, or the reason why it is rejected. */
  async #giveImages(read: Promise<GivenFile>): Promise<void> {
    const file = await read;
    if (file.kind === 'bytes') this.#send({ type: 'images', name: file.name, bytes: file.bytes });
    else this.#send({ type: 'refused', name: file.name, reason: file.reason });
  }

  async chooseImages(): Promise<void> {
    const [file] =
      (await window.showOpenDialog({
        title: l10n.t('What aws ecr describe-images printed'),
        openLabel: l10n.t('Simulate'),
        filters: { [l10n.t('Images')]: ['json', 'gz'], [l10n.t('All files')]: ['*'] },
      })) ?? [];
    if (file !== undefined) await this.#giveImages(readChosen(file, IMAGES));
  }

  /** Compares with another text from now on. */
  compareWith(choice: BaselineChoice): void {
    this.#baseline = choice;
    this.#refresh();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#listeners) listener.dispose();
    this.#panel.dispose();
  }

  #receive(message: FromView): void {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        for (const waiting of this.#waiting.splice(0)) this.#send(waiting);
        break;
      case 'reveal':
        void this.#revealRule(message.rule);
        break;
      case 'chooseImages':
        void this.chooseImages();
        break;
      case 'dropped': {
        const [first] = message.uris;
        if (first !== undefined) void this.#giveImages(readDragged(first, IMAGES));
        break;
      }
      case 'compare':
        this.compareWith(message.choice);
        break;
      case 'shown':
        this.#shown = message.shown;
        break;
    }
  }

  #send(message: ToView): void {
    if (this.#isReady) void this.#panel.webview.postMessage(message);
    else this.#waiting.push(message);
  }

  /** A policy may be computed from any text of its module, so any text counts. */
  #followText({ document, contentChanges }: TextDocumentChangeEvent): void {
    const isText = ['terraform', 'opentofu', 'terraform-vars', 'opentofu-vars', 'json'].includes(document.languageId);
    if (contentChanges.length === 0 || !isText) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refresh(), REST);
  }

  #refresh(): void {
    // One after the other, so that an older answer never follows a newer one.
    this.#said = this.#said.then(() => this.#tell()).catch(() => undefined);
  }

  async #tell(): Promise<void> {
    const { uri, position, address } = this.#subject;
    const document = await workspace.openTextDocument(uri);
    const key = uri.toString();
    if (!this.#opened.has(key)) this.#opened.set(key, document.getText());
    const byAddress = address === null ? null : await policyOf(uri.toString(), address, null);
    // An address that is being renamed is searched at its old place.
    const isGone = byAddress === null || (byAddress.kind === 'none' && byAddress.address === null);
    const policy = isGone ? await policyAt(uri.toString(), position) : byAddress;
    this.#policy = policy;
    if (policy?.kind === 'rules') {
      this.#subject = { uri, position: startOf(policy, uri) ?? position, address: policy.address };
      this.#panel.title = l10n.t('Simulation of {0}', tabName(policy.address));
    }
    const { line, character } = this.#subject.position;
    this.#send({ type: 'policy', policy: viewPolicyOf(policy), subject: { uri: uri.toString(), line, character } });
    await this.#tellBaseline(document.uri);
  }

  async #tellBaseline(uri: Uri): Promise<void> {
    const choice = this.#baseline;
    const { address } = this.#subject;
    if (choice === 'none' || address === null) {
      this.#send({ type: 'baseline', choice, baseline: null });
      return;
    }
    const earlier = await this.#earlierText(choice, uri);
    const baseline: ViewPolicy =
      earlier.kind === 'none' ? earlier : viewPolicyOf(await policyOf(uri.toString(), address, earlier.text));
    this.#send({ type: 'baseline', choice, baseline });
  }

  async #earlierText(choice: BaselineChoice, uri: Uri): Promise<EarlierText> {
    const opened = this.#opened.get(uri.toString());
    if (choice === 'opened' && opened !== undefined) return { kind: 'text', text: opened };
    return choice === 'committed' ? committedText(uri) : savedText(uri);
  }

  #followCursor({ textEditor, selections }: TextEditorSelectionChangeEvent): void {
    if (this.#policy?.kind !== 'rules') return;
    const at = selections[0]?.active;
    const uri = textEditor.document.uri.toString();
    const rule = this.#policy.locations.findIndex(
      (location) => location !== null && location.uri === uri && at !== undefined && rangeOf(location).contains(at),
    );
    this.#send({ type: 'cursor', rule: rule < 0 ? null : rule });
  }

  async #revealRule(rule: number): Promise<void> {
    const location = this.#policy?.kind === 'rules' ? this.#policy.locations[rule] : null;
    if (!location) return;
    const uri = Uri.parse(location.uri);
    const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const editor = await window.showTextDocument(uri, {
      viewColumn: shown?.viewColumn ?? ViewColumn.One,
      preserveFocus: false,
    });
    const range = rangeOf(location);
    editor.selection = new Selection(range.start, range.start);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** With auto save the saved text is always the current one. */
function firstBaseline(): BaselineChoice {
  const saves = workspace.getConfiguration('files').get<string>('autoSave', 'off');
  return saves === 'off' ? 'saved' : 'opened';
}

/** The start of the first rule in the document, from which the policy is found again. */
function startOf({ locations }: Extract<PolicyToSimulate, { kind: 'rules' }>, uri: Uri): Position | null {
  const own = locations.find((location) => location !== null && location.uri === uri.toString());
  return own ? rangeOf(own).start : null;
}

function rangeOf({ range: { start, end } }: TextLocation): Range {
  return new Range(new Position(start.line, start.character), new Position(end.line, end.character));
}
