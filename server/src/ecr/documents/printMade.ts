import { quoteJson } from '../../evaluate/values/renderValue.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject } from './documentNodes.ts';
import type { BlockArgument, MapArgument, Vocabulary } from './vocabulary.ts';
import { blockArgumentsAt } from './vocabulary.ts';

/** A part of a document that is unknown before Terraform runs. */
export interface UnknownPart {
  readonly place: Place;
  /** Completes the sentence "not known, because …". */
  readonly because: string;
}

/**
 * The JSON that a data source writes for a document, without white space: keys in its order, sets in reverse order,
 * empty parts omitted as the data source omits them. `parts` receives the unknown parts.
 */
export function printMade(root: PolicyNode, vocabulary: Vocabulary, parts: UnknownPart[]): string {
  return new Printer(vocabulary, parts).node(root, vocabulary.root);
}

class Printer {
  readonly #vocabulary: Vocabulary;
  readonly #parts: UnknownPart[];

  constructor(vocabulary: Vocabulary, parts: UnknownPart[]) {
    this.#vocabulary = vocabulary;
    this.#parts = parts;
  }

  /** A node that may be an object of a level of the document. */
  node(node: PolicyNode, level: string): string {
    const known = blockArgumentsAt(this.#vocabulary, level);
    if (node.kind !== 'object' || known.length === 0) return this.#plain(node);
    if (node.open) this.#unknown(node, 'a part of it is not known');
    const members = known.flatMap((argument) => {
      const member = node.members.findLast(({ key }) => key === argument.key);
      const text = member === undefined ? null : this.#member(member, argument);
      return text === null ? [] : [`${quoteJson(argument.key)}:${text}`];
    });
    return `{${members.join(',')}}`;
  }

  /** The value of a member; null when the data source omits the member. */
  #member(member: PolicyMember, argument: BlockArgument): string | null {
    const { value } = member;
    switch (argument.type) {
      case 'block':
        return this.node(value, argument.level);
      case 'block-list':
        if (value.kind !== 'list') return this.node(value, argument.level);
        if (argument.noneIsNull === true && value.items.length === 0 && !value.open) return 'null';
        return this.#list(value, (item) => this.node(item, argument.level));
      case 'block-map':
        return this.#map(member, argument);
      case 'string-list':
        // Objects from another document keep their order.
        return argument.isSet === true && member.origin.spelling === 'block' ? this.#set(value) : this.#plain(value);
      default:
        return argument.omitsEmpty === true && value.kind === 'scalar' && value.value === ''
          ? null
          : this.#plain(value);
    }
  }

  #plain(node: PolicyNode): string {
    switch (node.kind) {
      case 'scalar':
        return typeof node.value === 'string' ? quoteJson(node.value) : String(node.value);
      case 'list':
        return this.#list(node, (item) => this.#plain(item));
      case 'object':
        return this.#object(node, (value) => this.#plain(value));
      case 'unknown':
        this.#parts.push(node);
        return '';
    }
  }

  #list(list: PolicyList, print: (item: PolicyNode) => string): string {
    if (list.open) this.#unknown(list, 'it may hold more');
    return `[${list.items.map(print).join(',')}]`;
  }

  #object({ members }: PolicyObject, print: (value: PolicyNode) => string | null): string {
    const printed = members.flatMap(({ key, value }) => {
      const text = print(value);
      return text === null ? [] : [`${quoteJson(key)}:${text}`];
    });
    return `{${printed.join(',')}}`;
  }

  /** The strings of a set; a single one is written without the list. */
  #set(node: PolicyNode): string {
    if (node.kind !== 'list') return this.#plain(node);
    const texts = [...new Set(this.#texts(node))].sort(backwards);
    const [only, ...others] = texts;
    return only !== undefined && others.length === 0 ? quoteJson(only) : printTexts(texts);
  }

  /** An object with free keys, which the data source sorts. */
  #map({ value }: PolicyMember, argument: MapArgument): string | null {
    const { word, keys } = argument;
    if (word !== undefined && value.kind === 'scalar') return quoteJson(word);
    return this.#level(value, argument, keys.length);
  }

  #level(node: PolicyNode, argument: MapArgument, depth: number): string | null {
    if (depth === 0) return this.#mapValue(node, argument);
    if (node.kind !== 'object') return this.#plain(node);
    if (node.open) this.#unknown(node, 'a part of it is not known');
    const members = [...node.members].sort((one, other) => (one.key < other.key ? -1 : 1));
    const printed = this.#object({ ...node, members }, (value) => this.#level(value, argument, depth - 1));
    return printed === '{}' ? null : printed;
  }

  /** The strings at the ends of the keys; null for a value that the data source does not copy. */
  #mapValue(node: PolicyNode, { isSet }: MapArgument): string | null {
    if (node.kind === 'scalar') {
      if (typeof node.value === 'boolean') return quoteJson(String(node.value));
      return typeof node.value === 'string' ? quoteJson(node.value) : null;
    }
    if (node.kind !== 'list') return this.#plain(node);
    const texts = this.#texts(node.made === undefined ? node : { ...node, items: node.made });
    if (isSet === true && node.made === undefined) return printTexts([...texts].sort(backwards));
    const [only, ...others] = texts;
    return only !== undefined && others.length === 0 ? quoteJson(only) : printTexts(texts);
  }

  #texts(list: PolicyList): readonly string[] {
    if (list.open) this.#unknown(list, 'it may hold more');
    return list.items.flatMap((item) => {
      if (item.kind === 'scalar') return [String(item.value)];
      if (item.kind === 'unknown') this.#parts.push(item);
      return [];
    });
  }

  #unknown({ opening }: PolicyObject | PolicyList, because: string): void {
    this.#parts.push({ place: opening, because });
  }
}

function printTexts(texts: readonly string[]): string {
  return `[${texts.map(quoteJson).join(',')}]`;
}

function backwards(one: string, other: string): number {
  return one === other ? 0 : one < other ? 1 : -1;
}
