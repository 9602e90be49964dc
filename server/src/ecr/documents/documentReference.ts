import { Evaluator } from '../../evaluate/evaluate.ts';
import type { UnknownValue } from '../../evaluate/values/value.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { possibleInstancesOf } from '../instances.ts';

/** A block of the data source that makes policies, and what evaluates it. */
export interface ReachedDocument {
  readonly declaration: BlockDeclaration;
  readonly evaluator: Evaluator;
}

/** The data source whose `json` a reference gives, or null for anything else. */
export function documentReachedBy({ expression, evaluator, place }: UnknownValue): ReachedDocument | null {
  const scope = evaluator?.scope;
  if (evaluator === undefined || !(scope instanceof RecordingScope)) return null;
  const [root, type, name, attribute, ...others] = referencePath(expression) ?? [];
  const isDocument = root === 'data' && type === POLICY_DOCUMENT_TYPE && attribute === 'json' && others.length === 0;
  const declaration = isDocument && name !== undefined ? scope.block(`data.${type}.${name}`) : null;
  if (declaration === null) return null;
  const { block } = declaration;
  const { assumeDefaults, assumptions } = evaluator;
  const assumed = { assumeDefaults, assumptions };
  if (attributeOf(block, 'for_each') === undefined && attributeOf(block, 'count') === undefined) {
    return { declaration, evaluator: new Evaluator(scope, assumed) };
  }
  const key = keyIn(expression);
  const value = key && evaluator.evaluate({ source: place, expression: key });
  const written = value?.kind === 'string' || value?.kind === 'number' ? `[${JSON.stringify(value.value)}]` : null;
  const instances = possibleInstancesOf(declaration, scope, assumed)?.filter(({ key }) => key === written) ?? [];
  const instance = instances.length === 1 ? instances[0] : undefined;
  return { declaration, evaluator: new Evaluator(scope, { ...assumed, ...instance?.options }) };
}

/** The instance key of `data.TYPE.NAME[KEY].json`. */
function keyIn(expression: Expression): Expression | null {
  const object = expression.kind === 'AttributeAccess' ? expression.object : null;
  return object?.kind === 'IndexAccess' ? object.key : null;
}
