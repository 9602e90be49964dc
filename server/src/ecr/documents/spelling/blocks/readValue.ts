import type { Bindings } from '../../../../evaluate/bindings.ts';
import { bind } from '../../../../evaluate/bindings.ts';
import type { Evaluator } from '../../../../evaluate/evaluate.ts';
import { iterate } from '../../../../evaluate/evaluateFor.ts';
import { convert } from '../../../../evaluate/values/convert.ts';
import { computedMember, computedObject } from '../../../../evaluate/values/makeValue.ts';
import { collectionOf, NUMBER, STRING } from '../../../../evaluate/values/types.ts';
import type { Value } from '../../../../evaluate/values/value.ts';
import type { PolicyLevel } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import type { DocumentArgument } from '../../../../facts/lifecycle/policyDocument.ts';
import { documentArguments } from '../../../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../../../module/declarations/declarations.ts';
import { attributesOf, blocksOf } from '../../../../module/declarations/declarations.ts';
import type { PieceInFile, Place } from '../../../../syntax/tree/place.ts';
import { placeOf } from '../../../../syntax/tree/place.ts';
import type { Attribute, Block } from '../../../../syntax/tree/tree.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from '../../documentNodes.ts';
import { Branches, readEachBranch } from '../../lifecycle/branches.ts';
import { readHcl } from '../hcl/readValue.ts';

/** A block as it stands in the configuration that `dynamic` blocks stand for. */
interface ExpandedBlock {
  readonly block: Block;
  readonly bindings: Bindings | null;
  readonly isDynamic: boolean;
  /** Tells the block from all others, those of other turns and branches of a `dynamic` block among them. */
  readonly path: string;
}

/** The blocks of one name. `open`: there may be others. */
interface Expansion {
  readonly blocks: readonly ExpandedBlock[];
  readonly open: boolean;
}

/**
 * The policy that the data source `aws_ecr_lifecycle_policy_document` makes of its blocks, with everything unknown that
 * depends on a condition: the adapter for blocks, reading side. Keys are named as in the JSON.
 */
export function readDocument(declaration: BlockDeclaration, evaluator: Evaluator): PolicyNode {
  return readWith(declaration, evaluator, new Branches());
}

/** The same, once for each branch of each conditional that is not decided: conditions are never combined. */
export function readDocumentBranches(declaration: BlockDeclaration, evaluator: Evaluator): readonly PolicyNode[] {
  return readEachBranch((branches) => readWith(declaration, evaluator, branches));
}

function readWith({ source, block }: BlockDeclaration, evaluator: Evaluator, branches: Branches): PolicyNode {
  const reader = new BlockReader(source, evaluator, branches);
  return reader.object('policy', { block, bindings: evaluator.bindings, isDynamic: false, path: '' });
}

class BlockReader {
  readonly #source: PieceInFile;
  readonly #evaluator: Evaluator;
  readonly #branches: Branches;

  constructor(source: PieceInFile, evaluator: Evaluator, branches: Branches) {
    this.#source = source;
    this.#evaluator = evaluator;
    this.#branches = branches;
  }

  object(level: PolicyLevel, expanded: ExpandedBlock): PolicyObject {
    const { block } = expanded;
    const place = placeOf(this.#source, block);
    const origin = { spelling: 'block', source: this.#source, block } as const;
    const members = documentArguments(level).flatMap((argument) => this.#member(argument, expanded));
    return { kind: 'object', members, open: false, place, opening: this.#header(block), origin };
  }

  #member(argument: DocumentArgument, expanded: ExpandedBlock): PolicyMember[] {
    if (argument.type === 'block') return this.#nested(argument, expanded);
    const attribute = attributesOf(expanded.block.body).find(({ name }) => name.text === argument.name);
    if (attribute === undefined) return [];
    const value = this.#value(attribute, argument, expanded);
    if (value.kind === 'null' || isEmptyList(value)) return [];
    const keyPlace = placeOf(this.#source, attribute.name);
    const origin = { spelling: 'block', source: this.#source, item: attribute } as const;
    return [{ key: argument.key, keyPlace, value: readHcl(value), origin }];
  }

  #value({ name, value: expression }: Attribute, { type }: DocumentArgument, { bindings, path }: ExpandedBlock): Value {
    const { value } = this.#branches.decide(`${path}/${name.text}`, () =>
      this.#evaluator.evaluate({ source: this.#source, expression }, bindings),
    );
    const wanted = type === 'number' ? NUMBER : type === 'string' ? STRING : collectionOf('list', STRING);
    const converted = convert(value, wanted);
    // The list itself is still written where it stands.
    return converted.kind === 'list' && value.kind === 'list'
      ? { ...converted, derived: value.derived === true }
      : converted;
  }

  #nested(argument: DocumentArgument, expanded: ExpandedBlock): PolicyMember[] {
    const { blocks, open } = this.#expand(expanded, argument.name);
    if (argument.key === 'rules') return [this.#rules(expanded.block, blocks, open)];
    const [first] = blocks;
    const level = argument.key === 'action' ? 'action' : 'selection';
    if (first !== undefined) {
      const value = this.object(level, first);
      const origin = { spelling: 'block', source: this.#source, item: first.block } as const;
      return [{ key: argument.key, keyPlace: value.opening, value, origin }];
    }
    const header = this.#header(expanded.block);
    if (open)
      return [
        computed(
          argument.key,
          { kind: 'unknown', because: 'a dynamic block makes it', place: header, origin: { spelling: 'computed' } },
          header,
        ),
      ];
    return argument.key === 'action' ? [computed('action', expireAt(header), header)] : [];
  }

  #rules(parent: Block, blocks: readonly ExpandedBlock[], open: boolean): PolicyMember {
    const header = this.#header(parent);
    const origin = {
      spelling: 'blocks',
      source: this.#source,
      parent,
      blocks: blocks.map(({ block, isDynamic }) => (isDynamic ? null : block)),
    } as const;
    const items = blocks.map((rule) => this.object('rule', rule));
    const list: PolicyList = { kind: 'list', items, open, place: header, opening: header, origin };
    return computed('rules', list, header);
  }

  /** The blocks of that name, with what `dynamic` blocks make. */
  #expand({ block, bindings, path }: ExpandedBlock, name: string): Expansion {
    const blocks: ExpandedBlock[] = [];
    let open = path === '' && hasForeignItems(block);
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
    if ('kind' in iteration || !this.#evaluator.budget.spend(100 * iteration.entries.length)) {
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

  /** The block's type through its last label. */
  #header(block: Block): Place {
    const end = block.labels.at(-1)?.end ?? block.type.end;
    return placeOf(this.#source, { start: block.type.start, end });
  }
}

/** True for a document with arguments or blocks that it does not have: what they are meant to say is not known. */
function hasForeignItems({ body }: Block): boolean {
  return body.items.some((item) => {
    if (item.kind === 'Attribute') return !DOCUMENT_ATTRIBUTES.has(item.name.text);
    return item.kind === 'Block' && !DOCUMENT_BLOCKS.has(item.type.text);
  });
}

const DOCUMENT_ATTRIBUTES = new Set(['count', 'for_each', 'provider', 'depends_on', 'region']);
const DOCUMENT_BLOCKS = new Set(['rule', 'dynamic', 'lifecycle']);

function isEmptyList(value: Value): boolean {
  return value.kind === 'list' && value.items.length === 0 && !value.open;
}

function computed(key: string, value: PolicyNode, keyPlace: Place): PolicyMember {
  return { key, keyPlace, value, origin: { spelling: 'computed' } };
}

/** What the data source writes for a rule without an `action` block. */
function expireAt(place: Place): PolicyObject {
  const origin = { spelling: 'computed' } as const;
  const type = computed('type', { kind: 'scalar', value: 'expire', place, origin }, place);
  return { kind: 'object', members: [type], open: false, place, opening: place, origin };
}
