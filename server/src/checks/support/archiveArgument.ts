import { Evaluator } from '../../evaluate/evaluate.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import { attributesBelow } from './neededFeatures.ts';

const STORAGE_CLASS_ARGUMENTS: readonly string[] = ['storage_class', 'target_storage_class'];

/** The first argument of a policy document that is certain to use the archive; null in any other block. */
export function archiveArgument(declaration: BlockDeclaration, scope: RecordingScope): Attribute | null {
  if (!isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE)) return null;
  const { block, source } = declaration;
  const evaluator = new Evaluator(scope);
  const named = attributesBelow(block.body).find(({ name, value: expression }) => {
    if (!STORAGE_CLASS_ARGUMENTS.includes(name.text)) return false;
    const value = evaluator.evaluate({ source, expression });
    return value.kind === 'string' && value.value === 'archive';
  });
  return named ?? null;
}
