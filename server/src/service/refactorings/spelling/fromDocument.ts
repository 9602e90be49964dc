import { LIFECYCLE } from '../../../ecr/documents/lifecycle/vocabulary.ts';
import { writtenInBlocks } from '../../../ecr/documents/spelling/blocks/readSource.ts';
import { printAsHcl } from '../../../ecr/documents/spelling/hcl/printSource.ts';
import type { Reading } from '../../../ecr/documents/spelling/sourceTree.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import type { AttributeAccess, Expression, Node } from '../../../syntax/tree/tree.ts';
import { usesOf } from '../locals/mentions.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { RefactoringTarget } from '../refactoringTarget.ts';
import { commentsLostBy, removeBlock, silenceAround } from '../topLevel.ts';
import { replaceExpression } from './policyExpressions.ts';

const TITLE = 'Replace the data source by jsonencode({ … })';

/** Writes the policy of a data source where its `json` is used; the block goes when nothing else names it. */
export const fromDocument: Refactoring = {
  id: 'from-document',
  kind: 'refactor.rewrite',
  offers(target) {
    const declaration = target.document ?? documentNamedAt(target);
    if (declaration === null || target.module === null) return [];
    const reading = readingOf(target, declaration, false);
    if ('refusal' in reading) return [refused(TITLE, reading.refusal)];
    const { mentions, isSole } = usesOf(target.module.module, declaration.address.split('.'));
    const here = target.policy?.expression ?? null;
    const used = mentions.filter(({ parent, isEditable }) => isEditable && isJsonOf(parent));
    const use = used.find(({ parent }) => here === null || parent === here);
    if (use === undefined || (here === null && mentions.length > 1)) {
      const reason = mentions.length > 1 ? 'Several places use it: put the cursor on one of them.' : 'Nothing uses it.';
      return [refused(TITLE, reason)];
    }
    const { parent: expression, source } = use;
    return isJsonOf(expression) ? [replaceBy(target, declaration, { source, expression }, isSole)] : [];
  },
};

/** The data source whose `json` is the policy of the target. */
function documentNamedAt({ policy, module }: RefactoringTarget): BlockDeclaration | null {
  const [root, type, name, attribute, ...others] = (policy && referencePath(policy.expression)) ?? [];
  if (root !== 'data' || type !== POLICY_DOCUMENT_TYPE || attribute !== 'json' || others.length > 0) return null;
  return module?.scope.block(`data.${type}.${name}`) ?? null;
}

function isJsonOf(node: Node): node is AttributeAccess {
  return node.kind === 'AttributeAccess' && node.name.text === 'json';
}

interface Use {
  readonly source: PieceInFile;
  readonly expression: Expression;
}

function replaceBy(
  target: RefactoringTarget,
  declaration: BlockDeclaration,
  { source, expression }: Use,
  isLast: boolean,
): Offer {
  const { block, source: home } = declaration;
  const reading = readingOf(target, declaration, isLast);
  if ('refusal' in reading) return refused(TITLE, reading.refusal);
  const silence = silenceAround(home, block);
  if (silence !== null) return refused(TITLE, silence);
  const { written } = reading;
  return offered(TITLE, () => {
    const replaced = replaceExpression(source, expression, `jsonencode(${printAsHcl(written)})`);
    return isLast ? [removeBlock(home, block), replaced] : [replaced];
  });
}

/** The document as an object; comments of a removed block move to its rules. */
function readingOf(target: RefactoringTarget, { block, source }: BlockDeclaration, isLast: boolean): Reading {
  const reading = writtenInBlocks(source, block, LIFECYCLE, (expression) => target.evaluate(expression, source));
  if ('refusal' in reading || !isLast || reading.written.kind !== 'object') return reading;
  const above = commentsLostBy(removeBlock(source, block), block);
  const members = reading.written.members.map((member) => ({ ...member, above: [...above, ...member.above] }));
  return { written: { ...reading.written, members } };
}
