import type { WebviewPanel } from 'vscode';
import { commands, l10n, ProgressLocation, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import type { PlanPiece, ReviewAnswer } from '../../../server/src/protocol/reviewAnswers.ts';
import type { TextLocation } from '../../../server/src/protocol/textPositions.ts';
import { decodeText } from '../../../server/src/simulate/input/decodeText.ts';
import { bytesOf, IMAGES, PLAN, readChosen } from '../given/givenFiles.ts';
import { simulatorPage } from '../simulator/page.ts';

/** The number of bytes that are decoded and sent at once. */
const PIECE = 1 << 20;

let lastId = 0;

/**
 * Shows the effects of a plan on ECR, from a file that the user chooses: the output of `terraform show -json`. An
 * address that the code declares is a link to its block. `resources` is the folder of the view's own files.
 */
export async function reviewPlan(resources: Uri, file?: unknown): Promise<void> {
  const plan = file instanceof Uri ? file : await choosePlan();
  const found = plan === undefined ? null : await reviewed(plan, []);
  if (plan === undefined || found === null) return;
  const name = workspace.asRelativePath(plan);
  const panel = window.createWebviewPanel('terraform-ecr.review', l10n.t('Review of {0}', name), ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [resources],
  });
  let { places } = found;
  const show = ({ page }: Reviewed) => {
    const [script, style] = ['simulator.js', 'simulator.css'].map((path) => Uri.joinPath(resources, path));
    if (script !== undefined && style !== undefined)
      panel.webview.html = simulatorPage(panel.webview, script, style, page);
  };
  show(found);
  let isClosed = false;
  panel.onDidDispose(() => {
    isClosed = true;
  });
  const countImages = async () => {
    const images = await chooseImages();
    const again = images === undefined ? null : await reviewed(plan, images);
    // The view may have been closed while the plan was read again.
    if (again === null || isClosed) return;
    places = again.places;
    show(again);
  };
  panel.webview.onDidReceiveMessage((message: unknown) => {
    if (!wantsImages(message)) return openBlock(panel, message, places);
    return countImages().catch(tellFailure);
  });
}

function tellFailure(error: unknown): void {
  void window.showErrorMessage(error instanceof Error ? error.message : String(error));
}

type Reviewed = ReviewAnswer & { readonly kind: 'review' };

/** The review of a plan with images from some files; null after a message that says why there is none. */
async function reviewed(plan: Uri, images: readonly Uri[]): Promise<Reviewed | null> {
  const name = workspace.asRelativePath(plan);
  const title = l10n.t('Reviewing {0}', name);
  const answer = await window.withProgress({ location: ProgressLocation.Notification, title }, async () =>
    review(
      plan,
      name,
      await Promise.all(images.map(async (file) => decodeText(bytesOf(await readChosen(file, IMAGES))))),
    ),
  );
  if (answer?.kind === 'review') return answer;
  const reason = answer?.kind === 'refused' ? answer.reason : l10n.t('The server could not answer; its log says why.');
  await window.showErrorMessage(reason);
  return null;
}

function wantsImages(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'images';
}

async function chooseImages(): Promise<readonly Uri[] | undefined> {
  return window.showOpenDialog({
    title: l10n.t('What aws ecr describe-images printed'),
    openLabel: l10n.t('Count'),
    canSelectMany: true,
    filters: { JSON: ['json', 'gz'], [l10n.t('All files')]: ['*'] },
  });
}

async function choosePlan(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('What terraform show -json printed for a plan'),
    openLabel: l10n.t('Review'),
    filters: { JSON: ['json', 'gz'], [l10n.t('All files')]: ['*'] },
  });
  return chosen?.[0];
}

/** Sends a plan in chunks; null without a server. */
async function review(plan: Uri, name: string, images: readonly string[]): Promise<ReviewAnswer | null> {
  const bytes = bytesOf(await readChosen(plan, PLAN));
  const decoder = decoderFor(bytes);
  lastId += 1;
  const id = lastId;
  let answer: ReviewAnswer | null = null;
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const isLast = at + PIECE >= bytes.length;
    const text = decoder.decode(bytes.subarray(at, at + PIECE), { stream: !isLast });
    const piece: PlanPiece = {
      id,
      text,
      isLast,
      name,
      now: Date.now(),
      ...settingsPlace(plan),
      images: isLast ? images : [],
    };
    answer = await commands.executeCommand<ReviewAnswer | null>(SERVER_COMMANDS.reviewPlan, piece);
    if (answer?.kind !== 'more') return answer;
  }
  return answer;
}

/** Where settings are searched: from the plan upwards; for a plan from elsewhere, in the first folder. */
function settingsPlace(plan: Uri): Pick<PlanPiece, 'uri'> {
  const isInside = workspace.getWorkspaceFolder(plan) !== undefined;
  const [folder] = workspace.workspaceFolders ?? [];
  if (isInside) return { uri: plan.toString() };
  return folder === undefined ? {} : { uri: Uri.joinPath(folder.uri, 'plan.json').toString() };
}

/**
 * Decodes UTF-8, or UTF-16 when a byte order mark or the zeros of the first characters indicate it, as PowerShell's `>`
 * writes.
 */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return new TextDecoder('utf-16le');
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return new TextDecoder('utf-16be');
  return new TextDecoder('utf-8');
}

/** Shows the block of a finding whose address was clicked. */
function openBlock(panel: WebviewPanel, message: unknown, places: readonly (TextLocation | null)[]): void {
  if (typeof message !== 'object' || message === null || !('finding' in message)) return;
  const place = places[Number(message.finding)];
  if (place === null || place === undefined) return;
  const { start, end } = place.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const viewColumn = panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  window.showTextDocument(Uri.parse(place.uri), { selection, viewColumn }).then(undefined, tellFailure);
}
