import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { DeclarationResults } from '../../module/tracking/declarationResults.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Owned } from './owned.ts';
import { isOwner, ownedBy } from './owned.ts';

/** A block that sets what another block, or another instance of it, already sets. */
export interface Clash {
  /** The first that sets it. */
  readonly earlier: BlockDeclaration;
  /**
   * The instances that set it too, of the earlier block and of this one; the same text for blocks with a single
   * instance.
   */
  readonly instances: readonly (readonly [string, string])[];
  /** True when every instance of the block sets the same. */
  readonly isOfAll: boolean;
}

/** What each block sets, kept while none of the inputs has changed. */
const ownedByBlocks = new DeclarationResults<readonly Owned[]>();

interface First {
  readonly declaration: BlockDeclaration;
  readonly instance: string;
}

/** The clashes of a module, by the later block; call it through `Module.remember`. */
function clashesIn(module: Module): ReadonlyMap<BlockDeclaration, Clash> {
  const firsts = new Map<string, First>();
  const clashes = new Map<BlockDeclaration, Clash>();
  for (const declaration of module.blocksWhich(isOwner)) {
    const owned = ownedByBlocks.resultOf(module, declaration, (scope) => ownedBy(declaration, scope));
    const found: [First, string][] = [];
    for (const { identity, instance } of owned) {
      const first = firsts.get(identity);
      if (first === undefined) firsts.set(identity, { declaration, instance });
      else found.push([first, instance]);
    }
    const [first] = found;
    if (first === undefined) continue;
    const { declaration: earlier } = first[0];
    const ofEarlier = found.filter(([one]) => one.declaration === earlier);
    const isOfAll = earlier === declaration && ofEarlier.length === owned.length - 1;
    const instances = ofEarlier.map(([one, instance]) => [one.instance, instance] as const);
    clashes.set(declaration, { earlier, instances, isOfAll });
  }
  return clashes;
}

/** The earlier block that sets what this one sets; null when there is none. */
export function clashOf(declaration: BlockDeclaration, scope: RecordingScope): Clash | null {
  const clash = (module: Module) => module.remember(clashesIn).get(declaration);
  const earlier = scope.ask((module) => clash(module)?.earlier ?? null);
  const words = scope.ask((module) => JSON.stringify(clash(module)?.instances ?? []));
  const isOfAll = scope.ask((module) => clash(module)?.isOfAll === true);
  return earlier === null ? null : { earlier, instances: JSON.parse(words), isOfAll };
}
