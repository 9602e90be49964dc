import { sumOfCosts } from './cost.mjs';

/**
 * Runs what failed once more, one suite after the other, when nothing else keeps the machine busy: an outcome with an
 * `again` is replaced by what that resolves to. What failed at first only is listed as `recovered` and counts as passed;
 * whatever fails in the second run counts as failed.
 */
export async function runFailedAgain(outcomes) {
  const settled = [];
  for (const outcome of outcomes) settled.push(await settle(outcome));
  return settled;
}

async function settle(outcome) {
  const { suite, failures: before, again } = outcome;
  if (before.length === 0 || !again) return outcome;
  console.error(`Running again what failed (${suite}): ${before.map(({ title }) => title).join('; ')}`);
  const second = await again();
  const failed = new Set(second.failures.map(({ title }) => title));
  return {
    ...second,
    cost: sumOfCosts(outcome.cost, second.cost),
    recovered: before.filter(({ title }) => !failed.has(title)),
  };
}

/** The lines that end a run: each failure, what passed at the second run only, the suites with their cost, and the sums. */
export function summaryOf(outcomes, cost) {
  const all = (list) => outcomes.flatMap(({ suite, [list]: tests = [] }) => tests.map((test) => ({ ...test, suite })));
  const [failures, recovered] = [all('failures'), all('recovered')];
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  return [
    ...recovered.map(({ suite, title, error }) => `\nFAILED AT THE FIRST RUN ONLY (${suite}) ${title}\n${error}`),
    ...failures.map(({ suite, title, error }) => `\nFAILED (${suite}) ${title}\n${error}`),
    '',
    ...outcomes.map(lineOf),
    `all suites${costWords(cost)}`,
    ...(recovered.length > 0
      ? [`passed at the second run: ${recovered.map(({ suite, title }) => `(${suite}) ${title}`).join('; ')}`]
      : []),
    `\n${passed} passed, ${failures.length} failed`,
  ];
}

function lineOf({ suite, passed, failures, skipped = 0, cost }) {
  const results = `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return `${suite}: ${results}${costWords(cost)}`;
}

function costWords(cost) {
  if (cost === undefined) return '';
  const { wall, cpu } = cost;
  return ` (${wall.toFixed(0)} s${cpu === null ? '' : `, ${cpu.toFixed(0)} s of processor time`})`;
}

/** True when something passed and nothing failed. */
export function isSuccess(outcomes) {
  return outcomes.some(({ passed }) => passed > 0) && outcomes.every(({ failures }) => failures.length === 0);
}
