import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isCall } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Owned, OwnedKind } from './owned.ts';
import { ownedBy } from './owned.ts';
import type { OwnedInCall } from './ownedInCall.ts';
import { ownedInCall, owningBlocks } from './ownedInCall.ts';

/** Two blocks that set one thing, at least one of them in a called module. */
export interface CallClash {
  readonly kind: OwnedKind;
  /** The block of this module that sets it first: a resource, or the call that leads to it. */
  readonly earlier: BlockDeclaration;
  /** The whole addresses of both. */
  readonly first: string;
  readonly second: string;
  /** Where the second is spelled, when the block itself spells it. */
  readonly place: Place | null;
}

type Clashes = ReadonlyMap<BlockDeclaration, readonly CallClash[]>;

/** The clashes of a module, and the questions behind them. */
interface Kept {
  readonly scope: RecordingScope;
  /** The versions of the workspace and the module at which the answers were compared last. */
  workspace: number;
  own: number;
  readonly clashes: Clashes;
}

const kept = new WeakMap<Module, Kept>();

/** More calls than this are not followed from one module. */
const CALL_LIMIT = 200;

/** The calls that all modules of a workspace follow together, besides those that their own texts earn. */
const CALLS_TOGETHER = 20_000;

/** The text that earns a module one more call. */
const CHARACTERS_PER_CALL = 50;

/** What is set twice by a block, or through a call, and through a call before it. */
export function callClashesOf(declaration: BlockDeclaration, scope: RecordingScope): readonly CallClash[] {
  return scope.ask((module) => clashesOf(module).get(declaration) ?? NONE);
}

const NONE: readonly CallClash[] = [];
const NO_CLASHES: Clashes = new Map();

function clashesOf(module: Module): Clashes {
  if (!module.remember(hasCalls)) return NO_CLASHES;
  const known = kept.get(module);
  const { version, environment } = module;
  if (known !== undefined && (isComparedAt(known, module) || known.scope.isCurrent())) {
    known.workspace = environment.version;
    known.own = version;
    return known.clashes;
  }
  const scope = new RecordingScope(module);
  const clashes = findClashes(scope);
  kept.set(module, { scope, workspace: environment.version, own: version, clashes });
  return clashes;
}

function isComparedAt({ workspace, own }: Kept, { version, environment }: Module): boolean {
  return workspace === environment.version && own === version;
}

function hasCalls(module: Module): boolean {
  return module.blocksWhich(isCall).length > 0;
}

interface First {
  readonly declaration: BlockDeclaration;
  readonly owned: Owned & Partial<OwnedInCall>;
}

function findClashes(scope: RecordingScope): Clashes {
  const budget = { left: scope.ask(callLimitOf) };
  const firsts = new Map<string, First>();
  const clashes = new Map<BlockDeclaration, CallClash[]>();
  for (const declaration of scope.ask((one) => one.remember(owningBlocks))) {
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

function callLimitOf({ environment, length }: Module): number {
  const share = CALLS_TOGETHER / Math.max(1, environment.modules.length);
  return Math.min(CALL_LIMIT, Math.floor(share + length / CHARACTERS_PER_CALL));
}

/** Two blocks of one called module are reported there; two resources of this module by themselves. */
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
