import { readPath } from '../../../ecr/references/reference.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';

/** A reference that Terraform reads without evaluating it. */
export interface StaticReference {
  readonly root: string;
  /** Names and keys after the root; null for a key that must be evaluated. */
  readonly steps: readonly (string | { readonly key: string | number | null })[];
}

/** The reference that an expression is, also inside quotes as JSON and old code write it; null for anything else. */
export function staticReference(expression: Expression): StaticReference | null {
  const text = literalText(expression);
  if (text !== null) return fromText(text);
  const path = readPath(expression);
  if (path === null) return null;
  const steps: StaticReference['steps'][number][] = [];
  for (const step of path.steps) {
    if (step.kind === 'attribute') steps.push(step.name.text);
    else if (step.kind === 'index') steps.push({ key: keyOf(step.key) });
    else return null;
  }
  return { root: path.root.name.text, steps };
}

function keyOf(key: Expression): string | number | null {
  return key.kind === 'NumberLiteral' ? Number(key.text) : literalText(key);
}

function fromText(text: string): StaticReference | null {
  const [root = '', rest = ''] = [/^[\w-]+/.exec(text)?.[0], text.replace(/^[\w-]+/, '')];
  if (root === '' || !/^(?:\.[\w-]+|\[(?:\d+|"[^"]*")\])*$/.test(rest)) return null;
  const steps = [...rest.matchAll(/\.([\w-]+)|\[(\d+|"[^"]*")\]/g)].map(([, name, key = '']) => {
    if (name !== undefined) return name;
    return { key: key.startsWith('"') ? key.slice(1, -1) : Number(key) };
  });
  return { root, steps };
}
