import type { BlockCheck } from '../check.ts';
import { findingsOf } from '../support/referenceFindings.ts';

export const referenceAttribute: BlockCheck = {
  subject: 'block',
  id: 'reference-attribute',
  title: 'Unknown attribute in a reference, or one of another type',
  severity: 'error',
  isOfAnyBlock: true,
  *check(declaration, scope) {
    yield* findingsOf('attribute', declaration, scope);
  },
};
