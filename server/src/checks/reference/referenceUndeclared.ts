import type { BlockCheck } from '../check.ts';
import { findingsOf } from '../support/referenceFindings.ts';

export const referenceUndeclared: BlockCheck = {
  subject: 'block',
  id: 'reference-undeclared',
  title: 'Reference to something undeclared',
  severity: 'error',
  isWidespread: true,
  isOfAnyBlock: true,
  *check(declaration, scope) {
    yield* findingsOf('undeclared', declaration, scope);
  },
};
