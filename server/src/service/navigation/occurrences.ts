import { isVariableFile } from '../../module/sources/variableFiles.ts';
import { RESOURCE_ROOT } from '../../syntax/referenceRoots.ts';
import type { Piece } from '../../syntax/tree/file.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { Attribute, Block, Expression, Label, Name, Node, Range } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';

/** A place where something of a module is named. Offsets are those of the piece, half-open, UTF-16. */
export interface Occurrence extends Range {
  /** `local.x`, `variable.x`, `module.x`, `output.x`, `data.type.name` or `type.name`. */
  readonly address: string;
  /** `value`: an input of a call or a variable file sets it. */
  readonly role: 'declaration' | 'value' | 'reference';
  /** The address of the call whose module declares it; null for the module of the text. */
  readonly call: string | null;
  /** The range in which a cursor means it; contains the name. */
  readonly whole: Range;
  /** True when the range contains the name literally, so that another can replace it. */
  readonly isPlain: boolean;
}

const known = new WeakMap<Piece, readonly Occurrence[]>();

/** The occurrences in a piece of a file, in no order. Kept as long as the piece. */
export function occurrencesIn(uri: string, piece: Piece): readonly Occurrence[] {
  const found =
    known.get(piece) ?? new OccurrenceReader(piece).read(/\.tfvars(\.json)?$/.test(uri) || isVariableFile(uri));
  known.set(piece, found);
  return found;
}

interface Step {
  readonly text: string;
  readonly range: Range;
}

/** The arguments of a call that are not inputs of its module. */
const CALL_ARGUMENTS = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on']);

class OccurrenceReader {
  readonly #piece: Piece;
  readonly #found: Occurrence[] = [];

  constructor(piece: Piece) {
    this.#piece = piece;
  }

  read(givesVariables: boolean): readonly Occurrence[] {
    const { body } = treeOfPiece(this.#piece);
    for (const item of body.items) {
      if (item.kind === 'Block') this.#declaration(item);
      else if (givesVariables) this.#name(`variable.${item.name.text}`, item.name, 'value');
    }
    const waiting: Node[] = [body];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const chain = isAccess(node) ? this.#chain(node) : null;
      for (const child of chain ?? childrenOf(node)) waiting.push(child);
    }
    return this.#found;
  }

  #declaration(block: Block): void {
    const [first, second] = block.labels;
    switch (block.type.text) {
      case 'resource':
      case 'data': {
        if (!first?.text || !second?.text) return;
        const prefix = block.type.text === 'data' ? 'data.' : '';
        this.#label(`${prefix}${first.text}.${second.text}`, second, { start: block.start, end: second.end });
        return;
      }
      case 'variable':
      case 'output':
      case 'module':
        if (!first?.text) return;
        this.#label(`${block.type.text}.${first.text}`, first, { start: block.start, end: first.end });
        if (block.type.text === 'module') this.#inputs(block, `module.${first.text}`);
        return;
      case 'locals':
        for (const item of block.body.items) {
          if (item.kind === 'Attribute') this.#name(`local.${item.name.text}`, item.name, 'declaration');
        }
    }
  }

  #inputs(block: Block, call: string): void {
    const inputs = block.body.items.filter((item): item is Attribute => item.kind === 'Attribute');
    for (const { name } of inputs) {
      if (!CALL_ARGUMENTS.has(name.text)) this.#name(`variable.${name.text}`, name, 'value', call);
    }
  }

  /**
   * The names at the beginning of a chain of accesses; returns what else to read in it, or null when it is not a chain.
   */
  #chain(access: Expression): readonly Node[] | null {
    const steps: Step[] = [];
    const rest: Node[] = [];
    if (!collect(access, steps, rest)) return null;
    const start = access.start;
    if (steps[0]?.text === RESOURCE_ROOT && steps.length > 2) steps.shift();
    const [root, second, third] = steps;
    if (root === undefined || second === undefined) return rest;
    switch (root.text) {
      case 'local':
      case 'var': {
        const kind = root.text === 'var' ? 'variable' : 'local';
        this.#step(`${kind}.${second.text}`, second, { start, end: access.end });
        break;
      }
      case 'module':
        this.#step(`module.${second.text}`, second, { start, end: second.range.end });
        if (third === undefined) break;
        this.#step(
          `output.${third.text}`,
          third,
          { start: third.range.start, end: access.end },
          `module.${second.text}`,
        );
        break;
      case 'data':
        if (third === undefined) break;
        this.#step(`data.${second.text}.${third.text}`, third, { start, end: access.end });
        break;
      default:
        this.#step(`${root.text}.${second.text}`, second, { start, end: access.end });
    }
    return rest;
  }

  #step(address: string, { text, range }: Step, whole: Range, call: string | null = null): void {
    if (text !== '') this.#add({ ...range, address, role: 'reference', call, whole, isPlain: true });
  }

  #name(address: string, name: Name, role: Occurrence['role'], call: string | null = null): void {
    const { range, isPlain } = this.#within(name, name.text);
    this.#add({ ...range, address, role, call, whole: range, isPlain });
  }

  #label(address: string, label: Label, whole: Range): void {
    const { range, isPlain } = this.#within(label, label.text ?? '');
    this.#add({ ...range, address, role: 'declaration', call: null, whole, isPlain });
  }

  /** A name without its quotes. */
  #within(range: Range, name: string): { readonly range: Range; readonly isPlain: boolean } {
    const written = this.#piece.text.slice(range.start, range.end);
    const { start, end } = range;
    const inner = written === `"${name}"` ? { start: start + 1, end: end - 1 } : { start, end };
    return { range: inner, isPlain: written === name || written === `"${name}"` };
  }

  #add(occurrence: Occurrence): void {
    this.#found.push(occurrence);
  }
}

function isAccess(node: Node): node is Expression {
  return node.kind === 'AttributeAccess' || node.kind === 'IndexAccess' || node.kind === 'Splat';
}

/** The steps of a chain from its root, and the nodes of its keys; false when it does not begin with a name. */
function collect(expression: Expression, steps: Step[], rest: Node[]): boolean {
  switch (expression.kind) {
    case 'Variable':
      steps.push({ text: expression.name.text, range: expression.name });
      return true;
    case 'AttributeAccess': {
      const isChain = collect(expression.object, steps, rest);
      steps.push({ text: expression.name.text, range: expression.name });
      return isChain;
    }
    case 'IndexAccess':
      rest.push(expression.key);
      return collect(expression.object, steps, rest);
    case 'Splat':
      rest.push(expression.each);
      return collect(expression.source, steps, rest);
    default:
      return false;
  }
}
