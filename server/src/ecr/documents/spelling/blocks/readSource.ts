import type { Value } from '../../../../evaluate/values/value.ts';
import type { PolicyLevel } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import type { DocumentArgument } from '../../../../facts/lifecycle/policyDocument.ts';
import { documentArguments } from '../../../../facts/lifecycle/policyDocument.ts';
import { quote } from '../../../../syntax/edit/print.ts';
import type { PieceInFile } from '../../../../syntax/tree/place.ts';
import type { Attribute, Block, BodyItem, Expression } from '../../../../syntax/tree/tree.ts';
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
import { constant, NO_REMARKS } from '../sourceTree.ts';

/** Arguments of the block itself that say nothing about the policy. */
const OTHER_ARGUMENTS = ['provider', 'region'];

/** Arguments that the data source cannot do without, so that they are never null. */
const REQUIRED = ['rulePriority', 'tagStatus', 'countType', 'countNumber', 'type'];

/**
 * Reads the blocks of the data source as the object whose JSON it makes. `evaluate` tells what expressions give, as far
 * as it is known.
 */
export function writtenInBlocks(
  { piece }: PieceInFile,
  block: Block,
  evaluate: (expression: Expression) => Value,
): Reading {
  const reader = new BlockReader(piece.text, new RemarkReader(piece.text, piece.tree.comments, block), evaluate);
  const written = reader.read(block);
  return reader.refusal === null ? { written } : { refusal: reader.refusal };
}

class BlockReader {
  refusal: string | null = null;
  readonly #text: string;
  readonly #remarks: RemarkReader;
  readonly #evaluate: (expression: Expression) => Value;

  constructor(text: string, remarks: RemarkReader, evaluate: (expression: Expression) => Value) {
    this.#text = text;
    this.#remarks = remarks;
    this.#evaluate = evaluate;
  }

  read(block: Block): SourceTree {
    const { items, rest } = this.#itemsOf(block);
    const rules = items.flatMap(({ item, ...remarks }): SourceItem[] => {
      if (item.kind === 'Block') return [{ value: this.#ruleOf(item), ...remarks }];
      if (!OTHER_ARGUMENTS.includes(item.name.text)) this.refusal ??= `The data source has ${item.name.text}.`;
      if (remarks.above.length > 0 || remarks.behind !== null) this.#loseRemarks();
      return [];
    });
    if (this.#remarks.isIncomplete) this.#loseRemarks();
    const list: SourceTree = { kind: 'list', items: rules, rest };
    return { kind: 'object', members: [{ key: 'rules', value: list, ...NO_REMARKS }], rest: [] };
  }

  #loseRemarks(): void {
    this.refusal ??= 'There are comments at places where they would be lost.';
  }

  #ruleOf(block: Block): SourceTree {
    if (block.type.text !== 'rule') this.refusal ??= `The data source has a block ${block.type.text}.`;
    const rule = this.#object('rule', block);
    if (rule.members.some(({ key }) => key === 'action')) return rule;
    // The data source writes this for a rule without an action.
    const type = { key: 'type', value: constant('"expire"', 'expire'), ...NO_REMARKS };
    const action: SourceObject = { kind: 'object', members: [type], rest: [] };
    return { ...rule, members: [...rule.members, { key: 'action', value: action, ...NO_REMARKS }] };
  }

  #object(level: PolicyLevel, block: Block): SourceObject {
    const { items, rest } = this.#itemsOf(block);
    const members = items.flatMap(({ item, ...remarks }): SourceMember[] => {
      const name = item.kind === 'Block' ? item.type.text : item.name.text;
      const argument = documentArguments(level).find((candidate) => candidate.name === name);
      if (argument === undefined || (argument.type === 'block') !== (item.kind === 'Block')) {
        this.refusal ??= name === 'dynamic' ? 'A dynamic block makes a part of it.' : `${name} is no argument there.`;
        return [];
      }
      if (item.kind === 'Block') {
        const inner = argument.key === 'action' ? 'action' : 'selection';
        return [{ key: argument.key, value: this.#object(inner, item), ...remarks }];
      }
      return this.#argument(argument, item, remarks);
    });
    if (new Set(members.map(({ key }) => key)).size < members.length)
      this.refusal ??= 'A block stands twice in a rule.';
    return { kind: 'object', members, rest };
  }

  #itemsOf({ open, body, close }: Block): {
    items: readonly ({ item: BodyItem } & Remarks)[];
    rest: readonly string[];
  } {
    if (open === null || close === null) return { items: [], rest: [] };
    const { remarks, rest } = this.#remarks.around(open, body.items, close);
    return { items: body.items.map((item, index) => ({ item, ...(remarks[index] ?? NO_REMARKS) })), rest };
  }

  /** The member that an argument becomes; none for null and an empty list, which the data source leaves out. */
  #argument({ key, type }: DocumentArgument, { value: expression }: Attribute, remarks: Remarks): SourceMember[] {
    this.#remarks.takeWithin(expression);
    if (hasHeredoc(expression)) this.refusal ??= 'A heredoc stands inside; its lines cannot be indented otherwise.';
    const value = this.#evaluate(expression);
    const isLeftOut = value.kind === 'null' || (value.kind === 'list' && value.items.length === 0 && !value.open);
    if (isLeftOut) {
      if (remarks.above.length > 0 || remarks.behind !== null) this.#loseRemarks();
      return [];
    }
    const isSure = value.kind !== 'unknown' && value.kind !== 'alternatives' && !(value.kind === 'list' && value.open);
    if (!REQUIRED.includes(key) && !isSure)
      this.refusal ??= `${key} may be null or empty, which the data source leaves out.`;
    const written = type === 'string-list' ? this.#list(key, expression, value) : this.#scalar(type, expression, value);
    return [{ key, value: written, ...remarks }];
  }

  #list(key: string, expression: Expression, value: Value): SourceTree {
    const isText = value.kind === 'list' && value.items.every((item) => isOfType(item, ['string']));
    if (!isText) this.refusal ??= `The entries of ${key} are not known to be text.`;
    return this.#expression(expression);
  }

  /** A value that becomes what the argument's type makes of it. */
  #scalar(type: DocumentArgument['type'], expression: Expression, value: Value): SourceExpression {
    const wanted = type === 'number' ? 'number' : 'string';
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

/** A literal of another type than the argument has. */
function converted(text: string, type: DocumentArgument['type']): SourceExpression {
  return type === 'number' ? constant(text, Number(text)) : constant(quote(text), text);
}
