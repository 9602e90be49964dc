import type { Connection, ExecuteCommandParams, WorkspaceEdit } from 'vscode-languageserver';
import type { AgentAnswer } from '../../agents/agentTools.ts';
import { callAgentTool } from '../../agents/agentTools.ts';
import { SERVER_COMMANDS } from '../../protocol/commandNames.ts';
import type { ImportAnswer } from '../../protocol/importAnswers.ts';
import { isGivenOutputs } from '../../protocol/importAnswers.ts';
import type { PolicyText, PolicyToSimulate } from '../../protocol/policyAnswers.ts';
import type { RepositoryAtGlance } from '../../protocol/repositoryAnswers.ts';
import type { ReviewAnswer } from '../../protocol/reviewAnswers.ts';
import { isPlanPiece } from '../../protocol/reviewAnswers.ts';
import type { TextPosition } from '../../protocol/textPositions.ts';
import { isTextPosition } from '../../protocol/textPositions.ts';
import { importOutputs } from '../../service/importOutputs.ts';
import { isOffered } from '../../service/lenses/codeLenses.ts';
import { explainAt, renderAt } from '../../service/policies/policyTexts.ts';
import { SessionDoor } from '../agentDoor.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { debugReport } from '../debugReport.ts';
import { guarded } from '../guard.ts';
import { PlanReviews } from '../planReviews.ts';
import { policyToSimulate } from '../policiesToSimulate.ts';
import { repositoriesAtGlance } from '../repositoriesAtGlance.ts';
import type { OpenedDocument, Session } from '../session.ts';
import type { IgnorePlace } from './problemActions.ts';
import { ignoringEdit, isIgnorePlace } from './problemActions.ts';

/** What each command of the server does with the workspace, a file and an offset in it. */
const COMMANDS = {
  [SERVER_COMMANDS.render]: renderAt,
  [SERVER_COMMANDS.explain]: explainAt,
} as const;

type Answer =
  | PolicyText
  | PolicyToSimulate
  | ImportAnswer
  | ReviewAnswer
  | readonly RepositoryAtGlance[]
  | readonly TextPosition[]
  | AgentAnswer
  | string
  | null;

const FAILED: PolicyText = { kind: 'none', reason: 'The server could not answer; its log says why.' };

/**
 * Answers the commands: each takes a document's URI and a position, and returns a text to read. The simulation returns
 * a policy's rules, and takes an address instead of the position, with another text of the file or null.
 */
export function listenForCommands(connection: Connection, session: Session, abilities: () => ClientAbilities): void {
  const log = (message: string) => connection.console.error(message);
  const reviews = new PlanReviews(session, log);
  connection.onExecuteCommand(
    guarded<[ExecuteCommandParams], Answer>(
      log,
      'workspace/executeCommand',
      FAILED,
      async ({ command, arguments: [uri, place, text, title] = [] }) => {
        if (command === SERVER_COMMANDS.apply) {
          // Places of another version mean something else.
          const isSame = typeof uri === 'string' && session.openedSourcesAt(uri)?.document.version === place;
          if (isSame && isEdit(text)) await connection.workspace.applyEdit({ label: String(title), edit: text });
          return null;
        }
        if (command === SERVER_COMMANDS.importOutputs) {
          return isGivenOutputs(uri)
            ? importOutputs(session.workspace, uri, typeof place === 'string' ? place : null)
            : null;
        }
        if (command === SERVER_COMMANDS.list) return repositoriesAtGlance(session);
        if (command === SERVER_COMMANDS.ignore) return ignore(connection, session, abilities(), uri, place, text);
        if (command === SERVER_COMMANDS.debugReport) return debugReport(session);
        if (command === SERVER_COMMANDS.reviewPlan) return isPlanPiece(uri) ? reviews.take(uri) : null;
        if (command === SERVER_COMMANDS.agent && typeof uri === 'string' && typeof text === 'string')
          return callAgentTool(uri, place, new SessionDoor(session, text));
        const opened = typeof uri === 'string' ? session.openedAt(uri) : null;
        if (opened === null) return null;
        const offset = opened.document.offsetAt(isTextPosition(place) ? place : { line: 0, character: 0 });
        if (command === SERVER_COMMANDS.simulate) {
          const wish = typeof place === 'string' ? { address: place, text: textOrNull(text) } : { offset };
          return policyToSimulate(session, opened.uri, wish);
        }
        if (command === SERVER_COMMANDS.withoutPolicy) return placesWithoutPolicy(session, opened);
        const run = Object.entries(COMMANDS).find(([name]) => name === command)?.[1];
        return run === undefined ? null : run(session.workspace, opened.uri, offset);
      },
    ),
  );
}

/** Has the client apply the edit by which a problem is ignored; answers the file that it changes. */
async function ignore(
  connection: Connection,
  session: Session,
  abilities: ClientAbilities,
  uri: unknown,
  place: unknown,
  wish: unknown,
): Promise<string | null> {
  const opened = typeof uri === 'string' ? session.openedSourcesAt(uri) : null;
  if (opened === null || !isTextPosition(place) || !isIgnoreWish(wish)) return null;
  const start = opened.document.offsetAt(place);
  const problems = session.context.problemsOf(opened.uri, session.problemSettings);
  const placed = problems.find((one) => one.start === start && one.problem.ruleId === wish.ruleId);
  const edit = placed && ignoringEdit(session, abilities, placed, wish.where, wish.reason);
  if (!edit) return null;
  const { applied } = await connection.workspace.applyEdit({ label: `Ignore ${wish.ruleId}`, edit });
  return applied ? (changedFile(edit) ?? null) : null;
}

function changedFile({ changes, documentChanges }: WorkspaceEdit): string | undefined {
  const [change] = documentChanges ?? [];
  if (change === undefined) return Object.keys(changes ?? {})[0];
  if ('textDocument' in change) return change.textDocument.uri;
  return 'uri' in change ? change.uri : undefined;
}

function isIgnoreWish(wish: unknown): wish is { ruleId: string; where: IgnorePlace; reason: string } {
  if (typeof wish !== 'object' || wish === null || !('ruleId' in wish && 'where' in wish && 'reason' in wish))
    return false;
  const { ruleId, where, reason } = wish;
  return typeof ruleId === 'string' && typeof reason === 'string' && isIgnorePlace(where);
}

/** The positions of a file's repositories that can get a lifecycle policy. */
function placesWithoutPolicy(session: Session, { uri, document }: OpenedDocument): readonly TextPosition[] {
  const problems = session.context.problemsOf(uri, session.problemSettings);
  return problems.filter(isOffered).map(({ start }) => document.positionAt(start));
}

/** True for an edit that this server has offered. */
function isEdit(value: unknown): value is WorkspaceEdit {
  return typeof value === 'object' && value !== null && ('changes' in value || 'documentChanges' in value);
}

function textOrNull(text: unknown): string | null {
  return typeof text === 'string' ? text : null;
}
