import type { Module } from '../../../module/module.ts';
import type { Steps } from '../../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../../problems/settings.ts';
import { resolvePlace } from '../../../syntax/tree/place.ts';
import type { ServiceContext } from '../../context.ts';
import type { FileEdits } from '../fixEdits.ts';
import { applyEdits } from '../fixEdits.ts';
import type { Effect } from './effect.ts';
import { effectBetween, isHarmless } from './effect.ts';
import { scratchOf } from './scratch.ts';
import type { PolicyState } from './snapshot.ts';
import { graveIn } from './snapshot.ts';

/** What edits that fix a problem do to the policies of a workspace. */
export interface JudgedEffect extends Effect {
  /** The policies that have the problem, as they were before. */
  readonly own: readonly PolicyState[];
}

/** True for edits of several files that change no accepted policy and bring no problem, tried on a copy. */
export function* stepsToWhetherHarmless(
  context: ServiceContext,
  settings: ProblemSettings,
  edits: FileEdits,
): Steps<boolean> {
  const effect = yield* stepsToEffectOfEdits(context, settings, edits, () => false);
  return effect !== null && isHarmless(effect);
}

/** The effect of a fix's edits, tried on a copy of the workspace; null when they overlap. */
export function stepsToEffect(
  context: ServiceContext,
  settings: ProblemSettings,
  problem: PlacedProblem,
  edits: FileEdits,
): Steps<JudgedEffect | null> {
  return stepsToEffectOfEdits(context, settings, edits, (state, modules) => hasProblem(state, problem, modules));
}

function* stepsToEffectOfEdits(
  context: ServiceContext,
  settings: ProblemSettings,
  edits: FileEdits,
  isOwn: (state: PolicyState, modules: readonly Module[]) => boolean,
): Steps<JudgedEffect | null> {
  const scratch = scratchOf(context);
  const uris = [...edits.keys()];
  const modules = [...new Set(uris.flatMap((uri) => scratch.reachedBy(uri)))];
  const isGrave = graveIn(scratch.context, settings);
  const before = yield* scratch.photographer.take(modules, isGrave);
  const own = [...before.policies.values()].filter((state) => isOwn(state, modules));
  for (const uri of uris) {
    const text = applyEdits(scratch.textOf(uri), edits.get(uri) ?? []);
    if (text === null) return null;
    scratch.write(uri, text);
  }
  const after = yield* scratch.photographer.take(modules, isGrave);
  return { ...effectBetween(before, after), own };
}

function hasProblem({ problems }: PolicyState, { uri, start, problem }: PlacedProblem, modules: readonly Module[]) {
  return problems.some(({ ruleId, place }) => {
    if (ruleId !== problem.ruleId || place.uri !== uri) return false;
    return modules.some((module) => {
      const file = module.syntaxOf(uri);
      return file !== undefined && resolvePlace(file, place)?.start === start;
    });
  });
}
