import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf, isBlockOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { append } from '../../syntax/arrays.ts';
import type { Block, Expression, Node, TemplatePart } from '../../syntax/tree/tree.ts';
import { visit } from '../../syntax/tree/walkTree.ts';
import { isSingle } from '../instances.ts';

/**
 * The accounts (12 digits) that a block's conditions ask the caller identity for: with another one the plan stops. The
 * assertions of a `check` block do not count, because they only warn; nor do conditions of a block that may have no
 * instance, because nobody evaluates them then.
 */
export function demandedAccounts(declaration: BlockDeclaration, scope: RecordingScope): readonly string[] {
  const { source } = declaration;
  if (!isSingle(declaration, scope)) return [];
  const isCaller = isBlockOf(declaration, 'data', CALLER_IDENTITY);
  return conditionsOf(declaration).flatMap(({ type, condition }) =>
    conjunctsOf(condition).flatMap((one) => {
      if (one.kind !== 'BinaryOperation' || one.operator !== '==') return [];
      const mayBeSelf = isCaller && type === 'postcondition';
      const sides = [one.left, one.right];
      const other = sides.find((side) => !isCallerAccount(side, mayBeSelf));
      if (other === undefined || !sides.some((side) => isCallerAccount(side, mayBeSelf))) return [];
      const value = new Evaluator(scope).evaluate({ source, expression: other });
      return value.kind === 'string' && /^\d{12}$/.test(value.value) ? [value.value] : [];
    }),
  );
}

const CALLER_IDENTITY = 'aws_caller_identity';

interface Condition {
  /** The type of the block that has the condition. */
  readonly type: string;
  readonly condition: Expression;
}

/** The conditions that stop a plan: of a resource, data source or output, and of a variable. */
function conditionsOf({ type, block }: BlockDeclaration): readonly Condition[] {
  const inside = (outer: Block, names: readonly string[]) =>
    blocksOf(outer.body).filter((one) => names.includes(one.type.text));
  const holders =
    type === 'variable'
      ? inside(block, ['validation'])
      : type === 'output'
        ? inside(block, ['precondition'])
        : inside(block, ['lifecycle']).flatMap((one) => inside(one, ['precondition', 'postcondition']));
  return holders.flatMap((holder) => {
    const condition = attributeOf(holder, 'condition')?.value;
    return condition === undefined ? [] : [{ type: holder.type.text, condition }];
  });
}

/** The expressions that must all be true for a condition to hold. */
function conjunctsOf(condition: Expression): readonly Expression[] {
  const conjuncts: Expression[] = [];
  const pending = [condition];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inner = unwrapped(next);
    if (inner.kind === 'BinaryOperation' && inner.operator === '&&') pending.push(inner.right, inner.left);
    else conjuncts.push(inner);
  }
  return conjuncts;
}

/** An expression without parentheses and without the `"${ … }"` of a file in JSON. */
function unwrapped(expression: Expression): Expression {
  let current = expression;
  for (;;) {
    if (current.kind === 'Parenthesized') current = current.expression;
    else if (current.kind !== 'Template') return current;
    else {
      const [only, ...others] = current.parts;
      if (only?.kind !== 'TemplateInterpolation' || others.length > 0) return current;
      current = only.expression;
    }
  }
}

function isCallerAccount(expression: Expression, mayBeSelf: boolean): boolean {
  const path = referencePath(unwrapped(expression)) ?? [];
  if (path[0] === 'self') return mayBeSelf && path.length === 2 && path[1] === 'account_id';
  return path.length === 4 && path[0] === 'data' && path[1] === CALLER_IDENTITY && path[3] === 'account_id';
}

/** A private repository by its account (12 digits) and name. */
export interface RepositoryMention {
  readonly account: string;
  readonly name: string;
}

const NAME = '([a-z0-9][a-z0-9._/-]*)';
const OF_REPOSITORY = [
  new RegExp(`\\barn:[\\w-]+:ecr:[\\w-]*:(\\d{12}):repository/${NAME}`, 'g'),
  new RegExp(`\\b(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.[\\w.-]+/${NAME}`, 'g'),
];

/** Arguments whose text is for people. */
const PROSE: readonly string[] = ['description', 'error_message'];

/** The repositories in the ARNs and URLs that the literal texts of a block spell. */
export function repositoriesMentionedIn({ block }: BlockDeclaration): readonly RepositoryMention[] {
  const mentions: RepositoryMention[] = [];
  visit(block, (node) => {
    if (node.kind === 'Attribute' && PROSE.includes(node.name.text)) return false;
    for (const parts of partsOf(node)) append(mentions, mentionsIn(parts));
    return true;
  });
  return mentions;
}

function partsOf(node: Node): readonly (readonly TemplatePart[])[] {
  if (node.kind === 'Template' || node.kind === 'TemplateFor') return [node.parts];
  return node.kind === 'TemplateIf' ? [node.then, node.otherwise ?? []] : [];
}

function mentionsIn(parts: readonly TemplatePart[]): readonly RepositoryMention[] {
  return parts.flatMap((part, index) => {
    if (part.kind !== 'TemplateLiteral') return [];
    const matches = OF_REPOSITORY.flatMap((pattern) => [...part.value.matchAll(pattern)]);
    return matches.flatMap(({ 0: whole, 1: account = '', 2: name = '', index: start }) => {
      // The name goes on in an interpolation.
      const goesOn = start + whole.length === part.value.length && index < parts.length - 1;
      return goesOn || isInComment(part.value, start) ? [] : [{ account, name }];
    });
  });
}

/** True in a line of a script that is a comment. */
function isInComment(text: string, at: number): boolean {
  return /^\s*(?:#|\/\/)/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}
