import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { codeSpan } from '../../syntax/shown/markdown.ts';
import { textOf } from '../../syntax/tree/place.ts';
import type { Statement } from './statement.ts';

/** What patterns without `*` say: only one tag matches each, though many are written as if they were prefixes. */
export function tagStatements({ tagPatternList: list }: PolicyRule): readonly Statement[] {
  if (list.state !== 'known') return [];
  return list.value.flatMap((item): Statement[] => {
    if (item.kind !== 'scalar' || typeof item.value !== 'string') return [];
    const { value, place } = item;
    const isLiteral = textOf(place).replaceAll(/[\\"]/g, '') === value;
    if (value === '' || value.includes('*') || !isLiteral) return [];
    const tooltip = `Only the tag ${codeSpan(value)} itself matches. ${codeSpan(`${value}*`)} matches all tags that begin with it.`;
    return [{ kind: 'units', place, words: { label: 'only this tag', tooltip } }];
  });
}
