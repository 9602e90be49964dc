import type { Check, Finding } from '../checks/check.ts';
import type { Steps } from '../module/tracking/steps.ts';
import { append } from '../syntax/arrays.ts';
import type { Problem } from './problem.ts';

/** Called when a rule fails; the other rules still run. */
export type RuleFailureListener = (ruleId: string, error: unknown) => void;

/** The problems that some rules find; with `pauses`, one rule in each step. */
export function* runAll<T extends Check>(
  rules: readonly T[],
  check: (rule: T) => Iterable<Finding>,
  onFailure: RuleFailureListener,
  pauses: boolean,
): Steps<Problem[]> {
  const problems: Problem[] = [];
  for (const rule of rules) {
    append(problems, run(rule, check, onFailure));
    if (pauses) yield;
  }
  return problems;
}

/** The problems that a rule finds; none when it fails. */
function run<T extends Check>(
  rule: T,
  check: (rule: T) => Iterable<Finding>,
  onFailure: RuleFailureListener,
): readonly Problem[] {
  try {
    const problems: Problem[] = [];
    for (const finding of check(rule)) problems.push(problemOf(rule, finding));
    return problems;
  } catch (error) {
    onFailure(rule.id, error);
    return [];
  }
}

function problemOf(rule: Check, finding: Finding): Problem {
  const { place, about, message, severity = rule.severity, related = [], fixes = [], isOfValidate } = finding;
  const problem = { ruleId: rule.id, severity, place, message, related, fixes };
  return { ...problem, ...(about && { about }), ...(isOfValidate === true && { isOfValidate }) };
}
