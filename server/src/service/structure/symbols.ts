import { POLICY_DOCUMENT_TYPE } from '../../facts/policyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations.ts';
import { isBlockOf } from '../../module/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/recordingScope.ts';
import type { Workspace } from '../../module/workspace.ts';
import type { Range } from '../../syntax/tree.ts';
import { rulesOfBlock, rulesOfJson } from './ruleSymbols.ts';

/** Something that a file declares. Offsets of the file, half-open, UTF-16. */
export interface DeclaredSymbol {
  readonly name: string;
  readonly kind: 'resource' | 'data' | 'variable' | 'local' | 'output' | 'module' | 'other' | 'rule';
  readonly range: Range;
  /** What stands for it; lies in the range. */
  readonly selection: Range;
  readonly children: readonly DeclaredSymbol[];
}

/** A symbol and the file that declares it. */
export interface WorkspaceSymbol extends Omit<DeclaredSymbol, 'children'> {
  readonly uri: string;
  /** The name of what holds it; empty for a block. */
  readonly container: string;
}

/** What a file of a module declares, in text order; rules below the block that spells them. */
export function documentSymbols(module: Module, uri: string): readonly DeclaredSymbol[] {
  const scope = new RecordingScope(module);
  return (module.file(uri)?.syntax.pieces ?? []).flatMap(({ piece, offset }) =>
    module.declarations(piece).blocks.map((declaration) => symbolOf(declaration, offset, scope)),
  );
}

/** The rules of a policy that is a text of its own. */
export function jsonSymbols(text: string): readonly DeclaredSymbol[] {
  return rulesOfJson(text).map((rule) => ruleSymbol(rule, 0));
}

/** More than these are not answered: the user goes on typing. */
const MOST_SYMBOLS = 200;

/** The blocks of ECR and the rules of the workspace whose name holds the letters of a query in their order. */
export function workspaceSymbols(workspace: Workspace, query: string): readonly WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const module of workspace.modules) {
    for (const { uri, syntax } of module.files) {
      for (const { piece, offset } of syntax.pieces) {
        for (const declaration of module.declarations(piece).blocks.filter(isOfEcr)) {
          const symbol = symbolOf(declaration, offset, new RecordingScope(module));
          for (const one of [symbol, ...symbol.children]) {
            if (!fits(one.name, query)) continue;
            const { children: _, ...rest } = one;
            found.push({ ...rest, uri, container: one === symbol ? '' : symbol.name });
            if (found.length === MOST_SYMBOLS) return found;
          }
        }
      }
      // Trees of files that nobody edits would fill the memory of a large workspace.
      if (!workspace.isOpen(uri)) module.forgetTrees(uri);
    }
  }
  return found;
}

function isOfEcr(declaration: BlockDeclaration): boolean {
  const [label = ''] = declaration.labels;
  return (
    (declaration.type === 'resource' && /^aws_ecr(public)?_/.test(label ?? '')) ||
    isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE)
  );
}

function fits(name: string, query: string): boolean {
  let at = 0;
  const letters = name.toLowerCase();
  for (const letter of query.toLowerCase().replaceAll(/\s/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const KINDS: readonly string[] = [
  'resource',
  'data',
  'variable',
  'output',
  'module',
] satisfies DeclaredSymbol['kind'][];

function symbolOf(declaration: BlockDeclaration, offset: number, scope: RecordingScope): DeclaredSymbol {
  const { block, address, type } = declaration;
  const shifted = ({ start, end }: Range): Range => ({ start: offset + start, end: offset + end });
  const kind = KINDS.includes(type) ? (type as DeclaredSymbol['kind']) : 'other';
  return {
    name: address,
    kind,
    range: shifted(block),
    selection: shifted(block.labels.at(-1) ?? block.type),
    children:
      type === 'locals'
        ? localsOf(declaration, shifted)
        : rulesOfBlock(declaration, scope).map((rule) => ruleSymbol(rule, offset)),
  };
}

function localsOf({ block }: BlockDeclaration, shifted: (range: Range) => Range): readonly DeclaredSymbol[] {
  return block.body.items.flatMap((item): DeclaredSymbol[] =>
    item.kind === 'Attribute'
      ? [{ name: item.name.text, kind: 'local', range: shifted(item), selection: shifted(item.name), children: [] }]
      : [],
  );
}

function ruleSymbol({ name, start, end }: Range & { readonly name: string }, offset: number): DeclaredSymbol {
  const range = { start: offset + start, end: offset + end };
  return { name, kind: 'rule', range, selection: range, children: [] };
}
