import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Problem } from './problem.ts';

/**
 * A problem as reported to the module's user: one in the text of a called module is fixed there for all its callers, so
 * no fix of it is applied automatically.
 */
export function ofCalledModule(problem: Problem, scope: RecordingScope): Problem {
  if (scope.module.file(problem.place.uri) !== undefined || problem.fixes.length === 0) return problem;
  const isOfModule = scope.environment.moduleOf(problem.place.uri)?.file(problem.place.uri) !== undefined;
  if (!isOfModule) return problem;
  return { ...problem, fixes: problem.fixes.map((fix) => ({ ...fix, kind: 'choice' })) };
}
