import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import { asMarkdown } from '../../../syntax/shown/markdown.ts';

/** A name, and its meaning: Markdown. */
export interface Named {
  readonly name: string;
  readonly documentation: string;
}

/** A variable's description of itself. */
export function aboutVariable({ block }: BlockDeclaration): string {
  const description = literalText(attributeOf(block, 'description')?.value);
  return description ? asMarkdown(description) : 'A variable of this module.';
}
