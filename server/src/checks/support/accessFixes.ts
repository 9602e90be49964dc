import type { PolicyMember, PolicyNode, PolicyObject } from '../../ecr/documents/documentNodes.ts';
import type { Fix } from '../../ecr/edits/change.ts';

/** A fix that replaces a value's text. */
export function replaceFix(title: string, kind: Fix['kind'], node: PolicyNode, value: string): Fix {
  return { title, kind, changes: [{ kind: 'replace-value', node, value }] };
}

/** A fix that renames a key, also when an argument of a block is the key. */
export function renameFix(title: string, kind: Fix['kind'], member: PolicyMember, key: string): Fix {
  const { keyNode } = member;
  if (keyNode !== undefined) return replaceFix(title, kind, keyNode, key);
  return { title, kind, changes: [{ kind: 'rename-key', member, key }] };
}

/** A fix that removes a key. */
export function removeFix(title: string, kind: Fix['kind'], object: PolicyObject, member: PolicyMember): Fix {
  return { title, kind, changes: [{ kind: 'remove-key', object, member }] };
}
