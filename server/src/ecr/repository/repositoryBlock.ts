import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf, isBlockOf } from '../../module/declarations/declarations.ts';
import type { Attribute, Block } from '../../syntax/tree/tree.ts';

export const REPOSITORY_TYPE = 'aws_ecr_repository';

/** Resource types whose `image_tag_mutability` and exclusion filters mean the same. */
const MUTABILITY_TYPES = [REPOSITORY_TYPE, 'aws_ecr_repository_creation_template'];

/** A repository, or a template that repositories are made from, with the arguments that rules ask about. */
export interface Repository {
  readonly declaration: BlockDeclaration;
  /** False for a creation template. */
  readonly isRepository: boolean;
  readonly name: Argument | null;
  readonly mutability: Argument | null;
  /** The written filter blocks. */
  readonly exclusionFilters: readonly Block[];
  /** True when a `dynamic` block may add more. */
  readonly mayHaveMoreFilters: boolean;
  /** `count` or `for_each`. */
  readonly repetition: Argument | null;
  readonly damaged: boolean;
}

/** An argument as written and what it gives. */
export interface Argument {
  readonly attribute: Attribute;
  readonly value: Value;
}

const FILTER_BLOCK = 'image_tag_mutability_exclusion_filter';

/** The repository that a block declares, or null for another block. */
export function readRepository(declaration: BlockDeclaration, scope: Scope): Repository | null {
  if (!MUTABILITY_TYPES.some((type) => isBlockOf(declaration, 'resource', type))) return null;
  const { block, source } = declaration;
  const evaluator = new Evaluator(scope);
  const argument = (name: string): Argument | null => {
    const attribute = attributeOf(block, name);
    if (attribute === undefined) return null;
    return { attribute, value: evaluator.evaluate({ source, expression: attribute.value }) };
  };
  const nested = blocksOf(block.body);
  return {
    declaration,
    isRepository: isBlockOf(declaration, 'resource', REPOSITORY_TYPE),
    name: argument('name'),
    mutability: argument('image_tag_mutability'),
    exclusionFilters: nested.filter(({ type }) => type.text === FILTER_BLOCK),
    mayHaveMoreFilters: nested.some(({ type, labels }) => type.text === 'dynamic' && labels[0]?.text === FILTER_BLOCK),
    repetition: argument('for_each') ?? argument('count'),
    damaged: block.damaged,
  };
}
