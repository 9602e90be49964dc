import { referencePath } from '../../module/references.ts';
import type { Expression } from '../../syntax/tree.ts';

/** What a reference that cannot be imported into names. */
export type WrongTarget =
  | { readonly kind: 'data-source' | 'module' | 'value' }
  /** `resource` is the part of the reference that can be imported into. */
  | { readonly kind: 'attribute'; readonly resource: Expression };

/** Roots of references to values, which are no addresses. */
const OTHER_ROOTS = new Set(['var', 'local', 'each', 'count', 'path', 'terraform', 'self']);

/** Reads the target of an import block; null for a resource and for what is no plain reference. */
export function readTarget(expression: Expression): WrongTarget | null {
  const path = referencePath(expression);
  const [root] = path ?? [];
  if (path === null || root === undefined || path.at(-1) === '') return null;
  if (OTHER_ROOTS.has(root)) return path.length > 1 ? { kind: 'value' } : null;
  const modules = moduleSteps(path);
  const rest = path.slice(modules);
  if (rest[0] === 'data') return { kind: 'data-source' };
  if (modules > 0 && rest.length < 2) return { kind: 'module' };
  if (rest.length <= 2) return null;
  const resource = beginning(expression, modules + 2);
  return resource === null ? null : { kind: 'attribute', resource };
}

/** How many names of a path are `module.NAME` steps. */
function moduleSteps(path: readonly string[]): number {
  let steps = 0;
  while (path[steps] === 'module') steps += 2;
  return Math.min(steps, path.length);
}

/** The beginning of a reference that has `length` names, with the index keys after them. */
function beginning(expression: Expression, length: number): Expression | null {
  let current = expression;
  for (;;) {
    if (referencePath(current)?.length === length) return current;
    if (current.kind === 'AttributeAccess' || current.kind === 'IndexAccess') current = current.object;
    else if (current.kind === 'Parenthesized') current = current.expression;
    else return null;
  }
}

const NAME = '[A-Za-z_][A-Za-z0-9_-]*';
const KEY = '\\[(?:[0-9]+|"[^"\\\\\\]$%]*")\\]';
const MODULES = new RegExp(`^(?:module\\.${NAME}(?:${KEY})?\\.)*`);
const RESOURCE = new RegExp(`^${NAME}\\.${NAME}(?:${KEY})?$`);

/** The text when it is the address of a managed resource, else null. */
export function resourceAddressIn(text: string): string | null {
  const rest = text.replace(MODULES, '');
  const [root = ''] = rest.split('.');
  const isResource = root !== 'data' && root !== 'module' && !OTHER_ROOTS.has(root);
  return isResource && RESOURCE.test(rest) ? text : null;
}
