import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { printAsHcl } from '../../../ecr/documents/spelling/hcl/printSource.ts';
import { writtenInText } from '../../../ecr/documents/spelling/json/readSource.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { argumentOf, replaceExpression } from '../spelling/policyExpressions.ts';
import { silenceOnLine } from '../topLevel.ts';

const TITLE = 'Inline the file as jsonencode({ … })';

/** Replaces `file("…")` by the JSON of the file; the file stays, because others may read it. */
export const inlineFile: Refactoring = {
  id: 'inline-file',
  kind: 'refactor.inline',
  offers(target) {
    const { policy, source } = target;
    if (policy === null || argumentOf(policy.expression, 'file') === null) return [];
    const value = target.evaluate(policy.expression);
    if (value.kind === 'unknown') return [refused(TITLE, 'The file is not there, or its path is not known.')];
    if (value.kind !== 'string' || value.mapped.quoting !== 'none') return [];
    const reading = writtenInText(value.mapped.place, LIFECYCLE);
    if ('refusal' in reading) return [refused(TITLE, reading.refusal)];
    const { written } = reading;
    const silence = silenceOnLine(source, policy.expression);
    if (silence !== null) return [refused(TITLE, silence)];
    return [offered(TITLE, () => [replaceExpression(source, policy.expression, `jsonencode(${printAsHcl(written)})`)])];
  },
};
