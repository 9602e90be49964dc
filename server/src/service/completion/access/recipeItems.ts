import { ACCESS } from '../../../ecr/documents/access/vocabulary.ts';
import { blockTermOf } from '../../../ecr/documents/spelling/blocks/blockTerms.ts';
import type { Recipe } from '../../../facts/access/recipes.ts';
import { EXAMPLES, RECIPES } from '../../../facts/access/recipes.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { printBlock, printJson, printJsonInline, printTerm, printTermInline } from '../../../syntax/edit/print.ts';
import type { JsonValue } from '../../../syntax/edit/term.ts';
import { termOf } from '../../../syntax/edit/term.ts';
import type { AccessPolicyTarget } from '../../cursor/access/accessCursor.ts';
import type { Snippet } from '../items/snippet.ts';
import { stop } from '../items/snippet.ts';
import type { PrintStyle } from '../policy/policyPrint.ts';

/** A recipe's statements in the form for a cursor. */
export interface OfferedRecipe {
  readonly label: string;
  readonly documentation: string;
  readonly snippet: Snippet;
}

/** Statements for common tasks, as the objects of a list; placeholders are tab stops. */
export function recipesInList(target: AccessPolicyTarget, style: PrintStyle): readonly OfferedRecipe[] {
  return recipesFor(target).map((recipe) => {
    const statements = recipe.statements.map((statement) => printed(statement, style));
    return offered(recipe, statements.join(style.isInline ? ', ' : ',\n'));
  });
}

/** The same as blocks of the data source. */
export function recipesInBlocks(target: AccessPolicyTarget): readonly OfferedRecipe[] {
  return recipesFor(target).flatMap((recipe) => {
    const blocks = recipe.statements.map((statement) => blockTermOf(ACCESS, 'statement', 'statement', statement));
    const texts = blocks.flatMap((block) => (block === null ? [] : [printBlock(block)]));
    return texts.length < blocks.length ? [] : [offered(recipe, withoutBlankLines(texts.join('\n')))];
  });
}

/** An editor would fill blank lines with indentation. */
function withoutBlankLines(text: string): string {
  return text.replaceAll(/\n{2,}/g, '\n');
}

function recipesFor(target: AccessPolicyTarget): readonly Recipe[] {
  if (target === 'any') return RECIPES;
  return RECIPES.filter((recipe) => recipe.target === target);
}

function offered({ does, otherSide }: Recipe, text: string): OfferedRecipe {
  return { label: `let ${does}`, documentation: otherSide, snippet: withStops(text) };
}

function printed(statement: JsonValue, { spelling, isInline }: PrintStyle): string {
  if (spelling.quotesKeys) return isInline ? printJsonInline(statement) : printJson(statement);
  return isInline ? printTermInline(termOf(statement)) : printTerm(termOf(statement));
}

/** Each name in angle brackets is a tab stop with an example. */
function withStops(text: string): Snippet {
  return text.split(/<(\w+)>/).map((part, index) => (index % 2 === 0 ? part : stop(lookUp(EXAMPLES, part) ?? part)));
}
