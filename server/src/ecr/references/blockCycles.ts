import type { BlockDeclaration, LocalDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { DeclarationResults } from '../../module/tracking/declarationResults.ts';
import type { PieceInFile, Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import { isOfEcr } from '../blocks/isOfEcr.ts';
import { namedBlock } from './namedBlock.ts';
import type { Reference } from './referencesIn.ts';
import { loopName, referencesIn, referencesInExpression } from './referencesIn.ts';

/** A block or a local that refers to another. */
interface Edge {
  /** The address of a block, or `local.NAME`. */
  readonly to: string;
  readonly place: Place;
}

/** A path from a block back to itself: each reference with the block or local that contains it. */
export type BlockCycle = readonly { readonly from: string; readonly edge: Edge }[];

/** What a text refers to stays valid as long as its piece. */
const edgesOfDeclared = new WeakMap<BlockDeclaration | LocalDeclaration, readonly Edge[]>();

/** Whether each block leads back to itself: an edit changes that for few of them. */
const circular = new DeclarationResults<boolean>();

const NO_CYCLES: ReadonlyMap<BlockDeclaration, BlockCycle> = new Map();

/**
 * The cycles whose last block in text order is an ECR block, by that block; a block that refers to itself is a cycle.
 * Call it through `Module.remember`.
 */
export function blockCycles(module: Module): ReadonlyMap<BlockDeclaration, BlockCycle> {
  const all = module.blocksWhich(isOfEcr);
  if (!all.some((block) => circular.resultOf(module, block, () => isCircular(block, module)))) return NO_CYCLES;
  const graph = new Graph(module);
  const cycles = new Map<BlockDeclaration, BlockCycle>();
  const told = new Set<string>();
  for (const block of all.filter(({ isBroken }) => !isBroken).toReversed()) {
    if (told.has(block.address)) continue;
    const cycle = graph.wayBack(block.address);
    if (cycle === null) continue;
    for (const { from } of cycle) told.add(from);
    cycles.set(block, cycle);
  }
  return cycles;
}

function isCircular({ address, isBroken }: BlockDeclaration, module: Module): boolean {
  return !isBroken && new Graph(module).wayBack(address) !== null;
}

class Graph {
  readonly #module: Module;
  readonly #edges = new Map<string, readonly Edge[]>();

  constructor(module: Module) {
    this.#module = module;
  }

  /** The shortest path from an address back to it; null when there is none. */
  wayBack(start: string): BlockCycle | null {
    const before = new Map<string, { readonly from: string; readonly edge: Edge }>();
    let pending = [start];
    while (pending.length > 0) {
      const next: string[] = [];
      for (const from of pending) {
        for (const edge of this.#edgesFrom(from)) {
          if (before.has(edge.to)) continue;
          before.set(edge.to, { from, edge });
          next.push(edge.to);
        }
        if (before.has(start)) return wayTo(start, before);
      }
      pending = next;
    }
    return null;
  }

  #edgesFrom(address: string): readonly Edge[] {
    const known = this.#edges.get(address);
    if (known !== undefined) return known;
    const edges = this.#readEdges(address);
    this.#edges.set(address, edges);
    return edges;
  }

  #readEdges(address: string): readonly Edge[] {
    if (address.startsWith('local.')) {
      const local = this.#module.localDeclaration(address.slice('local.'.length));
      return local === null ? [] : knownEdges(local, () => edgesOfLocal(local));
    }
    const [block, ...others] = this.#module.blocks(address);
    if (block === undefined || others.length > 0) return [];
    return knownEdges(block, () => edgesOf(block));
  }
}

function knownEdges(declared: BlockDeclaration | LocalDeclaration, read: () => readonly Edge[]): readonly Edge[] {
  const known = edgesOfDeclared.get(declared) ?? read();
  edgesOfDeclared.set(declared, known);
  return known;
}

function edgesOfLocal({ attribute, source }: LocalDeclaration): readonly Edge[] {
  return edgesIn(referencesInExpression(attribute.value), source);
}

function wayTo(
  start: string,
  before: ReadonlyMap<string, { readonly from: string; readonly edge: Edge }>,
): BlockCycle | null {
  const way: { readonly from: string; readonly edge: Edge }[] = [];
  for (let step = before.get(start); step !== undefined; step = before.get(step.from)) {
    way.push(step);
    if (step.from === start) return way.reverse();
  }
  return null;
}

/** The dependencies of a resource or data source, including `depends_on`. */
function edgesOf({ type, block, source, address }: BlockDeclaration): readonly Edge[] {
  if (type !== 'resource' && type !== 'data') return [];
  const inOrder = attributeOf(block, 'depends_on')?.value;
  const waitsFor = inOrder === undefined ? [] : edgesIn(referencesInExpression(inOrder), source);
  const others = referencesIn(block).filter(({ hasSelf }) => !hasSelf);
  // Terraform lets a block depend on itself.
  return [...edgesIn(others, source), ...waitsFor.filter(({ to }) => to !== address)];
}

function edgesIn(references: readonly Reference[], source: PieceInFile): readonly Edge[] {
  return references.flatMap((reference) => {
    const to = addressOf(reference);
    return to === null ? [] : [{ to, place: placeOf(source, reference.expression) }];
  });
}

function addressOf(reference: Reference): string | null {
  const { root, steps, names } = reference;
  if (loopName(root.name.text, names) !== undefined) return null;
  const [first] = steps;
  if (root.name.text === 'local') return first?.kind === 'attribute' ? `local.${first.name.text}` : null;
  const named = namedBlock(reference);
  return named === null || named.blockType === 'module' ? null : named.address;
}
