import { Meter } from '../../evaluate/meter.ts';
import type { Module, ModuleEnvironment } from '../module.ts';
import { meterOf } from './meterOf.ts';

/** The length of the texts, in characters, up to which a workspace is small. */
const SMALL = 100_000;

/** What each further character adds: a call of a public module in few characters takes many steps. */
const PER_FURTHER_CHARACTER = 60;

/** What every module may spend, however much the others took: most take less. */
const GUARANTEED = 1000;

/**
 * The budget for examining all modules of one workspace, so that a hundred small modules cost no more than one large
 * one. Each module keeps what its own text earns.
 */
export class WorkspaceAllowance {
  readonly #environment: ModuleEnvironment;
  readonly #spent = new Map<Module, number>();
  #present: ReadonlySet<Module> = new Set();
  #sum = 0;
  #version: number | null = null;
  #total = 0;

  constructor(environment: ModuleEnvironment) {
    this.#environment = environment;
  }

  /**
   * A meter for examining a module once more; what examining it took before is given back. A module that is not one of
   * the workspace's own has its own budget.
   */
  meterFor(module: Module): Meter {
    this.#giveBack(module);
    const own = meterOf(module);
    const all = this.#allTogether();
    if (!this.#present.has(module)) return own;
    const earned = GUARANTEED + Meter.earnedBy(module.length);
    const allowance = Math.min(own.allowance, Math.max(earned, all - this.#sum));
    return new ModuleMeter(allowance, (steps) => {
      this.#sum += steps;
      this.#spent.set(module, (this.#spent.get(module) ?? 0) + steps);
    });
  }

  #giveBack(module: Module): void {
    this.#sum -= this.#spent.get(module) ?? 0;
    this.#spent.delete(module);
  }

  /** The budget for all modules; those that are gone give back what they took. */
  #allTogether(): number {
    const { version, modules } = this.#environment;
    if (version === this.#version) return this.#total;
    this.#present = new Set(modules);
    for (const module of this.#spent.keys()) if (!this.#present.has(module)) this.#giveBack(module);
    const length = modules.reduce((sum, module) => sum + module.length, 0);
    this.#version = version;
    this.#total =
      Meter.forLength(Math.min(length, SMALL)).allowance + PER_FURTHER_CHARACTER * Math.max(0, length - SMALL);
    return this.#total;
  }
}

/** A meter that reports what is spent. */
class ModuleMeter extends Meter {
  readonly #report: (steps: number) => void;

  constructor(allowance: number, report: (steps: number) => void) {
    super(allowance);
    this.#report = report;
  }

  override spend(steps: number): boolean {
    const isLeft = super.spend(steps);
    if (isLeft) this.#report(steps);
    return isLeft;
  }
}
