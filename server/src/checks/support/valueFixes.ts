import type { BlockArgument, BlockBody } from '../../ecr/blocks/ecrBlock.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { StringValue } from '../../evaluate/values/value.ts';
import type { Term } from '../../syntax/edit/term.ts';
import { isEditable } from '../../syntax/tree/mappedText.ts';

/** A fix that replaces a text; none when the text is computed. */
export function replaceText(value: StringValue, text: string, kind: Fix['kind'] = 'choice'): Fix[] {
  const { place, expression, mapped } = value;
  if (value.derived === true || !isEditable(mapped, 0, value.value.length)) return [];
  const term: Term = { kind: 'literal', value: text };
  const source = { uri: place.uri, piece: place.piece };
  return [{ title: `Change it to ${text}`, kind, changes: [{ kind: 'replace-expression', source, expression, term }] }];
}

/** A fix that removes an argument. */
export function removeArgument({ source }: BlockBody, { fact, attribute }: BlockArgument): Fix {
  return {
    title: `Remove ${fact.name}`,
    kind: 'choice',
    changes: [{ kind: 'remove-argument', source, attribute }],
  };
}

/** A fix that sets an argument of a body. */
export function setArgument({ source, block }: BlockBody, name: string, term: Term, title: string): Fix {
  return {
    title,
    kind: 'choice',
    changes: [{ kind: 'set-argument', declaration: { source, block }, name, term }],
  };
}
