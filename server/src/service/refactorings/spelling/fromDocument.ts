import { writtenInBlocks } from '../../../ecr/documents/spelling/blocks/readSource.ts';
import { printAsHcl } from '../../../ecr/documents/spelling/hcl/printSource.ts';
import type { Reading } from '../../../ecr/documents/spelling/sourceTree.ts';
import type { Vocabulary } from '../../../ecr/documents/vocabulary.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../../syntax/tree/place.ts';
import type { AttributeAccess, Expression, Node } from '../../../syntax/tree/tree.ts';
import { usesOf } from '../locals/mentions.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { RefactoringTarget } from '../refactoringTarget.ts';
import { commentsLostBy, removeBlock, silenceAround } from '../topLevel.ts';
import { replaceExpression } from './policyExpressions.ts';

const TITLE = 'Replace the data source with jsonencode({ … })';

/** Writes the policy of a data source in place of its `json`; removes the block when nothing else refers to it. */
export const fromDocument: Refactoring = {
  id: 'from-document',
  kind: 'refactor.rewrite',
  offers(target) {
    const document = target.madeDocument ?? documentNamedAt(target);
    if (document === null || target.module === null) return [];
    const { declaration } = document;
    const reading = readingOf(target, document, false);
    if ('refusal' in reading) return [refused(TITLE, reading.refusal)];
    const { mentions, isSole } = usesOf(target.module.module, declaration.address.split('.'));
    const here = target.handedOver?.expression ?? null;
    const used = mentions.filter(({ parent, isEditable }) => isEditable && isJsonOf(parent));
    const use = used.find(({ parent }) => here === null || parent === here);
    if (use === undefined || (here === null && mentions.length > 1)) {
      const reason = mentions.length > 1 ? 'Several places use it: put the cursor on one of them.' : 'Nothing uses it.';
      return [refused(TITLE, reason)];
    }
    const { parent: expression, source } = use;
    return isJsonOf(expression) ? [replaceBy(target, document, { source, expression }, isSole)] : [];
  },
};

/** The data source whose `json` is the policy of the target. */
function documentNamedAt({ handedOver: policy, module }: RefactoringTarget): MadeDocument | null {
  if (policy === null) return null;
  const { expression, vocabulary } = policy;
  const [root, type, name, attribute, ...others] = referencePath(expression) ?? [];
  const { blocks } = vocabulary;
  if (root !== 'data' || type !== blocks?.type || attribute !== blocks?.attribute || others.length > 0) return null;
  const declaration = module?.scope.block(`data.${type}.${name}`) ?? null;
  return declaration && { declaration, vocabulary };
}

type MadeDocument = NonNullable<RefactoringTarget['madeDocument']>;

function isJsonOf(node: Node): node is AttributeAccess {
  return node.kind === 'AttributeAccess' && node.name.text === 'json';
}

interface Use {
  readonly source: PieceInFile;
  readonly expression: Expression;
}

function replaceBy(
  target: RefactoringTarget,
  document: MadeDocument,
  { source, expression }: Use,
  isLast: boolean,
): Offer {
  const { block, source: home } = document.declaration;
  const reading = readingOf(target, document, isLast);
  if ('refusal' in reading) return refused(TITLE, reading.refusal);
  const silence = silenceAround(home, block);
  if (silence !== null) return refused(TITLE, silence);
  const { written } = reading;
  return offered(TITLE, () => {
    const replaced = replaceExpression(source, expression, `jsonencode(${printAsHcl(written)})`);
    return isLast ? [removeBlock(home, block), replaced] : [replaced];
  });
}

/** Why blocks make another JSON than they spell: they include other documents, or write variables differently. */
function refusalOf({ block, source }: BlockDeclaration, { blocks }: Vocabulary): string | null {
  const { merged, variables } = blocks ?? {};
  const taken = merged && [merged.before, merged.after].find((name) => attributeOf(block, name) !== undefined);
  if (taken !== undefined) return `The data source merges other documents with ${taken}.`;
  const hasVariables = variables !== undefined && textOf(placeOf(source, block)).includes(variables.written);
  return hasVariables ? `It has IAM variables, which begin with ${variables.meant} in the JSON.` : null;
}

/** The document as an object; comments of a removed block move to its rules. */
function readingOf(target: RefactoringTarget, { declaration, vocabulary }: MadeDocument, isLast: boolean): Reading {
  const { block, source } = declaration;
  const refusal = refusalOf(declaration, vocabulary);
  if (refusal !== null) return { refusal };
  const reading = writtenInBlocks(source, block, vocabulary, (expression) => target.evaluate(expression, source));
  if ('refusal' in reading || !isLast || reading.written.kind !== 'object') return reading;
  const above = commentsLostBy(removeBlock(source, block), block);
  const members = reading.written.members.map((member) => ({ ...member, above: [...above, ...member.above] }));
  return { written: { ...reading.written, members } };
}
