import type { PolicyMember, PolicyNode, PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { Fix } from '../../ecr/edits/change.ts';

/** The fix that writes another text in place of a value. */
export function replaceFix(title: string, kind: Fix['kind'], node: PolicyNode, value: string): Fix {
  return { title, kind, changes: [{ kind: 'replace-value', node, value }] };
}

/** The fix that gives a key another name, also where an argument of a block is the key. */
export function renameFix(title: string, kind: Fix['kind'], member: PolicyMember, key: string): Fix {
  const { keyNode } = member;
  if (keyNode !== undefined) return replaceFix(title, kind, keyNode, key);
  return { title, kind, changes: [{ kind: 'rename-key', member, key }] };
}

/** The fix that takes a key away. */
export function removeFix(title: string, kind: Fix['kind'], object: PolicyObject, member: PolicyMember): Fix {
  return { title, kind, changes: [{ kind: 'remove-key', object, member }] };
}
