import type { Disposable, TextDocumentContentProvider } from 'vscode';
import {
  commands,
  EventEmitter,
  version as editorVersion,
  env,
  extensions,
  l10n,
  UIKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';

/** The scheme of the report, which can be read and copied and is never saved. */
const SCHEME = 'terraform-ecr-report';

const ADDRESS = Uri.from({ scheme: SCHEME, path: '/terraform-ecr.md' });

/** Other extensions that may be the cause; no other is named. */
const NAMED = ['hashicorp.terraform', 'opentofu.vscode-opentofu', 'redhat.vscode-yaml'];

/** Shows the contents of a bug report: versions, our settings, counts and durations; nothing of the user's code. */
export class DebugReports implements TextDocumentContentProvider, Disposable {
  readonly #changed = new EventEmitter<Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #version: string;
  readonly #registration = workspace.registerTextDocumentContentProvider(SCHEME, this);
  #text = '';

  constructor(version: string) {
    this.#version = version;
  }

  async show(): Promise<void> {
    this.#text = `${this.#editor()}\n${await serverReport()}`;
    this.#changed.fire(ADDRESS);
    await window.showTextDocument(await workspace.openTextDocument(ADDRESS), { preview: true });
    const copy = l10n.t('Copy');
    const message = l10n.t('This is what a bug report needs. It contains none of your code.');
    if ((await window.showInformationMessage(message, copy)) === copy) await env.clipboard.writeText(this.#text);
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #editor(): string {
    const others = NAMED.flatMap((id) => extensions.getExtension(id) ?? []);
    const lines = [
      `- Terraform ECR: ${this.#version}`,
      `- ${env.appName}: ${editorVersion}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'on the desktop'}`,
      `- remote: ${env.remoteName === undefined ? 'no' : 'yes'}`,
      `- language: ${env.language}`,
      `- trusted: ${workspace.isTrusted}`,
      `- folders: ${workspace.workspaceFolders?.length ?? 0}`,
      ...others.map(({ id, packageJSON: { version } }) => `- ${id}: ${String(version)}`),
    ];
    return `## Editor\n\n${lines.join('\n')}\n`;
  }
}

async function serverReport(): Promise<string> {
  try {
    return String(await commands.executeCommand(SERVER_COMMANDS.debugReport));
  } catch {
    return '## Server\n\n- it does not answer\n';
  }
}
