import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectories } from '../../module/moduleCalls.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Owned } from './owned.ts';
import { ownedBy } from './owned.ts';
import type { OwnedInCall } from './ownedInCall.ts';
import { ownedInCall, owningBlocks } from './ownedInCall.ts';

/** Two blocks that set one thing, at least one of them in a called module. */
export interface CallClash {
  /** What AWS keeps one of. */
  readonly kind: string;
  /** The block of this module that sets it first: a resource, or the call that leads to it. */
  readonly earlier: BlockDeclaration;
  /** The whole addresses of both. */
  readonly first: string;
  readonly second: string;
  /** Where the second is spelled, when the block itself spells it. */
  readonly place: Place | null;
}

type Clashes = ReadonlyMap<BlockDeclaration, readonly CallClash[]>;

/** The clashes of a module with the versions of the modules that they were found in. */
interface Kept {
  /** The version of the workspace for which the others were compared. */
  workspace: number;
  readonly versions: readonly (readonly [Module, number])[];
  readonly clashes: Clashes;
}

const kept = new WeakMap<Module, Kept>();

/** More calls than this are not followed from one module. */
const CALL_LIMIT = 200;

/** Modules that are looked at for a change. */
const MODULE_LIMIT = 200;

/** What is set twice by a block, or through a call, and through a call before it. */
export function callClashesOf(declaration: BlockDeclaration, scope: RecordingScope): readonly CallClash[] {
  return scope.ask((module) => clashesOf(module).get(declaration) ?? NONE);
}

const NONE: readonly CallClash[] = [];
const NO_CLASHES: Clashes = new Map();

function clashesOf(module: Module): Clashes {
  if (!module.remember(hasCalls)) return NO_CLASHES;
  const known = kept.get(module);
  const workspace = module.environment.version;
  if (known?.workspace === workspace && known.versions[0]?.[1] === module.version) return known.clashes;
  const versions = versionsBelow(module);
  const isSame = known?.versions.length === versions.length;
  if (isSame && versions.every(([one, version], index) => isAt(known.versions[index], one, version))) {
    known.workspace = workspace;
    return known.clashes;
  }
  const clashes = findClashes(module);
  kept.set(module, { workspace: module.environment.version, versions, clashes });
  return clashes;
}

function isAt(known: Kept['versions'][number] | undefined, module: Module, version: number): boolean {
  return known?.[0] === module && known[1] === version;
}

function hasCalls(module: Module): boolean {
  return module.allBlocks().some(({ type }) => type === 'module');
}

/** The module and those that it calls, with their versions. */
function versionsBelow(module: Module): (readonly [Module, number])[] {
  const found = new Set([module]);
  for (const one of found) {
    for (const directory of one.remember(calledDirectories)) {
      const called = module.environment.moduleAt(directory);
      if (called !== undefined && found.size < MODULE_LIMIT) found.add(called);
    }
  }
  return [...found].map((one) => [one, one.version]);
}

interface First {
  readonly declaration: BlockDeclaration;
  readonly owned: Owned & Partial<OwnedInCall>;
}

function findClashes(module: Module): Clashes {
  const scope = new RecordingScope(module);
  const budget = { left: CALL_LIMIT };
  const firsts = new Map<string, First>();
  const clashes = new Map<BlockDeclaration, CallClash[]>();
  for (const declaration of module.remember(owningBlocks)) {
    const isCall = declaration.type === 'module';
    const all: readonly First['owned'][] = isCall
      ? ownedInCall(declaration, scope, budget)
      : ownedBy(declaration, scope);
    for (const owned of all) {
      const first = firsts.get(owned.identity);
      if (first === undefined) firsts.set(owned.identity, { declaration, owned });
      else if (isOfCalls(first, { declaration, owned })) {
        const found = clashes.get(declaration) ?? [];
        found.push(clashOfTwo(first, { declaration, owned }));
        clashes.set(declaration, found);
      }
    }
  }
  return clashes;
}

/** Two blocks of one called module are told there; two resources of this module by themselves. */
function isOfCalls(first: First, second: First): boolean {
  if (first.declaration.type !== 'module' && second.declaration.type !== 'module') return false;
  return first.declaration !== second.declaration || first.owned.callInstance !== second.owned.callInstance;
}

function clashOfTwo(first: First, { declaration, owned }: First): CallClash {
  const { place } = owned;
  const isOwn = place !== null && place.piece === declaration.source.piece;
  return {
    kind: owned.kind,
    earlier: first.declaration,
    first: `${first.declaration.address}${first.owned.instance}`,
    second: `${declaration.address}${owned.instance}`,
    place: isOwn ? place : null,
  };
}
