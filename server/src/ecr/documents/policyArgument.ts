import type { PolicyArgument } from '../../facts/lifecycle/policyArguments.ts';
import { POLICY_ARGUMENTS } from '../../facts/lifecycle/policyArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute, Expression } from '../../syntax/tree/tree.ts';

/** Where a block hands over a lifecycle policy. */
export interface PolicySource {
  readonly argument: Attribute;
  readonly fact: PolicyArgument;
  /** The expression of the text itself, as far as it is written there. */
  readonly expression: Expression;
}

/** The argument of a resource or module call that takes a lifecycle policy, when the block writes it. */
export function policySourceOf(declaration: BlockDeclaration): PolicySource | undefined {
  const fact = factAbout(declaration);
  const argument = fact && attributeOf(declaration.block, fact.argument);
  return fact && argument && { argument, fact, expression: expressionIn(argument.value, fact) };
}

/** The argument of a block that takes a lifecycle policy, when the block writes it. */
export function policyArgumentOf(declaration: BlockDeclaration): Attribute | undefined {
  return policySourceOf(declaration)?.argument;
}

/** Where a problem about the whole policy stands. */
export function headlineOf(source: PieceInFile, expression: Expression): Place {
  if (expression.kind === 'FunctionCall') return placeOf(source, expression.name);
  if (expression.kind === 'Template' && expression.form === 'heredoc')
    return placeOf(source, expression.marker ?? expression);
  return placeOf(source, expression);
}

/** Most blocks of most modules are of neither kind, and are told by their header alone. */
function factAbout(declaration: BlockDeclaration): PolicyArgument | undefined {
  const { type, labels } = declaration;
  if (type === 'resource') return POLICY_ARGUMENTS.find(({ of }) => 'resource' in of && of.resource === labels[0]);
  if (type !== 'module') return undefined;
  const source = attributeOf(declaration.block, 'source')?.value;
  const [only] = source?.kind === 'Template' && source.parts.length === 1 ? source.parts : [];
  if (only?.kind !== 'TemplateLiteral') return undefined;
  return POLICY_ARGUMENTS.find(({ of }) => 'module' in of && of.module.test(only.value));
}

function expressionIn(value: Expression, { key }: PolicyArgument): Expression {
  if (key === undefined || value.kind !== 'ObjectExpression') return value;
  const item = value.items.find((candidate) => candidate.key.kind === 'Variable' && candidate.key.name.text === key);
  return item?.value ?? value;
}
