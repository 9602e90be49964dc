import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Problem } from './problem.ts';

/**
 * A problem as the module's user is told of it: one that stands in the text of a module that is called is mended there
 * for all who call it, so that no fix of it is made unasked.
 */
export function ofCalledModule(problem: Problem, scope: RecordingScope): Problem {
  if (scope.module.file(problem.place.uri) !== undefined || problem.fixes.length === 0) return problem;
  const isOfModule = scope.environment.moduleOf(problem.place.uri)?.file(problem.place.uri) !== undefined;
  if (!isOfModule) return problem;
  return { ...problem, fixes: problem.fixes.map((fix) => ({ ...fix, kind: 'choice' })) };
}
