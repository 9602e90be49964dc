import type { Evaluator } from '../../../../evaluate/evaluate.ts';
import { convert } from '../../../../evaluate/values/convert.ts';

import { BOOL, collectionOf, NUMBER, STRING } from '../../../../evaluate/values/types.ts';
import type { Type, Value } from '../../../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../../../module/declarations/declarations.ts';
import { attributesOf } from '../../../../module/declarations/declarations.ts';
import type { JsonValue } from '../../../../syntax/edit/term.ts';
import type { PieceInFile, Place } from '../../../../syntax/tree/place.ts';
import { placeOf } from '../../../../syntax/tree/place.ts';
import type { Attribute } from '../../../../syntax/tree/tree.ts';
import { meantName } from '../../../blocks/meantName.ts';
import { headerOf } from '../../../header.ts';
import { Branches, readEachBranch, readEachDoubt } from '../../branches.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from '../../documentNodes.ts';
import type { BlockArgument, MapArgument, NestedArgument, ValueArgument, Vocabulary } from '../../vocabulary.ts';
import { blockArgumentsAt } from '../../vocabulary.ts';
import { readHcl } from '../hcl/readValue.ts';
import type { ExpandedBlock } from './expandBlocks.ts';
import { BlockExpander } from './expandBlocks.ts';
import {
  asSet,
  asSingle,
  computed,
  computedNode,
  keyOf,
  madeByDynamic,
  mapOf,
  misspelt,
  withVariables,
} from './madeNodes.ts';
import type { MapEntry } from './mapEntry.ts';
import { SharedReadings } from './sharedReadings.ts';

const BRANCHES = new SharedReadings<readonly PolicyNode[]>('branches');
const DOUBTFUL = new SharedReadings<ReturnType<typeof readEachDoubt<PolicyNode>>>('doubtful');

/**
 * The document that a data source makes from its blocks; everything that depends on a condition is unknown. The reading
 * half of the adapter for blocks. Keys have their JSON names.
 */
export function readDocument(declaration: BlockDeclaration, evaluator: Evaluator, vocabulary: Vocabulary): PolicyNode {
  return readWith(declaration, evaluator, vocabulary, new Branches());
}

/** The same, once for each branch of each undecided conditional: conditions are never combined. */
export function readDocumentBranches(
  declaration: BlockDeclaration,
  evaluator: Evaluator,
  vocabulary: Vocabulary,
): readonly PolicyNode[] {
  const read = () => readEachBranch((branches) => readWith(declaration, evaluator, vocabulary, branches));
  return BRANCHES.read(declaration, evaluator, vocabulary, read);
}

/** The same for each value that an unknown key chooses from. */
export function readDoubtfulDocuments(
  declaration: BlockDeclaration,
  evaluator: Evaluator,
  vocabulary: Vocabulary,
): ReturnType<typeof readEachDoubt<PolicyNode>> {
  const read = () => readEachDoubt((branches) => readWith(declaration, evaluator, vocabulary, branches));
  return DOUBTFUL.read(declaration, evaluator, vocabulary, read);
}

function readWith(
  { source, block }: BlockDeclaration,
  evaluator: Evaluator,
  vocabulary: Vocabulary,
  branches: Branches,
): PolicyNode {
  const reader = new BlockReader(source, evaluator, vocabulary, branches);
  return reader.object(vocabulary.root, { block, bindings: evaluator.bindings, isDynamic: false, path: '' });
}

class BlockReader {
  readonly #source: PieceInFile;
  readonly #evaluator: Evaluator;
  readonly #vocabulary: Vocabulary;
  readonly #branches: Branches;
  readonly #expander: BlockExpander;

  constructor(source: PieceInFile, evaluator: Evaluator, vocabulary: Vocabulary, branches: Branches) {
    this.#source = source;
    this.#evaluator = evaluator;
    this.#vocabulary = vocabulary;
    this.#branches = branches;
    this.#expander = new BlockExpander(source, evaluator, vocabulary, branches);
  }

  object(level: string, expanded: ExpandedBlock): PolicyObject {
    const { block } = expanded;
    const place = placeOf(this.#source, block);
    const origin = { spelling: 'block', source: this.#source, block, level } as const;
    const members = blockArgumentsAt(this.#vocabulary, level).flatMap((argument) =>
      this.#member(argument, level, expanded),
    );
    const opening = headerOf({ source: this.#source, block });
    return { kind: 'object', members, open: false, vocabulary: this.#vocabulary, place, opening, origin };
  }

  #member(argument: BlockArgument, level: string, expanded: ExpandedBlock): PolicyMember[] {
    const header = headerOf({ source: this.#source, block: expanded.block });
    const written = this.#written(argument, level, expanded, header);
    if (written.length > 0) return written;
    if (this.#isMeant(argument, level, expanded)) return [computed(argument.key, misspelt(header), header)];
    if (argument.omitted === undefined) return written;
    return [computed(argument.key, this.#omitted(argument.omitted, header), header)];
  }

  /** True when a name that the level does not have most likely means this argument. */
  #isMeant({ name }: BlockArgument, level: string, { block }: ExpandedBlock): boolean {
    const names = blockArgumentsAt(this.#vocabulary, level).map((known) => known.name);
    const written = block.body.items.map((item) => (item.kind === 'Attribute' ? item.name.text : item.type.text));
    return written.some((other) => !names.includes(other) && meantName(other, names) === name);
  }

  #written(argument: BlockArgument, level: string, expanded: ExpandedBlock, header: Place): PolicyMember[] {
    switch (argument.type) {
      case 'block':
        return this.#nested(argument, level, expanded, header);
      case 'block-list':
        return [this.#list(argument, expanded, header)];
      case 'block-map':
        return this.#map(argument, expanded, header);
      default:
        return this.#attribute(argument, level, expanded);
    }
  }

  #attribute(argument: ValueArgument, level: string, expanded: ExpandedBlock): PolicyMember[] {
    const { body } = expanded.block;
    const attribute = attributesOf(body).find(({ name }) => name.text === argument.name);
    if (attribute === undefined) return [];
    const value = this.#value(attribute, argument, expanded);
    if (value.kind === 'null' || isEmptyList(value)) return [];
    const keyPlace = placeOf(this.#source, attribute.name);
    const origin = {
      spelling: 'block',
      source: this.#source,
      vocabulary: this.#vocabulary,
      body,
      level,
      item: attribute,
    } as const;
    const node = this.#withVariables(readHcl(value, this.#vocabulary), argument);
    return [{ key: argument.key, keyPlace, value: argument.single === true ? asSingle(node) : node, origin }];
  }

  #value({ name, value: expression }: Attribute, { type }: ValueArgument, { bindings, path }: ExpandedBlock): Value {
    const { value } = this.#branches.decide(`${path}/${name.text}`, () =>
      this.#evaluator.evaluate({ source: this.#source, expression }, bindings),
    );
    const converted = convert(value, TYPES[type]);
    // The list itself is still written out.
    return converted.kind === 'list' && value.kind === 'list'
      ? { ...converted, derived: value.derived === true }
      : converted;
  }

  #nested(
    { key, name, level: inner }: NestedArgument,
    level: string,
    expanded: ExpandedBlock,
    header: Place,
  ): PolicyMember[] {
    const { blocks, open } = this.#expander.expand(expanded, name);
    const [first] = blocks;
    if (first === undefined) return open ? [computed(key, madeByDynamic(header), header)] : [];
    const value = this.object(inner, first);
    const { body } = expanded.block;
    const origin = {
      spelling: 'block',
      source: this.#source,
      vocabulary: this.#vocabulary,
      body,
      level,
      item: first.block,
    } as const;
    return [{ key, keyPlace: value.opening, value, origin }];
  }

  #list(argument: NestedArgument, expanded: ExpandedBlock, header: Place): PolicyMember {
    const { blocks, open } = this.#expander.expand(expanded, argument.name);
    const origin = {
      spelling: 'blocks',
      source: this.#source,
      parent: expanded.block,
      vocabulary: this.#vocabulary,
      argument,
      blocks: blocks.map(({ block, isDynamic }) => (isDynamic ? null : block)),
    } as const;
    const items = blocks.map((item) => this.object(argument.level, item));
    const list: PolicyList = { kind: 'list', items, open, place: header, opening: header, origin };
    return computed(argument.key, list, header);
  }

  /** The object that the blocks of one name form. */
  #map(argument: MapArgument, expanded: ExpandedBlock, header: Place): PolicyMember[] {
    const { blocks, open } = this.#expander.expand(expanded, argument.name);
    if (blocks.length === 0) return open ? [computed(argument.key, madeByDynamic(header), header)] : [];
    const entries = blocks.map((block) => this.#entry(argument, block));
    const value = mapOf(argument, entries, open, { vocabulary: this.#vocabulary, place: header });
    return [computed(argument.key, value, header)];
  }

  #entry(argument: MapArgument, expanded: ExpandedBlock): MapEntry {
    const { keys, value, single, isSet } = argument;
    const read = (name: string, type: ValueArgument['type']): PolicyNode | null => {
      const found = attributesOf(expanded.block.body).find((attribute) => attribute.name.text === name);
      return found === undefined
        ? null
        : readHcl(this.#value(found, { key: name, name, type }, expanded), this.#vocabulary);
    };
    const path = keys.map((name) => keyOf(read(name, 'string')));
    const written = read(value, 'string-list');
    const given = written && this.#withVariables(written, argument);
    const list = given && isSet === true ? asSet(given) : given;
    const node = list !== null && single === true ? asSingle(list) : list;
    return {
      path: path.every((key) => key !== null) ? path : null,
      value: node,
      place: headerOf({ source: this.#source, block: expanded.block }),
    };
  }

  /** A value with its policy variables as the data source writes them. */
  #withVariables(node: PolicyNode, { takesVariables }: ValueArgument | MapArgument): PolicyNode {
    const variables = this.#vocabulary.blocks?.variables;
    return variables === undefined || takesVariables !== true ? node : withVariables(node, variables);
  }

  /** What the data source adds by itself. */
  #omitted(value: JsonValue, place: Place): PolicyNode {
    return computedNode(value, this.#vocabulary, place);
  }
}

const TYPES: Readonly<Record<ValueArgument['type'], Type>> = {
  number: NUMBER,
  string: STRING,
  boolean: BOOL,
  'string-list': collectionOf('list', STRING),
};

function isEmptyList(value: Value): boolean {
  return value.kind === 'list' && value.items.length === 0 && !value.open;
}
