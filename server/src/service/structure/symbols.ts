import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { AttachedFile } from '../../module/sources/snapshotFile.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import { rulesOfBlock, rulesOfFile } from './ruleSymbols.ts';

/** Something that a text declares. Half-open offsets, UTF-16, of the text that the answer is about. */
export interface DeclaredSymbol {
  readonly name: string;
  readonly kind: 'resource' | 'data' | 'variable' | 'local' | 'output' | 'module' | 'other' | 'rule';
  readonly range: Range;
  /** Its name in the text, inside the range. */
  readonly selection: Range;
  readonly children: readonly DeclaredSymbol[];
}

/** The rules of a policy in a separate file. */
export function policySymbols(file: AttachedFile): readonly DeclaredSymbol[] {
  return rulesOfFile(file).map(ruleSymbol);
}

/** The same symbol after its text has moved. */
export function shiftedBy(offset: number, { range, selection, children, ...symbol }: DeclaredSymbol): DeclaredSymbol {
  const shift = ({ start, end }: Range): Range => ({ start: offset + start, end: offset + end });
  return {
    ...symbol,
    range: shift(range),
    selection: shift(selection),
    children: children.map((child) => shiftedBy(offset, child)),
  };
}

const KINDS: readonly string[] = [
  'resource',
  'data',
  'variable',
  'output',
  'module',
] satisfies DeclaredSymbol['kind'][];

/** The declarations of a block: itself, with its locals or the rules that it spells. Offsets of its piece. */
export function symbolOf(declaration: BlockDeclaration, scope: RecordingScope): DeclaredSymbol {
  const { block, type } = declaration;
  const kind = KINDS.includes(type) ? (type as DeclaredSymbol['kind']) : 'other';
  return {
    name: nameOf(declaration),
    kind,
    range: block,
    selection: block.labels.at(-1) ?? block.type,
    children: type === 'locals' ? localsOf(declaration) : rulesOfBlock(declaration, scope).map(ruleSymbol),
  };
}

/** Its address; an import is shown by its target, a resource with empty labels by its type. */
function nameOf({ type, address, block, source }: BlockDeclaration): string {
  const to = type === 'import' ? attributeOf(block, 'to')?.value : undefined;
  const name = to === undefined ? address : `${address} ${source.piece.text.slice(to.start, to.end)}`;
  return /[^.\s]/.test(name) ? name.trim() : type;
}

function localsOf({ block }: BlockDeclaration): readonly DeclaredSymbol[] {
  return block.body.items.flatMap((item): DeclaredSymbol[] =>
    // Editors reject all symbols when one has no name.
    item.kind === 'Attribute' && item.name.text.trim() !== ''
      ? [{ name: item.name.text, kind: 'local', range: item, selection: item.name, children: [] }]
      : [],
  );
}

function ruleSymbol({ name, start, end }: Range & { readonly name: string }): DeclaredSymbol {
  const range = { start, end };
  return { name, kind: 'rule', range, selection: range, children: [] };
}
