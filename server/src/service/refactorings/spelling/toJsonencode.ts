import { printAsHcl } from '../../../ecr/documents/spelling/hcl/printSource.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { silenceOnLine } from '../topLevel.ts';
import { isText, replaceExpression, writtenAt } from './policyExpressions.ts';

/** Writes JSON in a heredoc or a quoted string as `jsonencode({ … })`. */
export const toJsonencode: Refactoring = {
  id: 'to-jsonencode',
  kind: 'refactor.rewrite',
  offers(target) {
    const { handedOver: policy, source } = target;
    if (policy === null || !isText(policy.expression)) return [];
    const { expression } = policy;
    const title = `Write the ${expression.form === 'heredoc' ? 'heredoc' : 'string'} as jsonencode({ … })`;
    const reading = writtenAt(target, policy);
    if (reading === null) return [];
    if ('refusal' in reading) return [refused(title, reading.refusal)];
    const { written } = reading;
    const silence = silenceOnLine(source, policy.expression);
    if (silence !== null) return [refused(title, silence)];
    return [offered(title, () => [replaceExpression(source, expression, `jsonencode(${printAsHcl(written)})`)])];
  },
};
