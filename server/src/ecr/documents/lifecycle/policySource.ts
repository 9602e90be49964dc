import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Attribute } from '../../../syntax/tree/tree.ts';
import type { DocumentSource } from '../documentSource.ts';
import { documentSourceOf } from '../documentSource.ts';
import { LIFECYCLE } from './vocabulary.ts';

/** The argument of a resource or module call that takes a lifecycle policy, if the block sets it. */
export function policySourceOf(declaration: BlockDeclaration): DocumentSource | undefined {
  return documentSourceOf(declaration, LIFECYCLE);
}

/** The same argument alone. */
export function policyArgumentOf(declaration: BlockDeclaration): Attribute | undefined {
  return policySourceOf(declaration)?.argument;
}
