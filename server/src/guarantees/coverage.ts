import { matchesPattern } from '../ecr/documents/lifecycle/claims/requirement.ts';
import type { Guarantee } from './guarantee.ts';

/** The repositories of a policy: one by name, all that a template creates below a prefix, or an unknown one. */
export type PolicyTarget =
  | { readonly kind: 'repository'; readonly name: string }
  | { readonly kind: 'below'; readonly prefix: string }
  | { readonly kind: 'unknown' };

/** The prefix of a template for repositories that no other template covers. */
export const ROOT_PREFIX = 'ROOT';

/** True when a guarantee applies to a repository of the target, or to one that the template may create. */
export function covers({ repositories: pattern }: Pick<Guarantee, 'repositories'>, target: PolicyTarget): boolean {
  if (/^\*+$/.test(pattern)) return true;
  if (target.kind === 'unknown') return false;
  if (target.kind === 'repository') return matchesPattern(pattern.split('*'), target.name);
  if (target.prefix === ROOT_PREFIX) return false;
  const below = target.prefix.endsWith('/') ? target.prefix : `${target.prefix}/`;
  const [head = '', ...rest] = pattern.split('*');
  // The prefix may be followed by any name, so what follows the first `*` matches some name.
  if (rest.length === 0) return head.length > below.length && head.startsWith(below);
  return head.startsWith(below) || below.startsWith(head);
}
