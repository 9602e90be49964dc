import type { Type } from '../../evaluate/values/value.ts';
import type { ArgumentFact, ArgumentType, BodyFact } from '../../facts/provider/resourceSchema.ts';
import { ARGUMENT_TYPE_WORDS } from '../../facts/provider/resourceSchema.ts';
import { attributesOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { Block, Expression, Node, Range } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import { evaluationOf } from './evaluation.ts';
import type { Flaw } from './flaw.ts';
import { unsure } from './flaw.ts';
import { namedBlock } from './namedBlock.ts';
import { readPath } from './reference.ts';
import type { TypeContext } from './typeOfExpression.ts';
import { typeOfExpression } from './typeOfExpression.ts';

const TEXT_ROLES: readonly (string | undefined)[] = ['lifecycle-policy', 'access-policy'];

/** References in a body whose type its arguments do not take: whole resources, splats, attributes of other types. */
export function* wholeValueFlaws(block: Block, fact: BodyFact, context: TypeContext): Iterable<Flaw> {
  for (const { name, value } of attributesOf(block.body)) {
    const argument = fact.arguments.find((one) => one.name === name.text);
    if (argument !== undefined) yield* inArgument(argument, value, context);
    yield* inTemplates(value, context);
  }
  for (const nested of blocksOf(block.body)) {
    const isDynamic = nested.type.text === 'dynamic';
    const name = isDynamic ? nested.labels[0]?.text : nested.type.text;
    const inner = fact.blocks.find((one) => one.name === name);
    if (inner === undefined) continue;
    const contents = isDynamic ? blocksOf(nested.body).filter(({ type }) => type.text === 'content') : [nested];
    for (const content of contents) yield* wholeValueFlaws(content, inner, context);
  }
}

function* inArgument(argument: ArgumentFact, value: Expression, context: TypeContext): Iterable<Flaw> {
  // Another check reports the type of a policy.
  if (TEXT_ROLES.includes(argument.role)) return;
  const leaves = leavesOf(value);
  const mayBeNull = leaves.some(({ kind }) => kind === 'NullLiteral');
  for (const leaf of leaves) {
    const type = typeOfExpression(leaf, context);
    if (type === null || takes(argument.type, type)) continue;
    const taken = `${argument.name} takes ${ARGUMENT_TYPE_WORDS[argument.type]}`;
    const flaw = describe(leaf, type, taken, argument, 'Incorrect attribute value type');
    // Branches of different types fail whichever is taken.
    yield* mayBeNull ? whereEvaluated(flaw, leaf, context) : [flaw];
  }
}

function* whereEvaluated(flaw: Flaw, range: Range, { declaration, scope }: TypeContext): Iterable<Flaw> {
  const evaluation = declaration === null ? 'always' : evaluationOf(range, declaration, scope);
  if (evaluation !== 'never') yield evaluation === 'always' ? flaw : unsure(flaw);
}

/** The expressions that a value consists of. */
function leavesOf(value: Expression): readonly Expression[] {
  if (value.kind === 'Parenthesized') return leavesOf(value.expression);
  if (value.kind === 'Conditional') return [...leavesOf(value.then), ...leavesOf(value.otherwise)];
  return [value];
}

function takes(argument: ArgumentType, type: Type): boolean {
  switch (argument) {
    case 'string':
    case 'boolean':
    case 'number':
      return isPlain(type);
    case 'string-list':
    case 'string-set':
      return type.kind === 'tuple' || type.kind === 'dynamic' || (isCollection(type) && isPlain(type.element));
    case 'string-map':
      return type.kind === 'map' ? isPlain(type.element) : type.kind === 'object' || type.kind === 'dynamic';
    case 'expression':
      return true;
  }
}

function isPlain({ kind }: Type): boolean {
  return kind === 'string' || kind === 'number' || kind === 'bool' || kind === 'dynamic';
}

function isCollection(type: Type): type is Type & { kind: 'list' | 'set' } {
  return type.kind === 'list' || type.kind === 'set';
}

/** A part of a longer text must be a string, a number or a bool. */
function* inTemplates(value: Expression, context: TypeContext): Iterable<Flaw> {
  const pending: Node[] = [value];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    // Loop names have types of their own.
    if (node.kind === 'ForExpression' || node.kind === 'TemplateFor') continue;
    if (node.kind === 'Template' && (node.parts.length > 1 || node.form === 'heredoc')) {
      for (const part of node.parts) {
        if (part.kind !== 'TemplateInterpolation') continue;
        const type = typeOfExpression(part.expression, context);
        if (type === null || isPlain(type)) continue;
        const told = 'Invalid template interpolation value';
        const flaw = describe(part.expression, type, 'A text takes a string here', null, told);
        yield* whereEvaluated(flaw, part.expression, context);
      }
    }
    for (const child of childrenOf(node)) pending.push(child);
  }
}

function describe(
  expression: Expression,
  type: Type,
  taken: string,
  argument: ArgumentFact | null,
  told: string,
): Flaw {
  const path = readPath(expression);
  const named = path && namedBlock(path);
  const isWhole = type.kind === 'object' || named?.rest.length === 0;
  const hasSplat = path?.steps.some(({ kind }) => kind === 'splat') === true;
  const isInstance = isWhole || hasSplat || (isCollection(type) && !isPlain(type.element));
  const attribute = argument?.role === 'repository-name' ? nameIn(type) : undefined;
  const { start, end } = expression;
  return {
    kind: isInstance ? 'instance' : 'attribute',
    range: { start, end },
    message: `${taken}, but this is ${whatItIs(type, hasSplat)}; the plan fails ("${told}"). ${adviceFor(type, hasSplat)}`,
    isStatic: false,
    ...(attribute !== undefined && {
      mend: { title: `Use its ${attribute}`, kind: 'choice', range: { start: end, end }, text: `.${attribute}` },
    }),
  };
}

/** The attribute of a whole repository that is its name. */
function nameIn(type: Type): string | undefined {
  if (type.kind !== 'object') return undefined;
  return ['name', 'repository_name', 'repository'].find((name) => type.attributes.has(name));
}

function whatItIs(type: Type, hasSplat: boolean): string {
  switch (type.kind) {
    case 'object':
      return 'a whole object';
    case 'map':
      return isPlain(type.element) ? 'a map' : 'all instances of a resource';
    case 'list':
    case 'set':
      return hasSplat || isPlain(type.element) ? `a ${type.kind}` : 'all instances of a resource';
    default:
      return `a ${type.kind}`;
  }
}

function adviceFor(type: Type, hasSplat: boolean): string {
  if (type.kind === 'object') return 'Name one of its attributes.';
  if (hasSplat) return 'Name one instance instead of the splat, or take one element with one().';
  if (isCollection(type) || type.kind === 'map') return 'Name one of its elements.';
  return 'Name something of that type.';
}
