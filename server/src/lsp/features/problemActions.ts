import type { CodeAction, CodeActionParams, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { Steps } from '../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import { CLIENT_COMMANDS } from '../../protocol/commandNames.ts';
import type { FixAllOffer } from '../../service/fixes/fixAllOf.ts';
import { fixAllOffers, stepsToEditsOfAll } from '../../service/fixes/fixAllOf.ts';
import { policiesForAll } from '../../service/fixes/policyForAll.ts';
import type { QuickFix } from '../../service/fixes/quickFixes.ts';
import { ignoreHere, mayBeIgnored } from '../../service/ignoring/ignoreHere.ts';
import type { IgnoredWhere } from '../../service/ignoring/ignoreInSettings.ts';
import { ignoreInSettings } from '../../service/ignoring/ignoreInSettings.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { toRefactoringEdit, toWorkspaceEdit } from '../convert/convert.ts';
import { withTabStops } from '../convert/tabStops.ts';
import type { OpenedSources, Session } from '../session.ts';

/** The kinds of the actions about a problem that do not fix it alone. */
const PROBLEM_KINDS = {
  forAll: `${CodeActionKind.QuickFix}.policyForAll`,
  fixAll: `${CodeActionKind.QuickFix}.fixAll`,
  ignore: `${CodeActionKind.QuickFix}.ignore`,
  page: `${CodeActionKind.QuickFix}.page`,
} as const;

/** Where a problem is ignored; `here` is a comment. */
export type IgnorePlace = 'here' | IgnoredWhere;

const IGNORE_PLACES: readonly (readonly [IgnorePlace, string])[] = [
  ['here', 'here'],
  ['file', 'in this file'],
  ['folder', 'in this folder and below'],
];

/** True for a word that says where a problem is ignored. */
export function isIgnorePlace(word: unknown): word is IgnorePlace {
  return IGNORE_PLACES.some(([place]) => place === word);
}

/** What an action for several fixes carries until it is chosen. */
export interface FixAllData extends Omit<FixAllOffer, 'title'> {
  readonly uri: string;
  readonly version: number;
}

/** What can be done about the problems at a place besides mending each: for all of a kind, ignoring it, reading on. */
export function* problemActions(
  session: Session,
  abilities: ClientAbilities,
  opened: OpenedSources,
  { range }: CodeActionParams,
  asks: (kind: string) => boolean,
  fixes: readonly QuickFix[],
): Steps<CodeAction[]> {
  const { document, uri } = opened;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const touched = session.context
    .problemsOf(uri, session.problemSettings)
    .filter((placed) => placed.start <= end && placed.end >= start);
  // The others of a rule would be the same actions.
  const ofRules = [...new Map(touched.toReversed().map((placed) => [placed.problem.ruleId, placed])).values()];
  ofRules.reverse();
  return onceEach([
    ...(asks(PROBLEM_KINDS.forAll) ? ofRules.flatMap((placed) => forAllActions(session, abilities, placed)) : []),
    ...(asks(PROBLEM_KINDS.fixAll) ? yield* fixAllActions(session, abilities, opened, fixes) : []),
    ...(asks(PROBLEM_KINDS.ignore)
      ? ofRules.flatMap((placed) => ignoreActions(session, abilities, opened, placed))
      : []),
    ...(asks(PROBLEM_KINDS.page) ? ofRules.flatMap((placed) => pageActions(session, placed)) : []),
  ]);
}

/** Two problems of a rule at one place are ignored and read about in one way. */
function onceEach(actions: readonly CodeAction[]): CodeAction[] {
  return [...new Map([...actions].reverse().map((action) => [action.title, action])).values()].reverse();
}

function forAllActions(session: Session, abilities: ClientAbilities, placed: PlacedProblem): CodeAction[] {
  return policiesForAll(session.context, session.problemSettings, placed).map(({ title, edits }) => ({
    title,
    kind: PROBLEM_KINDS.forAll,
    edit: withTabStops(toWorkspaceEdit(edits, session), session.uris.spelling(placed.uri), abilities),
  }));
}

function* fixAllActions(
  session: Session,
  abilities: ClientAbilities,
  { uri, document }: OpenedSources,
  fixes: readonly QuickFix[],
): Steps<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const { title, ruleId, where } of fixAllOffers(session.context, session.problemSettings, uri, fixes)) {
    const data: FixAllData = { uri: document.uri, version: document.version, ruleId, where };
    const action = { title, kind: PROBLEM_KINDS.fixAll, data };
    const whole = abilities.resolvesActionEdits ? action : yield* resolvedFixAll(session, action, data);
    if (whole !== null) actions.push(whole);
  }
  return actions;
}

/** True for what an action for several fixes carries. */
export function isFixAllData(data: unknown): data is FixAllData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'where' in data &&
    'ruleId' in data &&
    'version' in data &&
    'uri' in data
  );
}

/** The action with its edit; null when nothing can be fixed. */
export function* resolvedFixAll(session: Session, action: CodeAction, data: FixAllData): Steps<CodeAction | null> {
  const uri = session.uris.note(data.uri);
  const edits = yield* stepsToEditsOfAll(session.context, session.problemSettings, uri, data);
  return edits.size === 0 ? null : { ...action, edit: toWorkspaceEdit(edits, session) };
}

/** With our own client the reason is asked for first; another one gets the edit without a reason. */
function ignoreActions(
  session: Session,
  abilities: ClientAbilities,
  { document }: OpenedSources,
  placed: PlacedProblem,
): CodeAction[] {
  const { ruleId } = placed.problem;
  if (!mayBeIgnored(ruleId)) return [];
  return IGNORE_PLACES.flatMap(([where, words]): CodeAction[] => {
    const edit = ignoringEdit(session, abilities, placed, where, '');
    if (edit === null) return [];
    const title = `Ignore ${ruleId} ${words}`;
    const action = { title, kind: PROBLEM_KINDS.ignore };
    if (!session.startOptions.showsSimulations) return [{ ...action, edit }];
    const place = document.positionAt(placed.start);
    return [
      {
        ...action,
        command: { title, command: CLIENT_COMMANDS.ignore, arguments: [document.uri, place, ruleId, where] },
      },
    ];
  });
}

/** The edit that has a problem ignored; null where that is not possible. */
export function ignoringEdit(
  session: Session,
  abilities: ClientAbilities,
  placed: PlacedProblem,
  where: IgnorePlace,
  reason: string,
): WorkspaceEdit | null {
  const { workspace } = session;
  const { uri, problem } = placed;
  if (where === 'here') {
    const sources = workspace.filesAt(uri);
    const edit = sources && ignoreHere(sources, placed, reason);
    return edit ? toWorkspaceEdit(new Map([[uri, [edit]]]), session) : null;
  }
  const file = workspace.settingsFor(uri);
  const folder = session.folderOf(uri);
  if (folder === null || (file === null && !abilities.createsFiles)) return null;
  const change = ignoreInSettings(file, folder, { ruleId: problem.ruleId, uri, where, reason });
  if (change === null) return null;
  return change.kind === 'created'
    ? toRefactoringEdit({ edits: new Map(), created: [change] }, session)
    : toWorkspaceEdit(new Map([[change.uri, change.edits]]), session);
}

function pageActions({ startOptions }: Session, { problem: { ruleId } }: PlacedProblem): CodeAction[] {
  if (!startOptions.showsSimulations) return [];
  const title = `Show the page about ${ruleId}`;
  return [
    { title, kind: PROBLEM_KINDS.page, command: { title, command: CLIENT_COMMANDS.showRulePage, arguments: [ruleId] } },
  ];
}
