import type { Finding } from '../../../server/src/review/findings/finding.ts';
import type { PlanReading } from '../../../server/src/review/plan/plan.ts';
import { PlanReader } from '../../../server/src/review/plan/planReader.ts';
import type { ReviewInput } from '../../../server/src/review/reviewPlan.ts';
import { reviewPlan } from '../../../server/src/review/reviewPlan.ts';

/** A resource of a plan for a test: omitted parts have common values. */
export interface WrittenChange {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before?: object | null;
  readonly after?: object | null;
  readonly change?: object;
  readonly more?: object;
}

/** The JSON of a plan with these resources. */
export function planText(changes: readonly WrittenChange[], more: object = {}): string {
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    resource_changes: changes.map(elementOf),
    errored: false,
    complete: true,
    ...more,
  });
}

/** A resource as in a plan's JSON. */
export function elementOf({
  address,
  actions,
  before = null,
  after = null,
  change = {},
  more = {},
}: WrittenChange): object {
  return {
    address,
    mode: 'managed',
    type: typeOf(address),
    change: {
      actions,
      before,
      after,
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
      ...change,
    },
    ...more,
  };
}

function typeOf(address: string): string {
  return /(?:^|\.)((?:aws|awscc)_\w+)\./.exec(address)?.[1] ?? '';
}

/** The result of reading a text in chunks of some length. */
export function readPlan(text: string, pieceLength = text.length): PlanReading {
  const reader = new PlanReader('plan.json');
  for (let at = 0; at < text.length; at += Math.max(1, pieceLength)) reader.write(text.slice(at, at + pieceLength));
  return reader.end();
}

/** The review of a plan's text; `given` is the other input of a review. */
export function reviewed(text: string, given: Partial<ReviewInput> = {}): readonly Finding[] {
  const reading = readPlan(text);
  if (reading.kind === 'refused') throw new Error(reading.because);
  const onRuleFailure = (ruleId: string, error: unknown) => {
    throw new Error(`rule ${ruleId} failed`, { cause: error });
  };
  return reviewPlan(reading.plan, { images: null, settings: null, onRuleFailure, ...given });
}

/** The review of a plan's text, without problems of the values themselves. */
export function effects(text: string): readonly Finding[] {
  return reviewed(text).filter(({ kind }) => kind !== 'invalid');
}

/** Findings in short: `warning policy-changed ADDRESS`. */
export function inShort(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ severity, kind, address }) => `${severity} ${kind} ${address}`.trim());
}
