import type { Value } from '../../../../evaluate/values/value.ts';
import { append } from '../../../../syntax/arrays.ts';
import { layOut } from '../../../../syntax/edit/layout.ts';
import { quote } from '../../../../syntax/edit/print.ts';
import type { Expression } from '../../../../syntax/tree/tree.ts';
import type { BlockArgument, MapArgument, NestedArgument, ValueArgument, Vocabulary } from '../../vocabulary.ts';
import { blockArgumentsAt, keysAt, keysNeededInBlocks } from '../../vocabulary.ts';
import { indented, withRemarks } from '../hcl/printSource.ts';
import type { SourceMember, SourceObject, SourceTree } from '../sourceTree.ts';
import { hasRemarks } from '../sourceTree.ts';
import { mapEntriesOf } from './mapSource.ts';

/**
 * The data source that makes a document, formatted like `terraform fmt`, or the reason why none makes the same JSON.
 * `evaluate` gives the values of expressions, as far as known.
 */
export function printAsBlocks(
  written: SourceTree,
  name: string,
  vocabulary: Vocabulary,
  evaluate: (expression: Expression) => Value,
): { readonly text: string } | { readonly refusal: string } {
  if (written.kind !== 'object') return { refusal: 'The policy is not written out as an object.' };
  const { blocks, root } = vocabulary;
  if (blocks === null) return { refusal: `No data source makes a ${vocabulary.name}.` };
  const printer = new BlockPrinter(vocabulary, evaluate);
  const body = printer.body(root, written);
  if (printer.refusal !== null) return { refusal: printer.refusal };
  return { text: layOut(`data "${blocks.type}" "${name}" {\n${indented(body)}\n}`) };
}

/** The keys and countTypes of a policy that later releases of the data source introduced. */
export function wordsOf(written: SourceTree): readonly string[] {
  if (written.kind === 'expression') return typeof written.json === 'string' ? [written.json] : [];
  if (written.kind === 'list') return written.items.flatMap(({ value }) => wordsOf(value));
  return written.members.flatMap(({ key, value }) => [key, ...wordsOf(value)]);
}

class BlockPrinter {
  refusal: string | null = null;
  readonly #evaluate: (expression: Expression) => Value;

  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary, evaluate: (expression: Expression) => Value) {
    this.#vocabulary = vocabulary;
    this.#evaluate = evaluate;
  }

  /** The lines between the braces: arguments, then blocks, each in text order. */
  body(level: string, { members, rest }: SourceObject): string[] {
    const missing = keysNeededInBlocks(this.#vocabulary, level).find(
      (key) => !members.some((member) => member.key === key),
    );
    if (missing !== undefined) this.refusal ??= this.#without(level, missing);
    const lines: string[] = [];
    const blocks: string[][] = [];
    for (const member of members) {
      const argument = blockArgumentsAt(this.#vocabulary, level).find(({ key }) => key === member.key);
      if (argument === undefined) this.refusal ??= `The data source has no argument for ${member.key}.`;
      else if (isNested(argument)) append(blocks, this.#blocks(argument, member));
      else if (argument.type === 'block-map') append(blocks, this.#mapped(argument, member));
      else append(lines, withRemarks(member, `${argument.name} = ${this.#value(argument, member.value)}`));
    }
    const separated = blocks.flatMap((block, index) => (lines.length > 0 || index > 0 ? ['', ...block] : block));
    return [...lines, ...separated, ...rest];
  }

  #without(level: string, key: string): string {
    const omitted = blockArgumentsAt(this.#vocabulary, level).find((argument) => argument.key === key)?.omitted;
    return typeof omitted === 'string'
      ? `${key} is missing, and the data source sets it to ${omitted}.`
      : `${key} is missing, without which the data source does not work.`;
  }

  /** True for a list whose only item may be written without the list. */
  #mayStandAlone(key: string): boolean {
    const { root } = this.#vocabulary;
    return keysAt(this.#vocabulary, root).some((known) => known.key === key && known.single === true);
  }

  #blocks({ key, name, type, level }: NestedArgument, member: SourceMember): string[][] {
    const { value } = member;
    if (type === 'block') return [withRemarks(member, this.#block(name, level, value))];
    const isAlone = value.kind === 'object' && this.#mayStandAlone(key);
    if (isAlone) return [withRemarks(member, this.#block(name, level, value))];
    if (value.kind !== 'list') {
      this.refusal ??= `The ${key} are computed, so they cannot become blocks.`;
      return [];
    }
    if (value.items.length === 0) this.refusal ??= `There is no ${level}.`;
    const { items, rest } = value;
    // Comments about the whole list belong to its first block, and those after it to its last.
    const behind = member.behind === null ? rest : [...rest, member.behind];
    return items.map((item, index) => [
      ...(index === 0 ? member.above : []),
      ...withRemarks(item, this.#block(name, level, item.value)),
      ...(index === items.length - 1 ? behind : []),
    ]);
  }

  /** The blocks that together form one object: one for each value inside it, at any depth. */
  #mapped(argument: MapArgument, member: SourceMember): string[][] {
    const { entries, refusal } = mapEntriesOf(argument, member);
    if (refusal !== null) this.refusal ??= refusal;
    const { keys, value: name, single } = argument;
    const values = { key: member.key, name, type: 'string-list', single: single === true } as const;
    return entries.map(({ path, value, ...remarks }) => {
      const given = keys.map((key, index) => `${key} = ${quote(path[index] ?? '')}`);
      const body = [...given, `${name} = ${this.#value(values, value)}`];
      return withRemarks(remarks, `${argument.name} {\n${indented(body)}\n}`);
    });
  }

  #block(name: string, level: string, value: SourceTree): string {
    if (value.kind !== 'object') {
      this.refusal ??= `A ${level} is computed, so it cannot become a block.`;
      return '';
    }
    return `${name} {\n${indented(this.body(level, value))}\n}`;
  }

  #value({ key, type, single }: ValueArgument, written: SourceTree): string {
    if (hasRemarks(written)) this.refusal ??= `There are comments inside the value of ${key}.`;
    if (written.kind === 'object') {
      this.refusal ??= `The value of ${key} is an object.`;
      return '';
    }
    if (written.kind === 'list') {
      if (type !== 'string-list') this.refusal ??= `The value of ${key} is a list.`;
      if (written.items.length === 0) this.refusal ??= `${key} is an empty list, which the data source leaves out.`;
      const items = written.items.map(({ value }) => this.#scalar(key, 'string', value));
      return `[${items.join(', ')}]`;
    }
    const isBare = type === 'string-list' && single === true && typeof written.json === 'string';
    return isBare ? `[${this.#scalar(key, 'string', written)}]` : this.#scalar(key, type, written);
  }

  /** A value that the data source passes on unchanged; not one that it would convert or omit. */
  #scalar(key: string, type: ValueArgument['type'], written: SourceTree): string {
    if (written.kind !== 'expression') {
      this.refusal ??= `The value of ${key} is not of the type that it must have.`;
      return '';
    }
    const value = written.expression === null ? null : this.#evaluate(written.expression);
    const kind = written.json === undefined ? kindOf(value) : written.json === null ? 'null' : typeof written.json;
    const wanted = type === 'string-list' ? 'list' : type;
    if (kind === 'null') this.refusal ??= `${key} is null, which the data source leaves out.`;
    else if (kind !== null && kind !== wanted)
      this.refusal ??= `The value of ${key} is not of the type that it must have.`;
    if (value?.kind === 'list' && value.items.length === 0 && !value.open)
      this.refusal ??= `${key} is an empty list, which the data source leaves out.`;
    return written.unconverted ?? written.text;
  }
}

function isNested(argument: BlockArgument): argument is NestedArgument {
  return argument.type === 'block' || argument.type === 'block-list';
}

/** The kind of a known value; null otherwise. */
function kindOf(value: Value | null): string | null {
  switch (value?.kind) {
    case 'string':
    case 'partial-string':
    case 'encoded':
      return 'string';
    case 'unknown':
      return value.type === undefined || value.type.kind === 'dynamic' ? null : nameOfType(value.type.kind);
    case 'alternatives':
    case undefined:
      return null;
    default:
      return value?.kind ?? null;
  }
}

function nameOfType(kind: string): string {
  if (kind === 'bool') return 'boolean';
  return ['list', 'set', 'tuple'].includes(kind) ? 'list' : kind;
}
