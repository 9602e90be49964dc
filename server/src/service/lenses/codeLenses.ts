import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import { accessLens } from './accessLens.ts';
import type { CodeLens } from './codeLens.ts';
import type { SizeWish } from './policyLenses.ts';
import { policyLens } from './policyLenses.ts';
import type { LineOf } from './repositoryLenses.ts';
import { repositoryLenses } from './repositoryLenses.ts';

/** The rule whose problems become offers. */
const NO_POLICY_RULE = 'repository-no-lifecycle-policy';

/**
 * The lenses of a file of a module, in text order: above policies, above repositories that have one, and above those
 * that a rule reports as having none. `problems` are the file's.
 */
export function codeLenses(
  module: Module,
  uri: string,
  problems: readonly PlacedProblem[],
  lineOf: LineOf,
  sizes: SizeWish = 'auto',
): readonly CodeLens[] {
  const scope = new RecordingScope(module);
  const lenses = (module.file(uri)?.syntax.pieces ?? []).flatMap(({ piece, offset }) =>
    module.declarations(piece).blocks.flatMap((declaration) => {
      const start = offset + declaration.block.start;
      const policy = policyLens(declaration, start, scope, sizes) ?? accessLens(declaration, start, scope);
      return policy === null ? repositoryLenses(declaration, start, scope, lineOf) : [policy];
    }),
  );
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
