import { Evaluator } from '../../evaluate/evaluate.ts';
import type { UnknownValue } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import { evaluationOf } from '../../module/tracking/evaluationOf.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { possibleInstancesOf } from '../instances.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A block of a data source that makes documents, and its evaluation. */
export interface ReachedDocument {
  readonly declaration: BlockDeclaration;
  readonly evaluator: Evaluator;
}

/** The vocabulary's data source whose JSON a reference means, or null for anything else. */
export function documentReachedBy(value: UnknownValue, { blocks }: Vocabulary): ReachedDocument | null {
  const read = evaluationOf(value);
  if (read === null) return null;
  const { scope, evaluator } = read;
  const { expression, place } = value;
  const [root, type, name, attribute, ...others] = referencePath(expression) ?? [];
  const isJson = attribute !== undefined && [blocks?.attribute, blocks?.minified].includes(attribute);
  const isDocument = root === 'data' && type === blocks?.type && isJson && others.length === 0;
  const declaration = isDocument && name !== undefined ? scope.block(`data.${type}.${name}`) : null;
  if (declaration === null) return null;
  const { block } = declaration;
  const { assumeDefaults, assumptions } = evaluator;
  const assumed = { assumeDefaults, assumptions };
  if (attributeOf(block, 'for_each') === undefined && attributeOf(block, 'count') === undefined) {
    return { declaration, evaluator: new Evaluator(scope, assumed) };
  }
  const key = keyIn(expression);
  const instanceKey = key && evaluator.evaluate({ source: place, expression: key });
  const written =
    instanceKey?.kind === 'string' || instanceKey?.kind === 'number' ? `[${JSON.stringify(instanceKey.value)}]` : null;
  const instances = possibleInstancesOf(declaration, scope, assumed)?.filter(({ key }) => key === written) ?? [];
  const instance = instances.length === 1 ? instances[0] : undefined;
  return { declaration, evaluator: new Evaluator(scope, { ...assumed, ...instance?.options }) };
}

/** The instance key of `data.TYPE.NAME[KEY].json`. */
function keyIn(expression: Expression): Expression | null {
  const object = expression.kind === 'AttributeAccess' ? expression.object : null;
  return object?.kind === 'IndexAccess' ? object.key : null;
}
