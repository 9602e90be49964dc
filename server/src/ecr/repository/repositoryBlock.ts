import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockFact } from '../../facts/provider/resourceSchema.ts';
import { ENCRYPTION_BLOCK, EXCLUSION_FILTER_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf, isBlockOf } from '../../module/declarations/declarations.ts';
import type { Attribute, Block } from '../../syntax/tree/tree.ts';
import type { EcrBlock, NestedBlocks } from '../blocks/ecrBlock.ts';
import { readEcrBlock } from '../blocks/ecrBlock.ts';

export const REPOSITORY_TYPE = 'aws_ecr_repository';

/** Resource types with the same meaning of `image_tag_mutability` and exclusion filters. */
const MUTABILITY_TYPES = [REPOSITORY_TYPE, 'aws_ecr_repository_creation_template'];

/** A repository, or a template for repositories, with the arguments that rules examine. */
export interface Repository {
  readonly declaration: BlockDeclaration;
  /** False for a creation template. */
  readonly isRepository: boolean;
  readonly name: Argument | null;
  readonly mutability: Argument | null;
  /** The filter blocks, including those that known `dynamic` blocks make. */
  readonly filters: NestedBlocks;
  readonly encryption: NestedBlocks;
  /** The written filter blocks. */
  readonly exclusionFilters: readonly Block[];
  /** True when a `dynamic` block may add more. */
  readonly mayHaveMoreFilters: boolean;
  /** `count` or `for_each`. */
  readonly repetition: Argument | null;
  readonly damaged: boolean;
}

/** An argument as written, and its value. */
export interface Argument {
  readonly attribute: Attribute;
  readonly value: Value;
}

/** The repository that a block declares, for one of its instances; null for another block. */
export function readRepository(
  declaration: BlockDeclaration,
  scope: Scope,
  read: EcrBlock | null = null,
): Repository | null {
  if (!MUTABILITY_TYPES.some((type) => isBlockOf(declaration, 'resource', type))) return null;
  const body = (read ?? readEcrBlock(declaration, scope))?.body;
  const { block, source } = declaration;
  const evaluator = new Evaluator(scope);
  const repetition = (name: string): Argument | null => {
    const attribute = attributeOf(block, name);
    if (attribute === undefined) return null;
    return { attribute, value: evaluator.evaluate({ source, expression: attribute.value }) };
  };
  const argument = (name: string) => body?.arguments.find(({ fact }) => fact.name === name) ?? null;
  const blocks = (fact: BlockFact) =>
    body?.blocks.find(({ fact: { name } }) => name === fact.name) ?? unknownBlocks(fact);
  const nested = blocksOf(block.body);
  return {
    declaration,
    isRepository: isBlockOf(declaration, 'resource', REPOSITORY_TYPE),
    name: argument('name'),
    mutability: argument('image_tag_mutability'),
    filters: blocks(EXCLUSION_FILTER_BLOCK),
    encryption: blocks(ENCRYPTION_BLOCK),
    exclusionFilters: nested.filter(({ type }) => type.text === EXCLUSION_FILTER_BLOCK.name),
    mayHaveMoreFilters: nested.some(
      ({ type, labels }) => type.text === 'dynamic' && labels[0]?.text === EXCLUSION_FILTER_BLOCK.name,
    ),
    repetition: repetition('for_each') ?? repetition('count'),
    damaged: block.damaged,
  };
}

const CLOUD_CONTROL_REPOSITORY = 'awscc_ecr_repository';
const CLOUD_CONTROL_TYPES = [CLOUD_CONTROL_REPOSITORY, 'awscc_ecr_repository_creation_template'];

/**
 * The name and mutability of a repository of the AWS Cloud Control provider, or of its template for repositories; null
 * for its other types. Its filters and encryption are attributes, not blocks, and are unknown here.
 */
export function readCloudControlRepository({ declaration, fact, body }: EcrBlock): Repository | null {
  if (!CLOUD_CONTROL_TYPES.includes(fact.type)) return null;
  const argument = (name: string) => body.arguments.find((one) => one.fact.name === name) ?? null;
  return {
    declaration,
    isRepository: fact.type === CLOUD_CONTROL_REPOSITORY,
    name: argument('repository_name'),
    mutability: argument('image_tag_mutability'),
    filters: unknownBlocks(EXCLUSION_FILTER_BLOCK),
    encryption: unknownBlocks(ENCRYPTION_BLOCK),
    exclusionFilters: [],
    mayHaveMoreFilters: argument('image_tag_mutability_exclusion_filters') !== null,
    repetition: null,
    damaged: declaration.block.damaged,
  };
}

function unknownBlocks(fact: BlockFact): NestedBlocks {
  return { fact, bodies: [], sure: [], open: true, collections: [] };
}
