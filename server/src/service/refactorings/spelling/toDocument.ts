import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { printAsBlocks, wordsOf } from '../../../ecr/documents/spelling/blocks/printSource.ts';
import type { SourceTree } from '../../../ecr/documents/spelling/sourceTree.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import { POLICY_DOCUMENT } from '../../../facts/lifecycle/policyDocumentArguments.ts';
import { ARCHIVE_WRITTEN_SINCE, ARGUMENT_FEATURES } from '../../../facts/provider/providerFeatures.ts';
import { freeName } from '../locals/freeNames.ts';
import { isTooOldFor } from '../providerSupport.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { PolicySpot, RefactoringTarget } from '../refactoringTarget.ts';
import { insertAbove, silenceAround } from '../topLevel.ts';
import { replaceExpression, usesInstance, writtenAt } from './policyExpressions.ts';

const TITLE = `Write the policy as a data source ${POLICY_DOCUMENT_TYPE}`;

/** Writes a policy as blocks of the data source, above the block that contained it. */
export const toDocument: Refactoring = {
  id: 'to-document',
  kind: 'refactor.rewrite',
  offers(target) {
    const { policy, source, module } = target;
    const reading = writtenAt(target);
    if (policy === null || reading === null || module === null) return [];
    if ('refusal' in reading) return [refused(TITLE, reading.refusal)];
    const refusal = refusalOf(target, policy, reading.written);
    if (refusal !== null) return [refused(TITLE, refusal)];
    const isTaken = (name: string) => module.module.blocks(`data.${POLICY_DOCUMENT_TYPE}.${name}`).length > 0;
    const name = freeName(policy.name, isTaken);
    const printed = printAsBlocks(reading.written, name, LIFECYCLE, (expression) => target.evaluate(expression));
    if ('refusal' in printed) return [refused(TITLE, printed.refusal)];
    return [
      offered(TITLE, () => [
        insertAbove(source, policy.declaration.block, printed.text),
        replaceExpression(source, policy.expression, `data.${POLICY_DOCUMENT_TYPE}.${name}.json`),
      ]),
    ];
  },
};

function refusalOf(
  { source, module }: RefactoringTarget,
  { expression, declaration, isTried }: PolicySpot,
  written: SourceTree,
): string | null {
  if (usesInstance(expression)) return 'It uses each, count or self, which mean something else in another block.';
  if (isTried)
    return 'A function around it decides by the text whether it is taken, which a data source has only later.';
  const since = sinceOf(written);
  if (module !== null && isTooOldFor(since, declaration, module.scope))
    return `The data source needs AWS provider ${since}, which the module does not admit.`;
  return silenceAround(source, expression);
}

/** The first release of the provider whose data source makes the policy. */
function sinceOf(written: SourceTree): string {
  const words = new Set(wordsOf(written));
  const isArchived =
    words.has('storageClass') ||
    words.has('targetStorageClass') ||
    ARGUMENT_FEATURES.some(
      ({ type, values }) => type === POLICY_DOCUMENT_TYPE && values?.some((value) => words.has(value)),
    );
  return isArchived ? ARCHIVE_WRITTEN_SINCE : (POLICY_DOCUMENT.since ?? ARCHIVE_WRITTEN_SINCE);
}
