import type { Names } from '../../ecr/documents/access/accessPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';

/** A fix that allows more actions in a statement; none when its list cannot be edited. */
export function addAction(actions: Names, added: readonly string[]): readonly Fix[] {
  if (actions.state !== 'known' || actions.isNegated || actions.open) return [];
  const texts = actions.entries.map(({ text }) => text);
  const known = texts.filter((text) => text !== null);
  if (known.length !== texts.length) return [];
  const title = `Allow ${added.join(', ')} too`;
  return [
    {
      title,
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: actions.member.value, value: [...known, ...added] }],
    },
  ];
}
