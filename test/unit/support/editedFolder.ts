import { Workspace } from '../../../server/src/module/workspace.ts';
import type { PlacedProblem } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { complete } from '../../../server/src/service/completion/complete.ts';
import { signatureAt } from '../../../server/src/service/completion/language/signature.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { editsOf } from '../../../server/src/service/fixes/fixEdits.ts';
import { InlayHints } from '../../../server/src/service/hints/inlayHints.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { codeLenses } from '../../../server/src/service/lenses/codeLenses.ts';
import { definitionsAt } from '../../../server/src/service/navigation/definition.ts';
import { highlightsAt, referencesAt } from '../../../server/src/service/navigation/findReferences.ts';
import { foldingRanges } from '../../../server/src/service/structure/folding.ts';
import { linksOf } from '../../../server/src/service/structure/links.ts';
import { selectionRanges } from '../../../server/src/service/structure/selection.ts';
import { shapedTextAt } from '../../../server/src/service/structure/shapedText.ts';
import { SymbolIndex } from '../../../server/src/service/structure/symbolIndex.ts';
import { resolvePlace } from '../../../server/src/syntax/tree/place.ts';

/** Texts by name; those in `open` hide the ones on disk. */
export interface FolderState {
  readonly disk: ReadonlyMap<string, string>;
  readonly open: ReadonlyMap<string, string>;
}

/** A place to ask about. */
export interface Probe {
  readonly uri: string;
  readonly offset: number;
}

const HINTS = new Set(['units', 'shielding', 'allShielding', 'deadRules'] as const);

/** What an editor knows of a folder: it follows the changes, and keeps whatever a session keeps between them. */
export class EditedFolder {
  readonly #workspace = new Workspace();
  readonly #context: ServiceContext;
  readonly #hints: InlayHints;
  readonly #symbols: SymbolIndex;
  #state: FolderState = { disk: new Map(), open: new Map() };

  constructor(state: FolderState) {
    const fail = (ruleId: string, error: unknown) => {
      throw new Error(ruleId, { cause: error });
    };
    this.#context = new ServiceContext(this.#workspace, new ProblemFinder(fail));
    this.#hints = new InlayHints(this.#workspace);
    this.#symbols = new SymbolIndex(this.#workspace);
    this.#workspace.readFilesBy((uri) => this.#state.disk.get(uri) ?? { kind: 'missing' });
    this.become(state);
  }

  /** Follows what has changed on disk and in the editor. */
  become(state: FolderState): void {
    const before = this.#state;
    this.#state = state;
    for (const uri of new Set([...before.disk.keys(), ...state.disk.keys()])) {
      if (before.disk.get(uri) !== state.disk.get(uri)) this.#settleOnDisk(uri);
    }
    for (const uri of new Set([...before.open.keys(), ...state.open.keys()])) {
      if (before.open.get(uri) !== state.open.get(uri)) this.#settleOpen(uri);
    }
  }

  #settleOnDisk(uri: string): void {
    const text = this.#state.disk.get(uri) ?? null;
    if (isText(uri)) this.#settleAttached(uri);
    else this.#workspace.setDiskFile(uri, text);
  }

  #settleOpen(uri: string): void {
    const text = this.#state.open.get(uri);
    if (text === undefined) this.#workspace.closeDocument(uri);
    else this.#workspace.openDocument(uri, text);
    if (text === undefined && isText(uri)) this.#settleAttached(uri);
  }

  #settleAttached(uri: string): void {
    const text = this.#state.open.get(uri) ?? this.#state.disk.get(uri);
    if (this.#workspace.hasAskedFor(uri)) this.#workspace.setAttachedFile(uri, text ?? { kind: 'missing' });
  }

  /** Everything that an editor shows, as lines of text: of whole files, and at some places. */
  shown(probes: readonly Probe[]): readonly string[] {
    const uris = [...new Set([...this.#state.disk.keys(), ...this.#state.open.keys()])].sort();
    // A text has problems once the modules that read it have asked for it.
    for (const uri of uris) this.#context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS);
    return [...uris.flatMap((uri) => this.#shownOf(uri)), ...probes.flatMap((probe) => this.#shownAt(probe))];
  }

  #shownOf(uri: string): readonly string[] {
    const problems = this.#context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS);
    const told = problems.map((problem) => `${uri} problem ${written(this.#toldOf(problem))}`);
    const module = this.#workspace.moduleOf(uri);
    if (module?.has(uri) !== true) return told;
    const whole = { start: 0, end: Number.MAX_SAFE_INTEGER };
    const shaped = shapedTextAt(this.#workspace, module, uri);
    const lists = {
      symbol: this.#symbols.ofFile(module, uri),
      fold: shaped === null ? [] : foldingRanges(shaped),
      hint: this.#hints.within(uri, whole, HINTS),
      lens: codeLenses(module, uri, problems, (_, offset) => offset),
      link: linksOf(module, uri, () => true),
    };
    const lines = Object.entries(lists).flatMap(([kind, items]) =>
      items.map((item) => `${uri} ${kind} ${written(item)}`),
    );
    return [...told, ...lines];
  }

  #toldOf({ uri, start, end, problem }: PlacedProblem): unknown {
    const sources = this.#workspace.filesAt(uri);
    const { ruleId, severity, message, related, fixes } = problem;
    const relatedTo = related.map(({ place, message: words }) => {
      const file = sources?.syntaxOf(place.uri);
      return [place.uri, file && resolvePlace(file, place), words];
    });
    const mends = fixes.map((fix) => {
      const edits = sources === undefined ? null : editsOf(sources, fix);
      return [fix.kind, fix.title, edits && [...edits]];
    });
    return [start, end, ruleId, severity, message, relatedTo, mends];
  }

  #shownAt({ uri, offset }: Probe): readonly string[] {
    const module = this.#workspace.moduleOf(uri);
    if (module?.has(uri) !== true) return [];
    const shaped = shapedTextAt(this.#workspace, module, uri);
    const told = () => this.#context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS).map(({ problem: { ruleId } }) => ruleId);
    const answers = {
      hover: hover({ module, uri, offset }),
      completion: complete({ module, uri, offset, offersArguments: true, told }),
      signature: signatureAt(module, uri, offset),
      definition: definitionsAt(module, uri, offset),
      highlight: highlightsAt(module, uri, offset),
      reference: referencesAt(this.#workspace, uri, offset),
      selection: shaped && selectionRanges(shaped, offset),
    };
    return Object.entries(answers).map(([kind, answer]) => `${uri} at ${offset} ${kind} ${written(answer)}`);
  }
}

/** Policies and the like, which are known when a module asks for them. */
function isText(uri: string): boolean {
  if (uri.endsWith('.lock.hcl')) return true;
  return uri.endsWith('.json') && !uri.endsWith('.tf.json') && !uri.endsWith('.terraform-ecr.json');
}

/** JSON, with a piece as its text and a module as its directory. */
function written(value: unknown): string {
  return JSON.stringify(value, (key, part) => {
    if (key === 'piece') return part.text;
    if (key === 'module') return part.directory;
    if (part instanceof Map || part instanceof Set) return [...part];
    return part;
  });
}
