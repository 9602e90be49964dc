import type { LifecyclePolicy } from '../../ecr/policy/lifecyclePolicy.ts';
import type { PolicyNode } from '../../ecr/policy/nodes.ts';
import { numberMember } from '../cursor/policyCursor.ts';
import { ruleSentence } from './ruleSentence.ts';

/** More rules than these are only counted. */
const LISTED_RULES = 12;

/** How many rules a policy has, how long it is, and what each rule does. Markdown; empty when nothing is known. */
export function summarizePolicy({ root, rules }: LifecyclePolicy): string {
  if (root === null || root.kind !== 'object') return '';
  const length = compactLength(root);
  const size = length === null ? '' : `, ${length.toLocaleString('en')} of at most 30,720 characters`;
  const isComplete = root.members.some(({ key, value }) => key === 'rules' && value.kind === 'list' && !value.open);
  const count = `${isComplete ? '' : 'At least '}${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}${size}.`;
  const sentences = rules.slice(0, LISTED_RULES).map(({ object }) => {
    const priority = numberMember(object, 'rulePriority');
    return `- ${priority === null ? '' : `Priority ${priority}: `}${ruleSentence(object) ?? 'a rule that is not fully known.'}`;
  });
  return [count, sentences.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** The length of the JSON without white space, or null when a part of it is not known. */
function compactLength(node: PolicyNode): number | null {
  switch (node.kind) {
    case 'unknown':
      return null;
    case 'scalar':
      return encoded(node, JSON.stringify(node.value)).length;
    case 'list':
      return node.open ? null : total(node.items.map(compactLength));
    case 'object': {
      if (node.open) return null;
      const last = new Map(node.members.map(({ key, value }) => [key, value]));
      return total(
        [...last].map(([key, value]) => sum(encoded(node, JSON.stringify(key)).length + 1, compactLength(value))),
      );
    }
  }
}

/** `jsonencode` writes angle brackets and ampersands as escapes. */
function encoded({ origin }: PolicyNode, text: string): string {
  return origin.spelling === 'hcl' ? text.replaceAll(/[<>&]/g, '\\u0000') : text;
}

/** The lengths with a bracket at both ends and commas between. */
function total(lengths: readonly (number | null)[]): number | null {
  const commas = Math.max(0, lengths.length - 1);
  return lengths.reduce<number | null>((all, length) => sum(all ?? 0, all === null ? null : length), 2 + commas);
}

function sum(one: number, other: number | null): number | null {
  return other === null ? null : one + other;
}
