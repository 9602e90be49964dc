import type { Connection, ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver';
import type { PolicyText } from '../../service/policies/policyTexts.ts';
import { explainAt, renderAt } from '../../service/policies/policyTexts.ts';
import { guarded } from '../guard.ts';
import type { PolicyToSimulate } from '../policiesToSimulate.ts';
import { policyToSimulate } from '../policiesToSimulate.ts';
import type { Session } from '../session.ts';

/** What each command of the server does with the workspace, a file and an offset in it. */
const COMMANDS = {
  'terraform-ecr.server.render': renderAt,
  'terraform-ecr.server.explain': explainAt,
} as const;

const SIMULATE = 'terraform-ecr.server.simulate';

/** Applies the edit of a code action, for clients that take commands alone: URI, version, edit, title. */
export const APPLY = 'terraform-ecr.server.apply';

/** The names of the server's commands that every client may call. */
export const COMMAND_NAMES: readonly string[] = [...Object.keys(COMMANDS), SIMULATE];

const FAILED: PolicyText = { kind: 'none', reason: 'The server could not answer; its log tells why.' };

/**
 * Answers the commands: each takes a document's URI and a position, and gives a text to read. The simulation gives a
 * policy's rules, and takes an address in the position's place, with another text of the file or null.
 */
export function listenForCommands(connection: Connection, session: Session): void {
  const log = (message: string) => connection.console.error(message);
  connection.onExecuteCommand(
    guarded<[ExecuteCommandParams], PolicyText | PolicyToSimulate | null>(
      log,
      'workspace/executeCommand',
      FAILED,
      async ({ command, arguments: [uri, place, text, title] = [] }) => {
        if (command === APPLY) {
          // Places of another version mean something else.
          const isSame = typeof uri === 'string' && session.openedSourcesAt(uri)?.document.version === place;
          if (isSame && isEdit(text)) await connection.workspace.applyEdit({ label: String(title), edit: text });
          return null;
        }
        const opened = typeof uri === 'string' ? session.openedAt(uri) : null;
        if (opened === null) return null;
        const offset = opened.document.offsetAt(isPosition(place) ? place : { line: 0, character: 0 });
        if (command === SIMULATE) {
          const wish = typeof place === 'string' ? { address: place, text: textOrNull(text) } : { offset };
          return policyToSimulate(session, opened.uri, wish);
        }
        const run = Object.entries(COMMANDS).find(([name]) => name === command)?.[1];
        return run === undefined ? null : run(session.workspace, opened.uri, offset);
      },
    ),
  );
}

/** True for what this server has given away as an edit. */
function isEdit(value: unknown): value is WorkspaceEdit {
  return typeof value === 'object' && value !== null && ('changes' in value || 'documentChanges' in value);
}

function textOrNull(text: unknown): string | null {
  return typeof text === 'string' ? text : null;
}

function isPosition(value: unknown): value is { readonly line: number; readonly character: number } {
  if (typeof value !== 'object' || value === null || !('line' in value) || !('character' in value)) return false;
  return Number.isInteger(value.line) && Number.isInteger(value.character);
}
