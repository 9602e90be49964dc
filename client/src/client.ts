import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { l10n, Uri } from 'vscode';
import type { LanguageClientOptions, MessageTransports } from 'vscode-languageclient/browser';
import {
  BaseLanguageClient,
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient/browser';
import type { StartOptions } from '../../server/src/protocol/startOptions.ts';
import { hasCompanion } from './companions.ts';
import { TERRAFORM_DOCUMENTS } from './documents.ts';
import { answerFileRequests } from './files.ts';
import type { OwnedClient } from './serverOwner.ts';
import type { ServerPort } from './serverPort.ts';
import { transportsOf } from './serverPort.ts';

/** The name of settings, output and problems. */
export const CLIENT_ID = 'terraform-ecr';
export const CLIENT_NAME = 'Terraform ECR';

/** Starts a server; what it prints apart from its messages is shown in the output. */
export type OpenServer = (context: ExtensionContext, output: LogOutputChannel) => ServerPort;

/**
 * Starts its server through a port, and logs what the library would show in a dialog: the owner reports a failure,
 * once.
 */
class PortClient extends BaseLanguageClient {
  readonly #open: () => ServerPort;

  constructor(options: LanguageClientOptions, open: () => ServerPort) {
    super(CLIENT_ID, CLIENT_NAME, options);
    this.#open = open;
  }

  protected override async createMessageTransports(): Promise<MessageTransports> {
    return transportsOf(this.#open());
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** A client whose server is started and ended with it. */
export function createClient(
  context: ExtensionContext,
  output: LogOutputChannel,
  open: OpenServer,
  ended: () => void,
): OwnedClient {
  let hasClosed = false;
  let port: ServerPort | undefined;
  const options: LanguageClientOptions = {
    ...clientOptions(context, output),
    initializationFailedHandler: () => false,
    errorHandler: {
      error: (_error, _message, count) => ({
        action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
        handled: true,
      }),
      closed: () => {
        hasClosed = true;
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
  const client = new PortClient(options, () => {
    port = open(context, output);
    return port;
  });
  answerFileRequests(client);
  client.onDidChangeState(({ oldState, newState }) => {
    if (oldState === State.Running && newState === State.Stopped) ended();
  });
  return {
    start: () =>
      client.start().catch((error: unknown) => {
        throw hasClosed ? new Error(l10n.t('it ended before it was ready.')) : error;
      }),
    dispose: () => client.dispose().finally(() => port?.end()),
  };
}

function clientOptions({ extensionUri }: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const pages = `${Uri.joinPath(extensionUri, 'docs', 'rules')}/`;
  return {
    documentSelector: TERRAFORM_DOCUMENTS,
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      companion: hasCompanion(),
      showsSimulations: true,
      readsFiles: true,
      pages,
    } satisfies StartOptions,
    diagnosticPullOptions: { onChange: true, onTabs: false, onSave: false },
  };
}
