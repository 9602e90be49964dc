import type { DocumentPlace } from '../../facts/documentPlace.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute, Expression } from '../../syntax/tree/tree.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The place where a block sets a document. */
export interface DocumentSource {
  readonly argument: Attribute;
  readonly fact: DocumentPlace;
  /** The expression of the text itself, when it is written there. */
  readonly expression: Expression;
}

/** The argument of a resource or module call that takes a document of a vocabulary, if the block sets it. */
export function documentSourceOf(declaration: BlockDeclaration, vocabulary: Vocabulary): DocumentSource | undefined {
  const isOwn = ownerTest(declaration);
  const fact = isOwn === null ? undefined : vocabulary.places.find(({ of }) => isOwn(of));
  const argument = fact && attributeOf(declaration.block, fact.argument);
  return fact && argument && { argument, fact, expression: expressionIn(argument.value, fact) };
}

/** The arguments of a resource or module call that take a document of a vocabulary, set or not. */
export function documentPlacesIn(declaration: BlockDeclaration, { places }: Vocabulary): readonly DocumentPlace[] {
  const isOwn = ownerTest(declaration);
  return isOwn === null ? [] : places.filter(({ of }) => isOwn(of));
}

/** Where problems about the whole document are shown. */
export function headlineOf(source: PieceInFile, expression: Expression): Place {
  if (expression.kind === 'FunctionCall') return placeOf(source, expression.name);
  if (expression.kind === 'Template' && expression.form === 'heredoc')
    return placeOf(source, expression.marker ?? expression);
  return placeOf(source, expression);
}

/**
 * Tests whether a place belongs to a block; null for a block without such places. Most blocks have none, which the
 * header alone shows.
 */
function ownerTest({ type, labels, block }: BlockDeclaration): ((of: DocumentPlace['of']) => boolean) | null {
  if (type === 'resource') return (of) => 'resource' in of && of.resource === labels[0];
  if (type !== 'module') return null;
  const source = attributeOf(block, 'source')?.value;
  const [only] = source?.kind === 'Template' && source.parts.length === 1 ? source.parts : [];
  return only?.kind === 'TemplateLiteral' ? (of) => 'module' in of && of.module.test(only.value) : null;
}

function expressionIn(value: Expression, { key }: DocumentPlace): Expression {
  if (key === undefined || value.kind !== 'ObjectExpression') return value;
  const item = value.items.find((candidate) => candidate.key.kind === 'Variable' && candidate.key.name.text === key);
  return item?.value ?? value;
}
