import type { Disposable, WebviewPanel } from 'vscode';
import { commands, l10n, Position, Uri, ViewColumn, window } from 'vscode';
import type { LastShownText } from '../lastShownText.ts';
import { positionOf } from '../positions.ts';
import type { BaselineChoice, Shown } from './messages.ts';
import { SimulatorPanel } from './panel.ts';

/** The editor's name for this kind of view. */
const VIEW_TYPE = 'terraform-ecr.simulator';

/** The simulator's view: opened on demand, one at a time, and restored with the window. */
export class Simulators implements Disposable {
  readonly #folder: Uri;
  readonly #serializer: Disposable;
  readonly #lastShown: LastShownText;
  #panel: SimulatorPanel | null = null;

  /** `extension` is the extension's own folder. */
  constructor(extension: Uri, lastShown: LastShownText) {
    this.#lastShown = lastShown;
    this.#folder = Uri.joinPath(extension, 'dist');
    this.#serializer = window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state) => this.#restore(panel, state),
    });
  }

  /** The contents of the view; null without one. */
  get shown(): Shown | null {
    return this.#panel?.shown ?? null;
  }

  /**
   * Opens the view on a policy: that of a document's URI and a position, else that at the cursor; with the images that
   * break a guarantee, when its index in the settings is given.
   */
  async open(uri?: unknown, place?: unknown, guarantee?: unknown): Promise<void> {
    const editor = typeof uri === 'string' ? window.activeTextEditor : await this.#lastShown.show();
    const document = typeof uri === 'string' ? Uri.parse(uri) : editor?.document.uri;
    if (document === undefined) {
      await window.showInformationMessage(l10n.t('Open a Terraform file and put the cursor into a lifecycle policy.'));
      return;
    }
    const position = positionOf(place) ?? editor?.selection.active ?? new Position(0, 0);
    if (this.#panel === null) {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      const panel = window.createWebviewPanel(VIEW_TYPE, l10n.t('Simulation'), column, {
        retainContextWhenHidden: true,
      });
      this.#adopt(panel, document, position);
    } else this.#panel.show(document, position);
    if (typeof guarantee === 'number') this.#panel?.showWitness(guarantee);
  }

  async chooseImages(): Promise<void> {
    await this.#panel?.chooseImages();
  }

  compareWith(choice: BaselineChoice): void {
    this.#panel?.compareWith(choice);
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#panel?.dispose();
  }

  #restore(panel: WebviewPanel, state: unknown): void {
    const subject: unknown = typeof state === 'object' && state !== null && 'subject' in state ? state.subject : null;
    const uri = typeof subject === 'object' && subject !== null && 'uri' in subject ? subject.uri : null;
    const position = positionOf(subject);
    if (typeof uri !== 'string' || position === null) panel.dispose();
    else this.#adopt(panel, Uri.parse(uri), position);
  }

  #adopt(panel: WebviewPanel, uri: Uri, position: Position): void {
    this.#panel?.dispose();
    panel.webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    const file = (name: string) => Uri.joinPath(this.#folder, name);
    const adopted = new SimulatorPanel(
      panel,
      { script: file('simulator.js'), style: file('simulator.css') },
      uri,
      position,
    );
    this.#panel = adopted;
    void commands.executeCommand('setContext', 'terraform-ecr.simulating', true);
    panel.onDidDispose(() => {
      adopted.dispose();
      if (this.#panel !== adopted) return;
      this.#panel = null;
      void commands.executeCommand('setContext', 'terraform-ecr.simulating', false);
    });
  }
}
