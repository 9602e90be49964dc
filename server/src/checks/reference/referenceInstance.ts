import type { BlockCheck } from '../check.ts';
import { findingsOf } from '../support/referenceFindings.ts';

export const referenceInstance: BlockCheck = {
  subject: 'block',
  id: 'reference-instance',
  title:
    'A reference lacks the key of an instance, has one that no instance has, or takes a whole resource for a value',
  severity: 'error',
  isOfAnyBlock: true,
  *check(declaration, scope) {
    yield* findingsOf('instance', declaration, scope);
  },
};
