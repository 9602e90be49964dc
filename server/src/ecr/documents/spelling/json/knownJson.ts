import type { JsonValue } from '../../../../syntax/edit/term.ts';
import type { PolicyNode } from '../../documentNodes.ts';

/** The JSON value of a node, or undefined when a part of it is unknown. The last of equal keys counts. */
export function knownJson(node: PolicyNode): JsonValue | undefined {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list': {
      const items = node.items.map(knownJson);
      const known = items.filter((item) => item !== undefined);
      return node.open || known.length !== items.length ? undefined : known;
    }
    case 'object': {
      const members = new Map(node.members.map(({ key, value }) => [key, knownJson(value)]));
      const known = [...members].flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
      return node.open || known.length !== members.size ? undefined : Object.fromEntries(known);
    }
    case 'unknown':
      return undefined;
  }
}
