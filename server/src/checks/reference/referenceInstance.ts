import type { BlockCheck } from '../check.ts';
import { findingsOf } from '../support/referenceFindings.ts';

export const referenceInstance: BlockCheck = {
  subject: 'block',
  id: 'reference-instance',
  title: 'Missing or unknown instance key in a reference',
  severity: 'error',
  isOfAnyBlock: true,
  *check(declaration, scope) {
    yield* findingsOf('instance', declaration, scope);
  },
};
