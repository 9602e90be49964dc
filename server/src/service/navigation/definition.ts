import type { Module } from '../../module/module.ts';
import { isOverrideFile } from '../../module/sources/overrides.ts';
import { isVariableFile } from '../../module/sources/variableFiles.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import { pieceAt, placeOf, resolvePlace } from '../../syntax/tree/place.ts';
import type { Block, Range } from '../../syntax/tree/tree.ts';
import { pathAt } from '../../syntax/tree/walkTree.ts';
import type { NamedThing } from './namedThing.ts';
import { directoryOfCall, nameAt } from './namedThing.ts';
import { occurrencesIn } from './occurrences.ts';

/** The place of a declaration. Offsets of the files, half-open, UTF-16. */
export interface Definition {
  /** The text at the cursor that refers to it. */
  readonly origin: Range;
  readonly uri: string;
  /** The whole declaration. */
  readonly target: Range;
  /** Its name. */
  readonly name: Range;
}

/** The declaration of what the text at a file offset (UTF-16) names, or the folder that a call names. */
export function definitionsAt(module: Module, uri: string, offset: number): readonly Definition[] {
  const found = nameAt(module, uri, offset);
  if (found !== null) return declarationsOf(found.thing).map((there) => ({ origin: found.whole, ...there }));
  const folder = calledFolderAt(module, uri, offset);
  return folder === null ? [] : [folder];
}

function declarationsOf({ module, address }: NamedThing): readonly Omit<Definition, 'origin'>[] {
  return module.files.flatMap(({ uri, syntax }) => {
    // An override file extends a declaration that is elsewhere.
    if (isOverrideFile(uri)) return [];
    return syntax.pieces.flatMap(({ piece, offset }) =>
      occurrencesIn(uri, piece)
        .filter((occurrence) => occurrence.role === 'declaration' && occurrence.address === address)
        .map(({ start, end }) => {
          const item = pathAt(treeOfPiece(piece), start).findLast(
            ({ kind }) => kind === 'Block' || kind === 'Attribute',
          );
          const range = item ?? { start, end };
          return {
            uri,
            target: { start: offset + range.start, end: offset + range.end },
            name: { start: offset + start, end: offset + end },
          };
        }),
    );
  });
}

/** The first file of the folder that the `source` of a call at the cursor names. */
function calledFolderAt(module: Module, uri: string, offset: number): Definition | null {
  const file = module.file(uri);
  if (file === undefined) return null;
  const { piece, offset: base } = pieceAt(file.syntax, offset);
  const path = pathAt(treeOfPiece(piece), offset - base);
  const block = path.find((node): node is Block => node.kind === 'Block');
  const attribute = path.find((node) => node.kind === 'Attribute');
  if (block?.type.text !== 'module' || attribute?.kind !== 'Attribute' || attribute.name.text !== 'source') return null;
  const declaration = module.declarations(piece).blocks.find((candidate) => candidate.block === block);
  const directory = declaration === undefined ? null : directoryOfCall(declaration, module);
  const called = directory === null ? undefined : module.environment.moduleAt(directory);
  const first = called === undefined ? undefined : mainFileOf(called);
  const origin = resolvePlace(file.syntax, placeOf({ uri, piece }, attribute.value));
  if (first === undefined || origin === undefined) return null;
  const start = { start: 0, end: 0 };
  return { origin, uri: first, target: start, name: start };
}

/** The file of a module to start reading: `main.tf`, else the first. */
export function mainFileOf(module: Module): string | undefined {
  const uris = module.uris.filter((uri) => !isVariableFile(uri));
  return uris.find((uri) => /\/main\.(tf|tofu)$/.test(uri)) ?? uris[0];
}
