import { freeName } from '../../../syntax/edit/freeName.ts';
import { layOut } from '../../../syntax/edit/layout.ts';
import type { SourceEdit } from '../../../syntax/edit/sourceEdit.ts';
import type { PolicySpot, RefactoringTarget } from '../refactoringTarget.ts';
import { textFor } from '../spelling/policyExpressions.ts';
import { insertAbove } from '../topLevel.ts';

const STEP = '  ';

/** A name for a local that its module does not use yet. */
export function freeLocal({ module }: RefactoringTarget, words: string): string {
  return freeName(words, (name) => module?.module.hasLocal(name) === true);
}

/** The edit that declares a local with a policy as written, above the block that contains it. */
export function declareLocal(
  { source }: RefactoringTarget,
  { expression, declaration }: PolicySpot,
  name: string,
): SourceEdit {
  const text = `locals {\n${STEP}${name} = ${textFor(source, expression, STEP)}\n}`;
  return insertAbove(source, declaration.block, layOut(text));
}
