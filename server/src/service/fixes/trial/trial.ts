import type { Module } from '../../../module/module.ts';
import type { Steps } from '../../../module/tracking/steps.ts';
import { measured } from '../../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../../problems/settings.ts';
import type { TextEdit } from '../../../syntax/edit/listItems.ts';
import type { ServiceContext } from '../../context.ts';
import { applyEdits, editsOf } from '../fixEdits.ts';
import { effectBetween, isHarmless } from './effect.ts';
import { scratchOf } from './scratch.ts';
import type { IsGrave, Snapshot } from './snapshot.ts';
import { graveIn } from './snapshot.ts';

/** A problem of a file with the edits of its fix of kind `one`, all in that file. */
export interface Candidate {
  readonly placed: PlacedProblem;
  readonly edits: readonly TextEdit[];
}

/** A fixed value may reveal a problem that it hid; longer chains of fixes are left to the user. */
const FOLLOWED = 3;

/** The most characters of blocks that edits are written for: an edit may align the lines around it. */
const EDITING_WORK = 10_000_000;

/** The number of snapshots that are kept. */
const SNAPSHOT_LIMIT = 32;

/** How much trying a file gets, in characters examined, and how much more for each of its characters. */
const ALLOWANCE = { base: 1_500_000, perCharacter: 5 } as const;

/** What one more problem costs to place and compare, in characters examined. */
const PER_PROBLEM = 1_000;

/** What one step of evaluating values costs, in characters examined. */
const PER_STEP = 3;

/**
 * Tries the fixes of one file on a copy of what they reach, and keeps the harmless ones. Works in steps: only one trial
 * at a time may use the copy.
 */
export class Trial {
  readonly #uri: string;
  readonly #settings: ProblemSettings;
  readonly #scratch: ReturnType<typeof scratchOf>;
  readonly #modules: readonly Module[];
  readonly #isGrave: IsGrave;
  #before: Snapshot | null = null;
  #left = 0;
  /** Snapshots by the text of the file. */
  readonly #known = new Map<string, Snapshot>();

  constructor(context: ServiceContext, uri: string, settings: ProblemSettings) {
    this.#uri = uri;
    this.#settings = settings;
    this.#scratch = scratchOf(context);
    this.#modules = this.#scratch.reachedBy(uri);
    this.#isGrave = graveIn(this.#scratch.context, settings);
    this.begin(this.text);
  }

  /** Starts anew from a text of the file, with the whole allowance. */
  begin(text: string): void {
    this.text = text;
    // The first snapshot finds all problems once more, and nothing is tried where that alone costs too much.
    this.#left = ALLOWANCE.base + ALLOWANCE.perCharacter * text.length - this.#costOfFirst();
  }

  #costOfFirst(): number {
    if (this.#before !== null) return 0;
    const { finder, workspace } = this.#scratch.originalContext;
    const module = workspace.moduleOf(this.#uri);
    return module === undefined ? 0 : PER_STEP * finder.spentOn(module);
  }

  /** True when no more fixes are tried, because the tries so far have cost too much: the rest counts as harmful. */
  get isSpent(): boolean {
    return this.#left < 0;
  }

  /** The policies and problems that the file reaches, before any fix. */
  *before(): Steps<Snapshot> {
    this.#before ??= yield* this.snapshot();
    return this.#before;
  }

  get text(): string {
    return this.#scratch.textOf(this.#uri);
  }

  set text(text: string) {
    this.#scratch.write(this.#uri, text);
  }

  /** The current policies and problems that the file reaches. */
  *snapshot(): Steps<Snapshot> {
    const { text } = this;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const { photographer } = this.#scratch;
    const taking = photographer.take(this.#modules, this.#isGrave);
    const { result: snapshot, cost } = yield* measured(taking, () => photographer.worked);
    // The cost of the first one was taken before.
    if (this.#known.size > 0) this.#left -= PER_STEP * cost;
    if (this.#known.size >= SNAPSHOT_LIMIT) this.#known.clear();
    this.#known.set(text, snapshot);
    return snapshot;
  }

  /** The unambiguous fixes within the file; the first of them when there are very many in long blocks. */
  candidates(): readonly Candidate[] {
    const { context, originalContext } = this.#scratch;
    // The problems of the original are known; the copy need not be examined to find that nothing can be tried.
    const { workspace } = originalContext;
    const isOriginal = workspace.filesAt(this.#uri)?.syntaxOf(this.#uri)?.text === this.text;
    return this.#candidatesIn(isOriginal ? originalContext : context);
  }

  #candidatesIn(context: ServiceContext): readonly Candidate[] {
    const sources = context.workspace.filesAt(this.#uri);
    if (sources === undefined) return [];
    let work = 0;
    return context.problemsOf(this.#uri, this.#settings).flatMap((placed) => {
      const fix = placed.problem.fixes.find(({ kind }) => kind === 'one');
      if (fix === undefined || work > EDITING_WORK) return [];
      work += placed.problem.place.piece.text.length;
      const files = editsOf(sources, fix);
      const edits = files?.get(this.#uri);
      return files?.size === 1 && edits !== undefined ? [{ placed, edits }] : [];
    });
  }

  /**
   * The fixes that together change no accepted policy and introduce no problem; no two of them touch. With `follows` a
   * problem may appear that other fixes resolve in turn. The text is unchanged.
   */
  *harmless(candidates: readonly Candidate[], follows: boolean): Steps<readonly Candidate[]> {
    if (candidates.length === 0 || (yield* this.#isHarmless(candidates, follows))) return candidates;
    if (candidates.length === 1 || this.isSpent) return [];
    const half = Math.ceil(candidates.length / 2);
    const first = yield* this.harmless(candidates.slice(0, half), follows);
    const second = yield* this.harmless(candidates.slice(half), follows);
    if (first.length === 0) return second;
    const both = [...first, ...second];
    return second.length === 0 || (yield* this.#isHarmless(both, follows)) ? both : first;
  }

  /** Applies fixes, no two of which touch. */
  apply(candidates: readonly Candidate[]): void {
    this.text =
      applyEdits(
        this.text,
        candidates.flatMap(({ edits }) => edits),
      ) ?? this.text;
  }

  *#isHarmless(candidates: readonly Candidate[], follows: boolean): Steps<boolean> {
    const { text } = this;
    const before = yield* this.before();
    if (this.isSpent) return false;
    this.apply(candidates);
    const isHarmless = yield* this.#settles(before, follows ? FOLLOWED : 0);
    this.text = text;
    return isHarmless;
  }

  /** Whether nothing is worse than before, once the fixes of new problems are applied. */
  *#settles(before: Snapshot, rounds: number): Steps<boolean> {
    const snapshot = yield* this.snapshot();
    this.#left -= this.text.length + PER_PROBLEM * problemsIn(snapshot);
    const effect = effectBetween(before, snapshot);
    if (effect.changed.length > 0 || effect.disturbed.length > 0) return false;
    if (isHarmless(effect)) return true;
    const brought = new Set(effect.brought.map(({ ruleId }) => ruleId));
    const next = apart(this.candidates().filter(({ placed }) => brought.has(placed.problem.ruleId)));
    if (rounds === 0 || next.length === 0) return false;
    this.apply(next);
    return yield* this.#settles(before, rounds - 1);
  }
}

function problemsIn({ counts }: Snapshot): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** As many fixes as possible that do not touch each other's text, in order. */
export function apart(candidates: readonly Candidate[]): readonly Candidate[] {
  let taken: readonly TextEdit[] = [];
  return candidates.filter(({ edits }) => {
    if (touches(taken, edits)) return false;
    taken = [...taken, ...edits];
    return true;
  });
}

/** True when two sets of edits overlap or touch. */
function touches(chosen: readonly TextEdit[], edits: readonly TextEdit[]): boolean {
  return edits.some((edit) => chosen.some((other) => edit.start <= other.end && other.start <= edit.end));
}
