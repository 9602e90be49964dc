import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import { meterOf } from '../../module/tracking/meterOf.ts';
import { scopeOfOneOf } from '../../module/tracking/questionScope.ts';
import type { Steps } from '../../module/tracking/steps.ts';
import { finish } from '../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import { append } from '../../syntax/arrays.ts';
import { accessLens } from './accessLens.ts';
import type { CodeLens } from './codeLens.ts';
import type { SizeWish } from './policyLenses.ts';
import { policyLens } from './policyLenses.ts';
import type { LineOf } from './repositoryLenses.ts';
import { repositoryLenses } from './repositoryLenses.ts';

/** The rule whose problems become offers. */
const NO_POLICY_RULE = 'repository-no-lifecycle-policy';

/** The same as `stepsToCodeLenses`, at once. */
export function codeLenses(...given: Parameters<typeof stepsToCodeLenses>): readonly CodeLens[] {
  return finish(stepsToCodeLenses(...given));
}

/**
 * The lenses of a file of a module, in text order: above policies, above repositories that have one, and above those
 * that a rule reports as having none. `problems` are the file's.
 */
export function* stepsToCodeLenses(
  module: Module,
  uri: string,
  problems: readonly PlacedProblem[],
  lineOf: LineOf,
  sizes: SizeWish = 'auto',
): Steps<readonly CodeLens[]> {
  const meter = meterOf(module);
  const lenses: CodeLens[] = [];
  for (const { piece, offset } of module.file(uri)?.syntax.pieces ?? []) {
    for (const declaration of module.declarations(piece).blocks) {
      const start = offset + declaration.block.start;
      const scope = scopeOfOneOf(module, meter);
      const policy = policyLens(declaration, start, scope, sizes) ?? accessLens(declaration, start, scope);
      append(lenses, policy === null ? repositoryLenses(declaration, start, scope, lineOf) : [policy]);
      meter.spend(scope.meter.spent);
      yield;
    }
  }
  const offers = problems.filter(isOffered).map(
    ({ start }): CodeLens => ({
      offset: start,
      title: 'No lifecycle policy · add one',
      leads: { kind: 'new-policy' },
    }),
  );
  return [...lenses, ...offers].sort((one, other) => one.offset - other.offset);
}

/** True for a problem that a lens shows, with its fixes. */
export function isOffered({ problem, uri }: PlacedProblem): boolean {
  return problem.ruleId === NO_POLICY_RULE && problem.fixes.length > 0 && !isJsonConfiguration(uri);
}
