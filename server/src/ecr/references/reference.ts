import type { AttributeAccess, Expression, IndexAccess, Name, Splat, Variable } from '../../syntax/tree/tree.ts';

/** One step of a reference after its root. */
export type Step =
  | { readonly kind: 'attribute'; readonly name: Name; readonly expression: AttributeAccess }
  | { readonly kind: 'index'; readonly key: Expression; readonly expression: IndexAccess }
  /** The following steps apply to each element, up to the end or to an index after the old form `.*`. */
  | { readonly kind: 'splat'; readonly expression: Splat }
  | { readonly kind: 'list'; readonly expression: Splat };

/** A root and all its steps: `aws_ecr_repository.app["x"].name`. */
export interface Path {
  readonly root: Variable;
  /** The start of the steps when it is a call or a parenthesised expression; `root` then has no name. */
  readonly base?: Expression;
  readonly steps: readonly Step[];
  /** From the root to the last step. */
  readonly expression: Expression;
}

/** The path that an expression is; null for any other expression. Locals and parentheses are not followed. */
export function readPath(expression: Expression): Path | null {
  const steps: Step[] = [];
  let current: Expression = expression;
  for (;;) {
    switch (current.kind) {
      case 'Variable':
        return { root: current, steps: steps.reverse(), expression };
      case 'AttributeAccess':
        steps.push({ kind: 'attribute', name: current.name, expression: current });
        current = current.object;
        break;
      case 'IndexAccess':
        steps.push({ kind: 'index', key: current.key, expression: current });
        current = current.object;
        break;
      case 'Splat':
        if (!addSplat(current, steps)) return null;
        current = current.source;
        break;
      case 'FunctionCall':
      case 'Parenthesized':
        return steps.length === 0 ? null : { root: rootAt(current), base: current, steps: steps.reverse(), expression };
      default:
        return null;
    }
  }
}

function rootAt({ start, end }: Expression): Variable {
  const range = { start, end };
  return { kind: 'Variable', name: { kind: 'Name', text: NO_NAME, ...range }, ...range };
}

/** Not a name of Terraform's. */
const NO_NAME = '()';

/** Adds the steps of a splat, the last first; false when it is not a simple one. */
function addSplat(splat: Splat, steps: Step[]): boolean {
  if (steps.length > 0) steps.push({ kind: 'list', expression: splat });
  let current: Expression = splat.each;
  while (current.kind !== 'SplatItem') {
    if (current.kind === 'AttributeAccess') {
      steps.push({ kind: 'attribute', name: current.name, expression: current });
    } else if (current.kind === 'IndexAccess') {
      steps.push({ kind: 'index', key: current.key, expression: current });
    } else return false;
    current = current.object;
  }
  steps.push({ kind: 'splat', expression: splat });
  return true;
}

/** True for a reference that is being typed. */
export function isUnfinished({ root, steps }: Path): boolean {
  return root.name.text === '' || steps.some((step) => step.kind === 'attribute' && step.name.text === '');
}

/** A key that Terraform reads without evaluation; null for any other. */
export function literalKey(key: Expression): string | number | null {
  if (key.kind === 'NumberLiteral') return Number(key.text);
  if (key.kind !== 'Template' || key.form !== 'quoted') return null;
  const [only, ...others] = key.parts;
  if (only === undefined) return '';
  return only.kind === 'TemplateLiteral' && others.length === 0 ? only.value : null;
}
