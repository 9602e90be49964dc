import { literalText } from '../../../../module/declarations/literals.ts';
import { treeOfPiece } from '../../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../../syntax/tree/place.ts';
import type { Expression, ObjectExpression, ObjectItem, TupleExpression } from '../../../../syntax/tree/tree.ts';
import { dedentedText, hasHeredoc, literalValue } from '../expressionText.ts';
import { RemarkReader } from '../remarks.ts';
import type { Reading, SourceTree } from '../sourceTree.ts';

/** Reads the argument of a `jsonencode` as it is written. */
export function writtenInHcl({ piece }: PieceInFile, expression: Expression): Reading {
  const reader = new HclReader(piece.text, new RemarkReader(piece.text, treeOfPiece(piece).comments, expression));
  const written = reader.read(expression);
  return reader.refusal === null ? { written } : { refusal: reader.refusal };
}

class HclReader {
  refusal: string | null = null;
  readonly #text: string;
  readonly #remarks: RemarkReader;

  constructor(text: string, remarks: RemarkReader) {
    this.#text = text;
    this.#remarks = remarks;
  }

  read(expression: Expression): SourceTree {
    const written = this.#read(expression);
    if (this.#remarks.isIncomplete) this.refusal ??= 'There are comments where they would be lost.';
    return written;
  }

  #read(expression: Expression): SourceTree {
    if (expression.kind === 'ObjectExpression') return this.#object(expression) ?? this.#expression(expression);
    return expression.kind === 'TupleExpression' ? this.#list(expression) : this.#expression(expression);
  }

  #object(expression: ObjectExpression): SourceTree | null {
    const keys = expression.items.map(keyOf);
    const known = keys.filter((key) => key !== null);
    if (known.length < keys.length || expression.close === null) return null;
    if (new Set(known).size < known.length) this.refusal ??= 'A key appears twice in an object.';
    const { remarks, rest } = this.#remarks.around(expression.open, expression.items, expression.close);
    const members = expression.items.flatMap(({ value }, index) => {
      const [key, own] = [known[index], remarks[index]];
      return key === undefined || own === undefined ? [] : [{ key, value: this.#read(value), ...own }];
    });
    return { kind: 'object', members, rest };
  }

  #list(expression: TupleExpression): SourceTree {
    const { remarks, rest } = this.#remarks.around(expression.open, expression.items, expression.close ?? expression);
    const items = expression.items.flatMap((item, index) => {
      const own = remarks[index];
      return own === undefined ? [] : [{ value: this.#read(item), ...own }];
    });
    return { kind: 'list', items, rest };
  }

  #expression(expression: Expression): SourceTree {
    if (hasHeredoc(expression)) this.refusal ??= 'It contains a heredoc, whose lines cannot be re-indented.';
    this.#remarks.takeWithin(expression);
    const text = dedentedText(this.#text, expression);
    return { kind: 'expression', text, json: literalValue(expression), expression };
  }
}

/** The key of an item if it is written out. */
function keyOf({ key, operator }: ObjectItem): string | null {
  if (operator === null) return null;
  return key.kind === 'Variable' ? key.name.text : literalText(key);
}
