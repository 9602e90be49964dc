import type { Evaluator } from '../../evaluate/evaluate.ts';
import { evaluatorOf } from '../../evaluate/evaluate.ts';
import type { UnknownValue } from '../../evaluate/values/value.ts';
import { RecordingScope } from './recordingScope.ts';

/** Where a reference can be followed: its module, and the evaluator there. */
export interface ModuleEvaluation {
  readonly scope: RecordingScope;
  readonly evaluator: Evaluator;
}

/** The evaluation that left a reference to a resource or data source unknown; null for any other value. */
export function evaluationOf(value: UnknownValue): ModuleEvaluation | null {
  const evaluator = evaluatorOf(value);
  const scope = evaluator?.scope;
  return evaluator !== null && scope instanceof RecordingScope ? { scope, evaluator } : null;
}
