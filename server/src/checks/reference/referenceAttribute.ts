import type { BlockCheck } from '../check.ts';
import { findingsOf } from '../support/referenceFindings.ts';

export const referenceAttribute: BlockCheck = {
  subject: 'block',
  id: 'reference-attribute',
  title: 'A reference asks a block for an attribute that it does not have, or that has another type',
  severity: 'error',
  isOfAnyBlock: true,
  *check(declaration, scope) {
    yield* findingsOf('attribute', declaration, scope);
  },
};
