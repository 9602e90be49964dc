import type {
  CancellationToken,
  CodeAction,
  CodeActionContext,
  CodeActionParams,
  Connection,
  Range as LspRange,
} from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Guarantee } from '../../guarantees/guarantee.ts';
import { guaranteesIn } from '../../guarantees/readGuarantees.ts';
import { keptInWords } from '../../guarantees/words.ts';
import type { Steps } from '../../module/tracking/steps.ts';
import type { Problem } from '../../problems/problem.ts';
import { CLIENT_COMMANDS, SERVER_COMMANDS } from '../../protocol/commandNames.ts';
import { stepsToFixAll } from '../../service/fixes/fixAll.ts';
import { difference } from '../../service/fixes/fixAllOf.ts';
import type { QuickFix } from '../../service/fixes/quickFixes.ts';
import { stepsToQuickFixes } from '../../service/fixes/quickFixes.ts';
import { withoutTwins } from '../../service/fixes/withoutTwins.ts';
import { isOffered } from '../../service/lenses/codeLenses.ts';
import type { OfferedRefactoring, RefactoringRequest } from '../../service/refactorings/refactor.ts';
import { editsOfRefactoring, refactoringsAt } from '../../service/refactorings/refactor.ts';
import { append } from '../../syntax/arrays.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { FIX_ALL } from '../capabilities.ts';
import { fixKind, toCodeAction, toRefactoringEdit } from '../convert/convert.ts';
import { withTabStops } from '../convert/tabStops.ts';
import type { Log } from '../guard.ts';
import { describeFailure, guarded } from '../guard.ts';
import type { OpenedSources, Session } from '../session.ts';
import { isFixAllData, problemActions, resolvedFixAll } from './problemActions.ts';

/** The data of a refactoring's action between offer and choice. */
interface RefactoringData extends Pick<OfferedRefactoring, 'id' | 'choice'> {
  readonly uri: string;
  /** The version it was offered for: places of another one mean something else. */
  readonly version: number;
  readonly range: LspRange;
}

/** Answers requests for code actions. Edits of refactorings are made when one is chosen, if the client can wait. */
export function listenForCodeActions(connection: Connection, session: Session, abilities: () => ClientAbilities): void {
  const log = (message: string) => connection.console.error(message);
  const fixes = guarded<[CodeActionParams, CancellationToken], CodeAction[]>(
    log,
    'textDocument/codeAction',
    [],
    async (parameters, token) => {
      await session.prepare(session.uris.note(parameters.textDocument.uri), token);
      return session.timings.during('fixes', () =>
        session.tried(() => fixActions(session, abilities(), parameters), token),
      );
    },
  );
  const refactorings = guarded<[CodeActionParams], CodeAction[]>(log, 'refactorings', [], (parameters) =>
    refactoringActions(session, abilities(), parameters, log),
  );
  connection.onCodeAction(async (parameters, token) => {
    const offered = await fixes(parameters, token);
    const actions = [...offered, ...withoutTwins(offered, await refactorings(parameters))];
    const { takesActionLiterals, appliesEdits } = abilities();
    if (takesActionLiterals) return actions;
    return appliesEdits ? actions.flatMap((action) => commandOf(session, parameters, action) ?? []) : [];
  });
  connection.onCodeActionResolve((action) =>
    guarded<[CodeAction], CodeAction>(log, 'codeAction/resolve', action, (unresolved) =>
      isFixAllData(unresolved.data)
        ? session.tried(() => withEditOfAll(session, unresolved, unresolved.data))
        : resolveRefactoring(session, abilities(), unresolved),
    )(action),
  );
}

/** A code action as a command that applies its edit; null for one without an edit. */
function commandOf(session: Session, { textDocument: { uri } }: CodeActionParams, { title, edit }: CodeAction) {
  const version = session.openedSourcesAt(uri)?.document.version;
  return edit === undefined ? null : { title, command: SERVER_COMMANDS.apply, arguments: [uri, version, edit, title] };
}

function* fixActions(session: Session, abilities: ClientAbilities, parameters: CodeActionParams): Steps<CodeAction[]> {
  const { textDocument, range, context } = parameters;
  const opened = session.openedSourcesAt(textDocument.uri);
  if (opened === null) return [];
  const { document, uri } = opened;
  const asks = askedIn(context);
  const only = onlyIn(context);
  const actions: CodeAction[] = [];
  if (only?.some((kind) => isWithin(kind, CodeActionKind.QuickFix) || kind === '') !== false) {
    const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const fixes = yield* stepsToQuickFixes(session.context, session.problemSettings, uri, offsets);
    for (const fix of fixes.filter((one) => asks(fixKind(one))))
      actions.push(fixAction(session, abilities, fix, opened));
    append(actions, yield* problemActions(session, abilities, opened, parameters, asks, fixes));
  }
  if (session.startOptions.showsSimulations && asks(`${CodeActionKind.QuickFix}.${WITNESS_RULE}`))
    append(actions, witnessActions(opened, range, session));
  if (only !== undefined && asks(FIX_ALL)) {
    const action = fixAllAction(document, yield* stepsToFixAll(session.context, uri, session.problemSettings));
    if (action !== null) actions.push(action);
  }
  return actions;
}

/** One fix; a policy that it adds has tab stops at what is to be decided. */
function fixAction(session: Session, abilities: ClientAbilities, fix: QuickFix, opened: OpenedSources): CodeAction {
  const action = toCodeAction(fix, session.toDiagnostic(fix.problem, opened.sources), session);
  const { edit } = action;
  if (edit === undefined || !isOffered(fix.problem)) return action;
  return { ...action, edit: withTabStops(edit, opened.document.uri, abilities) };
}

/** The rule whose problems include images to look at. */
const WITNESS_RULE = 'policy-breaks-guarantee';

/** Shows the images of the broken guarantees at a range in the simulator, if the client has one. */
function witnessActions({ document, sources, uri }: OpenedSources, range: LspRange, session: Session): CodeAction[] {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const problems = session.context.problemsOf(uri, session.problemSettings);
  return problems.flatMap((placed): CodeAction[] => {
    const isTouched = placed.problem.ruleId === WITNESS_RULE && placed.start <= end && placed.end >= start;
    const guarantee = isTouched ? guaranteeOf(placed.problem, session) : null;
    if (guarantee === null) return [];
    const title = `Show in the simulator the images that break ${keptInWords(guarantee)}`;
    const place = document.positionAt(placed.start);
    const command = { title, command: CLIENT_COMMANDS.simulate, arguments: [document.uri, place, guarantee.index] };
    const diagnostic = session.toDiagnostic(placed, sources);
    const diagnostics = diagnostic === null ? [] : [diagnostic];
    return [{ title, kind: `${CodeActionKind.QuickFix}.${WITNESS_RULE}`, diagnostics, command }];
  });
}

/** The guarantee that a problem reports as broken; null for an undecided one. */
function guaranteeOf({ severity, related }: Problem, { workspace }: Session): Guarantee | null {
  const [promised] = related;
  const file = promised === undefined ? null : workspace.settingsFor(promised.place.uri);
  if (file === null || severity === 'hint') return null;
  return guaranteesIn(file).find(({ place }) => place.start === promised?.place.start) ?? null;
}

function refactoringActions(
  session: Session,
  abilities: ClientAbilities,
  { textDocument, range, context }: CodeActionParams,
  log: Log,
): CodeAction[] {
  const opened = session.openedSourcesAt(textDocument.uri);
  if (opened === null) return [];
  const { version } = opened.document;
  const isAutomatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  const failed = (id: string, error: unknown) => log(`Refactoring ${id} failed: ${describeFailure(error)}`);
  const offers = refactoringsAt(session.workspace, requestAt(opened, range, abilities), askedIn(context), failed);
  return offers.flatMap((offered) => {
    const data = { uri: textDocument.uri, version, range, id: offered.id, choice: offered.choice };
    return refactoringAction(session, abilities, offered, data, isAutomatic) ?? [];
  });
}

/** The requested kinds; undefined when none is given in any form. */
function onlyIn({ only }: CodeActionContext): readonly string[] | undefined {
  return only?.length ? only : undefined;
}

/** Tests whether actions of a kind are requested. */
function askedIn(context: CodeActionContext): (kind: string) => boolean {
  const only = onlyIn(context);
  return (kind) => only === undefined || only.some((other) => isWithin(kind, other));
}

/** True for a kind that equals the other one or is below it; the empty kind is above all. */
function isWithin(kind: string, other: string): boolean {
  return other === '' || `${kind}.`.startsWith(`${other}.`);
}

function requestAt({ uri, document }: OpenedSources, range: LspRange, abilities: ClientAbilities): RefactoringRequest {
  const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  return { uri, range: offsets, createsFiles: abilities.createsFiles };
}

/** Null for a refused refactoring, unless the client shows disabled actions and requested this kind. */
function refactoringAction(
  session: Session,
  abilities: ClientAbilities,
  { title, kind, refusal }: OfferedRefactoring,
  data: RefactoringData,
  isAutomatic: boolean,
): CodeAction | null {
  if (refusal !== null) {
    return abilities.showsDisabledActions && !isAutomatic ? { title, kind, disabled: { reason: refusal } } : null;
  }
  const action: CodeAction = { title, kind, data };
  if (abilities.resolvesActionEdits) return action;
  const resolved = resolveRefactoring(session, abilities, action);
  return resolved.edit === undefined ? null : resolved;
}

/** The action for several fixes with its edit; unchanged when the text has changed since the offer. */
function* withEditOfAll(session: Session, action: CodeAction, data: unknown): Steps<CodeAction> {
  if (!isFixAllData(data) || session.openedSourcesAt(data.uri)?.document.version !== data.version) return action;
  return (yield* resolvedFixAll(session, action, data)) ?? action;
}

/** The same for a refactoring. */
function resolveRefactoring(session: Session, abilities: ClientAbilities, action: CodeAction): CodeAction {
  const data: unknown = action.data;
  const opened = isRefactoringData(data) ? session.openedSourcesAt(data.uri) : null;
  if (!isRefactoringData(data) || opened === null || opened.document.version !== data.version) return action;
  const made = editsOfRefactoring(session.workspace, requestAt(opened, data.range, abilities), data);
  return made === null ? action : { ...action, edit: toRefactoringEdit(made, session) };
}

function isRefactoringData(data: unknown): data is RefactoringData {
  if (typeof data !== 'object' || data === null || !('uri' in data) || typeof data.uri !== 'string') return false;
  return 'id' in data && 'choice' in data && 'version' in data && 'range' in data;
}

function fixAllAction(document: TextDocument, fixed: string): CodeAction | null {
  const made = difference(document.getText(), fixed);
  if (made === null) return null;
  const range = { start: document.positionAt(made.start), end: document.positionAt(made.end) };
  const edit = { changes: { [document.uri]: [{ range, newText: made.text }] } };
  return { title: 'Fix all problems of lifecycle policies and repositories', kind: FIX_ALL, edit };
}
