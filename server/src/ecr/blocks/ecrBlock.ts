import type { Bindings } from '../../evaluate/bindings.ts';
import { bind } from '../../evaluate/bindings.ts';
import { TURN_WORK } from '../../evaluate/budget.ts';
import type { EvaluationOptions } from '../../evaluate/evaluate.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { iterate } from '../../evaluate/evaluateFor.ts';
import type { Scope } from '../../evaluate/scope.ts';
import { computedMember, computedObject, unknown } from '../../evaluate/values/makeValue.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { cloudControlFact } from '../../facts/provider/cloudControl.ts';
import type { ArgumentFact, BlockFact, BodyFact, ResourceFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, attributesOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute, Block } from '../../syntax/tree/tree.ts';

/** A `dynamic` block with more iterations than this is not expanded. */
const TURN_LIMIT = 50;

/** An argument of a body, and its value. */
export interface BlockArgument {
  readonly fact: ArgumentFact;
  readonly attribute: Attribute;
  readonly value: Value;
}

/** The body of a block, or of one of the blocks in it. */
export interface BlockBody {
  readonly fact: BodyFact;
  /** The type of the resource, or of the nested block. */
  readonly name: string;
  readonly source: PieceInFile;
  /** The written body; for a `dynamic` block, its `content`. */
  readonly block: Block;
  readonly header: Place;
  readonly arguments: readonly BlockArgument[];
  readonly blocks: readonly NestedBlocks[];
}

/** The blocks of one type in a body, including those that `dynamic` blocks make. */
export interface NestedBlocks {
  readonly fact: BlockFact;
  /** One entry per block; a `dynamic` block with an unknown number of iterations has one entry for all. */
  readonly bodies: readonly BlockBody[];
  /** The blocks that are certain to exist. */
  readonly sure: readonly BlockBody[];
  /** The values that `dynamic` blocks iterate over. */
  readonly collections: readonly Value[];
  /** True when there may be others. */
  readonly open: boolean;
}

/** A block of a type of ECR, as it is for one of its instances. */
export interface EcrBlock {
  readonly declaration: BlockDeclaration;
  readonly fact: ResourceFact;
  readonly body: BlockBody;
  /** True when the block has no instances, so that nothing is sent to AWS. */
  readonly isNever: boolean;
}

/** The block with the values of its arguments; null for a block of another service. */
export function readEcrBlock(
  declaration: BlockDeclaration,
  scope: Scope,
  options: EvaluationOptions = {},
  isNever = false,
): EcrBlock | null {
  const fact = factOf(declaration);
  if (fact === undefined) return null;
  const evaluator = new Evaluator(scope, options);
  const reader = new BodyReader(declaration.source, evaluator);
  return { declaration, fact, body: reader.body(declaration.block, fact, fact.type, evaluator.bindings), isNever };
}

/** True for a block that `readEcrBlock` reads. */
export function hasEcrFact(declaration: BlockDeclaration): boolean {
  return factOf(declaration) !== undefined;
}

function factOf({ type, labels: [label] }: BlockDeclaration): ResourceFact | undefined {
  return bodyFact(type, label ?? '') ?? cloudControlFact(type, label ?? '');
}

/** A body and all the bodies in it. */
export function* bodiesIn(body: BlockBody): Iterable<BlockBody> {
  yield body;
  for (const { bodies } of body.blocks) for (const nested of bodies) yield* bodiesIn(nested);
}

class BodyReader {
  readonly #source: PieceInFile;
  readonly #evaluator: Evaluator;

  constructor(source: PieceInFile, evaluator: Evaluator) {
    this.#source = source;
    this.#evaluator = evaluator;
  }

  body(block: Block, fact: BodyFact, name: string, bindings: Bindings | null, header: Block = block): BlockBody {
    const end = header.labels.at(-1)?.end ?? header.type.end;
    return {
      fact,
      name,
      source: this.#source,
      block,
      header: placeOf(this.#source, { start: header.type.start, end }),
      arguments: attributesOf(block.body).flatMap((attribute) => this.#argument(attribute, fact, bindings)),
      blocks: fact.blocks.map((nested) => this.#nested(block, nested, bindings)),
    };
  }

  #argument(attribute: Attribute, fact: BodyFact, bindings: Bindings | null): BlockArgument[] {
    const argument = fact.arguments.find(({ name }) => name === attribute.name.text);
    if (argument === undefined) return [];
    const located = { source: this.#source, expression: attribute.value };
    return [{ fact: argument, attribute, value: this.#evaluator.evaluate(located, bindings) }];
  }

  #nested(block: Block, fact: BlockFact, bindings: Bindings | null): NestedBlocks {
    const made = blocksOf(block.body).map((nested): Made => {
      if (nested.type.text === fact.name) return allSure([this.body(nested, fact, fact.name, bindings)]);
      const isDynamic = nested.type.text === 'dynamic' && nested.labels[0]?.text === fact.name;
      return isDynamic ? this.#dynamic(nested, fact, bindings) : allSure([]);
    });
    return {
      fact,
      bodies: made.flatMap(({ bodies }) => bodies),
      sure: made.flatMap(({ sure }) => sure),
      collections: made.flatMap(({ collections }) => collections),
      open: made.some(({ open }) => open),
    };
  }

  #dynamic(block: Block, fact: BlockFact, bindings: Bindings | null): Made {
    const content = blocksOf(block.body).find(({ type }) => type.text === 'content');
    const forEach = attributeOf(block, 'for_each')?.value;
    const written = attributeOf(block, 'iterator')?.value;
    if (content === undefined || forEach === undefined) return { bodies: [], sure: [], collections: [], open: true };
    const iterator = written?.kind === 'Variable' ? written.name.text : fact.name;
    const turn = (element: Value) => this.body(content, fact, fact.name, bind(bindings, iterator, element), block);
    const collection = this.#evaluator.evaluate({ source: this.#source, expression: forEach }, bindings);
    const iteration = iterate(collection, collection);
    const isKnown = !('kind' in iteration) && !iteration.open && iteration.entries.length <= TURN_LIMIT;
    if (!isKnown || !this.#evaluator.budget.spend(TURN_WORK * iteration.entries.length)) {
      const some = turn(unknown('the elements are not known', collection));
      return { bodies: [some], sure: [], collections: ['kind' in iteration ? iteration : collection], open: true };
    }
    const bodies = iteration.entries.map(({ key, value }) =>
      turn(computedObject('object', [computedMember('key', key), computedMember('value', value)], value)),
    );
    return { ...allSure(bodies), collections: [collection] };
  }
}

type Made = Omit<NestedBlocks, 'fact'>;

function allSure(bodies: readonly BlockBody[]): Made {
  return { bodies, sure: bodies, collections: [], open: false };
}
