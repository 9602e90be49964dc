import type { Bindings } from '../../../../evaluate/bindings.ts';
import { bind } from '../../../../evaluate/bindings.ts';
import { TURN_WORK } from '../../../../evaluate/budget.ts';
import type { Evaluator } from '../../../../evaluate/evaluate.ts';
import { iterate } from '../../../../evaluate/evaluateFor.ts';
import { computedMember, computedObject } from '../../../../evaluate/values/makeValue.ts';
import { attributesOf, blocksOf } from '../../../../module/declarations/declarations.ts';
import type { PieceInFile } from '../../../../syntax/tree/place.ts';
import type { Block } from '../../../../syntax/tree/tree.ts';
import type { Branches } from '../../branches.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { blockArgumentsAt } from '../../vocabulary.ts';

/** A block as part of the configuration after `dynamic` blocks are expanded. */
export interface ExpandedBlock {
  readonly block: Block;
  readonly bindings: Bindings | null;
  readonly isDynamic: boolean;
  /** Distinguishes the block from all others, including those of other iterations and branches of a `dynamic` block. */
  readonly path: string;
}

/** The blocks of one name. `open`: there may be others. */
interface Expansion {
  readonly blocks: readonly ExpandedBlock[];
  readonly open: boolean;
}

const META_ARGUMENTS = ['count', 'for_each', 'provider', 'depends_on'];
const META_BLOCKS = ['dynamic', 'lifecycle'];

/** Finds nested blocks, including those that `dynamic` blocks make. */
export class BlockExpander {
  readonly #source: PieceInFile;
  readonly #evaluator: Evaluator;
  readonly #vocabulary: Vocabulary;
  readonly #branches: Branches;

  constructor(source: PieceInFile, evaluator: Evaluator, vocabulary: Vocabulary, branches: Branches) {
    this.#source = source;
    this.#evaluator = evaluator;
    this.#vocabulary = vocabulary;
    this.#branches = branches;
  }

  /** The blocks of that name, including those that `dynamic` blocks make. */
  expand({ block, bindings, path }: ExpandedBlock, name: string): Expansion {
    const blocks: ExpandedBlock[] = [];
    let open = path === '' && this.#hasForeignItems(block);
    for (const nested of blocksOf(block.body)) {
      const inner = `${path}/${nested.start}`;
      if (nested.type.text === name) blocks.push({ block: nested, bindings, isDynamic: false, path: inner });
      if (nested.type.text !== 'dynamic' || nested.labels[0]?.text !== name) continue;
      const made = this.#dynamic(nested, name, bindings, inner);
      for (const expanded of made.blocks) blocks.push(expanded);
      open ||= made.open;
    }
    return { blocks, open };
  }

  #dynamic(block: Block, name: string, bindings: Bindings | null, path: string): Expansion {
    const content = blocksOf(block.body).find(({ type }) => type.text === 'content');
    const forEach = attributesOf(block.body).find((attribute) => attribute.name.text === 'for_each')?.value;
    const written = attributesOf(block.body).find((attribute) => attribute.name.text === 'iterator')?.value;
    if (content === undefined || forEach === undefined) return { blocks: [], open: true };
    const { value: collection, branch } = this.#branches.decide(path, () =>
      this.#evaluator.evaluate({ source: this.#source, expression: forEach }, bindings),
    );
    const iteration = iterate(collection, collection);
    if ('kind' in iteration || !this.#evaluator.budget.spend(TURN_WORK * iteration.entries.length)) {
      return { blocks: [], open: true };
    }
    const iterator = written?.kind === 'Variable' ? written.name.text : name;
    const blocks = iteration.entries.map(({ key, value }, turn) => {
      const element = computedObject('object', [computedMember('key', key), computedMember('value', value)], value);
      const inner = `${path}${branch ?? ''}#${turn}`;
      return { block: content, bindings: bind(bindings, iterator, element), isDynamic: true, path: inner };
    });
    return { blocks, open: iteration.open || branch !== null };
  }

  /** True for a document with unknown arguments or blocks, whose meaning cannot be known. */
  #hasForeignItems({ body }: Block): boolean {
    const { blocks, root } = this.#vocabulary;
    const known = blockArgumentsAt(this.#vocabulary, root).map(({ name }) => name);
    return body.items.some((item) => {
      if (item.kind === 'Block') return ![...known, ...META_BLOCKS].includes(item.type.text);
      return ![...known, ...META_ARGUMENTS, ...(blocks?.ignored ?? [])].includes(item.name.text);
    });
  }
}
