import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';

/** True for an ECR block, all of whose references are judged. */
export function isOfEcr({ type, labels }: BlockDeclaration): boolean {
  return bodyFact(type, labels[0] ?? '') !== undefined;
}
