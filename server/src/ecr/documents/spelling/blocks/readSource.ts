import type { Value } from '../../../../evaluate/values/value.ts';
import { literalText } from '../../../../module/declarations/literals.ts';
import { append } from '../../../../syntax/arrays.ts';
import { quote } from '../../../../syntax/edit/print.ts';
import { treeOfPiece } from '../../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../../syntax/tree/place.ts';
import type { Attribute, Block, BodyItem, Expression } from '../../../../syntax/tree/tree.ts';
import type { BlockArgument, MapArgument, ValueArgument, Vocabulary } from '../../vocabulary.ts';
import { blockArgumentsAt, isNeverNull } from '../../vocabulary.ts';
import { dedentedText, hasHeredoc, isOfType, literalValue } from '../expressionText.ts';
import { RemarkReader } from '../remarks.ts';
import type {
  Reading,
  Remarks,
  SourceExpression,
  SourceItem,
  SourceMember,
  SourceObject,
  SourceTree,
} from '../sourceTree.ts';
import { constant, constantTree, NO_REMARKS } from '../sourceTree.ts';
import type { SourceMapEntry } from './mapSource.ts';
import { mapOfEntries } from './mapSource.ts';

/**
 * Reads the blocks of the data source as the object whose JSON it makes. `evaluate` gives the values of expressions, as
 * far as known.
 */
export function writtenInBlocks(
  { piece }: PieceInFile,
  block: Block,
  vocabulary: Vocabulary,
  evaluate: (expression: Expression) => Value,
): Reading {
  const remarks = new RemarkReader(piece.text, treeOfPiece(piece).comments, block);
  const reader = new BlockReader(piece.text, remarks, vocabulary, evaluate);
  const written = reader.read(block);
  return reader.refusal === null ? { written } : { refusal: reader.refusal };
}

const HEREDOC_INSIDE = 'It contains a heredoc, whose lines cannot be re-indented.';

class BlockReader {
  refusal: string | null = null;
  readonly #text: string;
  readonly #remarks: RemarkReader;
  readonly #vocabulary: Vocabulary;
  readonly #evaluate: (expression: Expression) => Value;

  constructor(
    text: string,
    remarks: RemarkReader,
    vocabulary: Vocabulary,
    evaluate: (expression: Expression) => Value,
  ) {
    this.#text = text;
    this.#remarks = remarks;
    this.#vocabulary = vocabulary;
    this.#evaluate = evaluate;
  }

  read(block: Block): SourceTree {
    const written = this.#object(this.#vocabulary.root, block);
    if (this.#remarks.isIncomplete) this.#loseRemarks();
    return written;
  }

  #loseRemarks(): void {
    this.refusal ??= 'There are comments where they would be lost.';
  }

  #object(level: string, block: Block): SourceObject {
    const { items, rest } = this.#itemsOf(block);
    const members: SourceMember[] = [];
    const lists = new Map<string, SourceItem[]>();
    const maps = new Map<MapArgument, SourceMapEntry[]>();
    for (const { item, ...remarks } of items) {
      const argument = this.#argumentOf(level, item, remarks);
      if (argument === null) continue;
      if (item.kind === 'Attribute') {
        if (isValue(argument)) append(members, this.#argument(argument, level, item, remarks));
      } else if (argument.type === 'block') {
        members.push({ key: argument.key, value: this.#object(argument.level, item), ...remarks });
      } else if (argument.type === 'block-list') {
        const list = lists.get(argument.key) ?? [];
        if (list.length === 0)
          members.push({ key: argument.key, value: { kind: 'list', items: list, rest: [] }, ...NO_REMARKS });
        list.push({ value: this.#object(argument.level, item), ...remarks });
        lists.set(argument.key, list);
      } else if (argument.type === 'block-map') {
        const entry = this.#mapEntry(argument, item, remarks);
        if (entry !== null) maps.set(argument, [...(maps.get(argument) ?? []), entry]);
      }
    }
    for (const [argument, entries] of maps) members.push(this.#mapMember(argument, entries));
    if (new Set(members.map(({ key }) => key)).size < members.length) this.refusal ??= 'A block appears twice.';
    return withRest([...members, ...this.#madeAlone(level, members)], rest);
  }

  /** What a block contributes to the object that all blocks of its name form; null when that is not written out. */
  #mapEntry({ name, key, keys, value, single }: MapArgument, block: Block, remarks: Remarks): SourceMapEntry | null {
    const { items, rest } = this.#itemsOf(block);
    const attributes = items.flatMap(({ item }) => (item.kind === 'Attribute' ? [item] : []));
    const find = (wanted: string) => attributes.find((attribute) => attribute.name.text === wanted)?.value;
    const path = keys.flatMap((wanted) => {
      const written = find(wanted);
      const text = written === undefined ? null : literalText(written);
      return text === null ? [] : [text];
    });
    const list = find(value);
    if (path.length < keys.length || list === undefined || items.length > keys.length + 1) {
      this.refusal ??= `A block ${name} has keys or values that are not written out.`;
      return null;
    }
    if (rest.length > 0 || items.some(({ above, behind }) => above.length > 0 || behind !== null)) this.#loseRemarks();
    const argument = { key, name: value, type: 'string-list', single: single === true } as const;
    return { path, value: this.#listOf(argument, list), ...remarks };
  }

  #mapMember(argument: MapArgument, entries: readonly SourceMapEntry[]): SourceMember {
    const value = mapOfEntries(argument, entries);
    if (value === null) this.refusal ??= `Two blocks ${argument.name} give the same key.`;
    return { key: argument.key, value: value ?? constant('null', null), ...NO_REMARKS };
  }

  /** A list that the data source passes on, whatever it contains; not one that it would omit. */
  #listOf(argument: ValueArgument, expression: Expression): SourceTree {
    this.#remarks.takeWithin(expression);
    if (hasHeredoc(expression)) this.refusal ??= HEREDOC_INSIDE;
    const value = this.#evaluate(expression);
    const isSure = value.kind === 'list' && !value.open && value.items.length > 0;
    if (!isSure) this.refusal ??= `${argument.key} may be null or empty, which the data source leaves out.`;
    return this.#list(argument, expression, value);
  }

  /** The argument behind an item of a block; null for an item that is not part of the document. */
  #argumentOf(level: string, item: BodyItem, remarks: Remarks): BlockArgument | null {
    const name = item.kind === 'Block' ? item.type.text : item.name.text;
    const { root, blocks } = this.#vocabulary;
    const argument = blockArgumentsAt(this.#vocabulary, level).find((candidate) => candidate.name === name);
    if (argument !== undefined && isValue(argument) === (item.kind === 'Attribute')) return argument;
    if (level === root && item.kind === 'Attribute' && blocks?.ignored.includes(name) === true) {
      if (remarks.above.length > 0 || remarks.behind !== null) this.#loseRemarks();
    } else if (level === root) {
      this.refusal ??= `The data source has ${item.kind === 'Block' ? 'a block ' : ''}${name}.`;
    } else {
      this.refusal ??= name === 'dynamic' ? 'A dynamic block makes a part of it.' : `${name} is not an argument there.`;
    }
    return null;
  }

  /** The data source's own text for arguments and blocks that are left out. */
  #madeAlone(level: string, members: readonly SourceMember[]): SourceMember[] {
    const absent = blockArgumentsAt(this.#vocabulary, level).filter(
      ({ key }) => !members.some((member) => member.key === key),
    );
    return absent.flatMap(({ key, type, omitted }) => {
      const value = omitted ?? (type === 'block-list' ? [] : undefined);
      return value === undefined ? [] : [{ key, value: constantTree(value), ...NO_REMARKS }];
    });
  }

  #itemsOf({ open, body, close }: Block): {
    items: readonly ({ item: BodyItem } & Remarks)[];
    rest: readonly string[];
  } {
    if (open === null || close === null) return { items: [], rest: [] };
    const { remarks, rest } = this.#remarks.around(open, body.items, close);
    return { items: body.items.map((item, index) => ({ item, ...(remarks[index] ?? NO_REMARKS) })), rest };
  }

  /** The member that an argument becomes; none for null and an empty list, which the data source omits. */
  #argument(
    argument: ValueArgument,
    level: string,
    { value: expression }: Attribute,
    remarks: Remarks,
  ): SourceMember[] {
    const { key, type } = argument;
    this.#remarks.takeWithin(expression);
    if (hasHeredoc(expression)) this.refusal ??= HEREDOC_INSIDE;
    const value = this.#evaluate(expression);
    const isLeftOut = value.kind === 'null' || (value.kind === 'list' && value.items.length === 0 && !value.open);
    if (isLeftOut) {
      if (remarks.above.length > 0 || remarks.behind !== null) this.#loseRemarks();
      return [];
    }
    const isSure = value.kind !== 'unknown' && value.kind !== 'alternatives' && !(value.kind === 'list' && value.open);
    if (!isNeverNull(this.#vocabulary, level, argument) && !isSure)
      this.refusal ??= `${key} may be null or empty, which the data source leaves out.`;
    const written =
      type === 'string-list' ? this.#list(argument, expression, value) : this.#scalar(type, expression, value);
    return [{ key, value: written, ...remarks }];
  }

  #list({ key, single }: ValueArgument, expression: Expression, value: Value): SourceTree {
    const isText = value.kind === 'list' && value.items.every((item) => isOfType(item, ['string']));
    if (!isText) this.refusal ??= `The entries of ${key} are not known to be text.`;
    if (single === true && value.kind === 'list' && value.items.length === 1) {
      const [only] = expression.kind === 'TupleExpression' ? expression.items : [];
      if (only !== undefined) return this.#expression(only);
      this.refusal ??= `The only entry of ${key} is not written out.`;
    }
    return this.#expression(expression);
  }

  /** A value converted to the argument's type. */
  #scalar(type: ValueArgument['type'], expression: Expression, value: Value): SourceExpression {
    const wanted = type === 'number' ? 'number' : type === 'boolean' ? 'bool' : 'string';
    const literal = literalValue(expression);
    const isConvertible = wanted === 'string' || /^\d+$/.test(String(literal));
    if (literal !== undefined && typeof literal !== wanted && isConvertible) return converted(String(literal), type);
    const written = this.#expression(expression);
    if (isOfType(value, [wanted])) return written;
    return { ...written, text: `to${wanted}(${written.text})`, json: undefined, expression: null };
  }

  #expression(expression: Expression): SourceExpression {
    const text = dedentedText(this.#text, expression);
    return { kind: 'expression', text, json: literalValue(expression), expression };
  }
}

/** A literal of a type other than the argument's. */
function converted(text: string, type: ValueArgument['type']): SourceExpression {
  return type === 'number' ? constant(text, Number(text)) : constant(quote(text), text);
}

function isValue(argument: BlockArgument): argument is ValueArgument {
  return !['block', 'block-list', 'block-map'].includes(argument.type);
}

/** Comments after the last block of a list are comments of the list. */
function withRest(members: readonly SourceMember[], rest: readonly string[]): SourceObject {
  const last = members.at(-1);
  if (rest.length === 0 || last?.value.kind !== 'list') return { kind: 'object', members, rest };
  return { kind: 'object', members: [...members.slice(0, -1), { ...last, value: { ...last.value, rest } }], rest: [] };
}
