import { calledModule } from '../../module/calls/calledModules.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { pieceAt } from '../../syntax/tree/place.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { Occurrence } from './occurrences.ts';
import { occurrencesIn } from './occurrences.ts';

/** Something that a module declares. */
export interface NamedThing {
  readonly module: Module;
  readonly address: string;
}

/** A named thing, and the range of the file at the cursor that names it. Offsets of the file, half-open, UTF-16. */
export interface FoundName {
  readonly thing: NamedThing;
  readonly occurrence: Occurrence;
  /** The range in which the cursor means it. */
  readonly whole: Range;
  /** The name alone. */
  readonly name: Range;
}

/** What the text at a file offset (UTF-16) names, the smallest first; null when it names nothing that is declared. */
export function nameAt(module: Module, uri: string, offset: number): FoundName | null {
  const file = module.file(uri);
  if (file === undefined) return null;
  const { piece, offset: base } = pieceAt(file.syntax, offset);
  const at = offset - base;
  const around = occurrencesIn(uri, piece)
    .filter(({ whole }) => whole.start <= at && at <= whole.end)
    .sort((one, other) => width(one) - width(other));
  for (const occurrence of around) {
    const owner = ownerOf(module, occurrence);
    if (owner === null || !isDeclared(owner, occurrence.address)) continue;
    const { whole, start, end } = occurrence;
    return {
      thing: { module: owner, address: occurrence.address },
      occurrence,
      whole: { start: base + whole.start, end: base + whole.end },
      name: { start: base + start, end: base + end },
    };
  }
  return null;
}

/** Where the files of a call's module are, its own or those that are installed; null without any. */
export function directoryOfCall(call: BlockDeclaration, module: Module): string | null {
  const called = calledModule(call, module, module.directory);
  return called === null || called.kind === 'known' ? null : called.directory;
}

/** The module that declares what an occurrence in a text of `module` names; null when unknown. */
export function ownerOf(module: Module, { call }: Occurrence): Module | null {
  if (call === null) return module;
  const declaration = module.blocks(call)[0];
  const directory = declaration === undefined ? null : directoryOfCall(declaration, module);
  return directory === null ? null : (module.environment.moduleAt(directory) ?? null);
}

function isDeclared(module: Module, address: string): boolean {
  return address.startsWith('local.')
    ? module.hasLocal(address.slice('local.'.length))
    : module.blocks(address).length > 0;
}

function width({ whole }: Occurrence): number {
  return whole.end - whole.start;
}
