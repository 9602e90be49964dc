import { plannedCode } from '../../ecr/plan/plannedCode.ts';
import type { Module } from '../../module/module.ts';
import type { SettingsFile } from '../../module/sources/settingsFile.ts';
import { Workspace } from '../../module/workspace.ts';
import { problemsByFile } from '../../problems/fileProblems.ts';
import { folderSettingsOf } from '../../problems/folderSettings.ts';
import type { Problem } from '../../problems/problem.ts';
import { ProblemFinder } from '../../problems/problemFinder.ts';
import type { RuleFailureListener } from '../../problems/runAll.ts';
import { isSettledByPlan } from '../../problems/settledByPlan.ts';
import type { PlanChange } from '../plan/plan.ts';

/** A settings file that applies to a plan. */
export interface PlanSettings {
  readonly uri: string;
  readonly text: string;
}

/** Finds the problems of single resources in a plan, as `check` finds those of code. */
export class PlannedProblems {
  readonly #workspace = new Workspace();
  readonly #finder: ProblemFinder;
  readonly #settings: SettingsFile | null;
  readonly #folder: string;
  #count = 0;

  constructor(settings: PlanSettings | null, onRuleFailure: RuleFailureListener) {
    this.#finder = new ProblemFinder(onRuleFailure);
    if (settings !== null) this.#workspace.setDiskFile(settings.uri, settings.text);
    const [file] = this.#workspace.settingsFiles;
    this.#settings = file ?? null;
    this.#folder = settings === null ? 'file:///plan' : settings.uri.slice(0, settings.uri.lastIndexOf('/'));
  }

  /** The errors and warnings of one side of a resource, by itself: relations to others are not judged. */
  of({ type, configuration }: PlanChange, values: PlanChange['before'], unknown: unknown): readonly Problem[] {
    this.#count += 1;
    const uri = `${this.#folder}/~plan/${this.#count}/planned.tf.json`;
    this.#workspace.setDiskFile(uri, plannedCode(type, values, unknown, configuration));
    const module = this.#workspace.moduleOf(uri);
    const found = module === undefined ? [] : this.#problemsOf(module);
    // A plan may have thousands of resources, and nobody asks for this one again.
    this.#workspace.setDiskFile(uri, null);
    return found;
  }

  #problemsOf(module: Module): readonly Problem[] {
    const overrides = this.#settings === null ? {} : folderSettingsOf(this.#settings).rules;
    const files = problemsByFile(this.#finder, module, { rules: {}, overrides, companionReports: false });
    const problems = [...files.values()].flat().map(({ problem }) => problem);
    const isGrave = ({ severity }: Problem) => severity === 'error' || severity === 'warning';
    return problems.filter((problem) => isGrave(problem) && !isSettledByPlan(problem.ruleId));
  }
}
