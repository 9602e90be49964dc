import type { PolicySurroundings } from '../../guarantees/answers.ts';
import type { Simulation } from '../../simulate/run/outcome.ts';
import { isoDate } from '../../simulate/time/clock.ts';
import { printableJson } from '../../syntax/shown/printable.ts';

import { guaranteeJson } from './guaranteesJson.ts';
import { imageJson } from './imageJson.ts';

/**
 * A simulation as JSON, version 1 of its contract; images in the order of the input. An unknown result is printed as
 * kept, with a reason that says so.
 */
export function printJsonSimulation(
  simulation: Simulation,
  { guarantees, running }: PolicySurroundings = { guarantees: [], running: [] },
): string {
  const { now, outcomes, rules, totals } = simulation;
  return printableJson(
    {
      version: 1,
      now: isoDate(now),
      images: outcomes.map((outcome) => imageJson(outcome, now)),
      rules: rules.map(({ rule, selected, acted, dead }) => ({
        priority: rule.priority,
        selected,
        acted,
        dead: dead !== null,
      })),
      guarantees: guarantees.map((answer) =>
        guaranteeJson(
          answer,
          rules.map(({ rule }) => rule),
        ),
      ),
      running: running.map(({ address, tag }) => ({ address, tag })),
      summary: {
        expire: totals.expire,
        archive: totals.archive,
        keep: totals.keep + totals.unknown,
        bytesFreed: totals.bytesFreed,
      },
    },
    1,
  );
}
