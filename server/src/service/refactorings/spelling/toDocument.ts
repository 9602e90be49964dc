import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { printAsBlocks, wordsOf } from '../../../ecr/documents/spelling/blocks/printSource.ts';
import type { SourceTree } from '../../../ecr/documents/spelling/sourceTree.ts';
import { IAM_VARIABLES } from '../../../facts/access/iamPolicyDocument.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import { POLICY_DOCUMENT } from '../../../facts/lifecycle/policyDocumentArguments.ts';
import { ARCHIVE_WRITTEN_SINCE, ARGUMENT_FEATURES } from '../../../facts/provider/providerFeatures.ts';
import { freeName } from '../../../syntax/edit/freeName.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import { isTooOldFor } from '../providerSupport.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { PolicySpot, RefactoringTarget } from '../refactoringTarget.ts';
import { insertAbove, silenceAround } from '../topLevel.ts';
import { replaceExpression, usesInstance, writtenAt } from './policyExpressions.ts';

const titleFor = (type: string) => `Write the policy as a data source ${type}`;

/** Writes a policy as blocks of the data source, above the block that contained it. */
export const toDocument: Refactoring = {
  id: 'to-document',
  kind: 'refactor.rewrite',
  offers(target) {
    const { handedOver: policy, source, module } = target;
    const reading = writtenAt(target, policy);
    const blocks = policy?.vocabulary.blocks ?? null;
    if (policy === null || reading === null || module === null || blocks === null) return [];
    const { type, attribute } = blocks;
    const title = titleFor(type);
    if ('refusal' in reading) return [refused(title, reading.refusal)];
    const refusal = refusalOf(target, policy, reading.written);
    if (refusal !== null) return [refused(title, refusal)];
    const name = freeName(policy.name, (taken) => module.module.blocks(`data.${type}.${taken}`).length > 0);
    const printed = printAsBlocks(reading.written, name, policy.vocabulary, (part) => target.evaluate(part));
    if ('refusal' in printed) return [refused(title, printed.refusal)];
    return [
      offered(title, () => [
        insertAbove(source, policy.declaration.block, printed.text),
        replaceExpression(source, policy.expression, `data.${type}.${name}.${attribute}`),
      ]),
    ];
  },
};

function refusalOf(
  { source, module }: RefactoringTarget,
  { expression, declaration, isTried, vocabulary }: PolicySpot,
  written: SourceTree,
): string | null {
  if (usesInstance(expression)) return 'It uses each, count or self, which mean something else in another block.';
  if (isTried) return 'A function around it decides by the text, which a data source has only at apply.';
  const since = sinceOf(written);
  if (vocabulary !== LIFECYCLE) return variablesIn(source, expression) ?? silenceAround(source, expression);
  if (module !== null && isTooOldFor(since, declaration, module.scope))
    return `The data source needs AWS provider ${since}, which the module does not admit.`;
  return silenceAround(source, expression);
}

/** The beginning of a variable in blocks would stay unchanged in the JSON. */
function variablesIn(source: PieceInFile, expression: Expression): string | null {
  const isMeant = textOf(placeOf(source, expression)).includes(IAM_VARIABLES.written);
  return isMeant ? `The data source would read ${IAM_VARIABLES.written} as the beginning of an IAM variable.` : null;
}

/** The first release of the provider whose data source can make the policy. */
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
