import { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';
import { unnoted } from './inputs.ts';

/** A new meter for all questions about a module. */
export function meterOf(module: Module): Meter {
  return new LengthMeter(module);
}

/** A meter whose allowance comes from the length of a module: only what is cut for want of it depends on the length. */
class LengthMeter extends Meter {
  readonly #module: Module;

  constructor(module: Module) {
    super(unnoted(() => Meter.forLength(module.length).allowance));
    this.#module = module;
  }

  override spend(steps: number): boolean {
    return super.spend(steps) || this.#cut();
  }

  #cut(): false {
    void this.#module.length;
    return false;
  }
}
