import type { Connection, ExecuteCommandParams } from 'vscode-languageserver';
import type { PolicyText } from '../service/policyText.ts';
import { explainAt, renderAt } from '../service/policyText.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** What each command of the server does with the workspace, a file and an offset in it. */
const COMMANDS = {
  'terraform-ecr.server.render': renderAt,
  'terraform-ecr.server.explain': explainAt,
} as const;

/** The names of the server's commands. */
export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

const FAILED: PolicyText = { kind: 'none', reason: 'The server could not answer; its log tells why.' };

/** Answers the commands: each takes a document's URI and a position, and gives a text to read. */
export function listenForCommands(connection: Connection, session: Session): void {
  const log = (message: string) => connection.console.error(message);
  connection.onExecuteCommand(
    guarded<[ExecuteCommandParams], PolicyText | null>(log, 'workspace/executeCommand', FAILED, (parameters) => {
      const [uri, position] = parameters.arguments ?? [];
      const run = Object.entries(COMMANDS).find(([name]) => name === parameters.command)?.[1];
      const opened = typeof uri === 'string' ? session.openedAt(uri) : null;
      if (run === undefined || opened === null) return null;
      const { line, character } = isPosition(position) ? position : { line: 0, character: 0 };
      return run(session.workspace, opened.uri, opened.document.offsetAt({ line, character }));
    }),
  );
}

function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value)) return false;
  return Number.isInteger(value.line) && Number.isInteger(value.character);
}
