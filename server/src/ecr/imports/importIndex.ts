import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencedResource, referencePath } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import { readAddress, spellAddress } from './importAddress.ts';
import type { ImportBlock } from './importBlock.ts';
import { readImport } from './importBlock.ts';

/** For import blocks that repeat another: the first earlier one, in text order. */
export interface ImportIndex {
  /** With the same target. */
  readonly sameTarget: ReadonlyMap<BlockDeclaration, BlockDeclaration>;
  /** With the same id for another resource of the same type and registry. */
  readonly sameId: ReadonlyMap<BlockDeclaration, BlockDeclaration>;
}

/** Compares the import blocks of a module; call it through `Module.remember`, so that it runs once per version. */
export function importIndex(module: Module): ImportIndex {
  const targets = new Map<string, BlockDeclaration>();
  const ids = new Map<string, BlockDeclaration>();
  const sameTarget = new Map<BlockDeclaration, BlockDeclaration>();
  const sameId = new Map<BlockDeclaration, BlockDeclaration>();
  const scope = new RecordingScope(module);
  for (const declaration of module.blocksWhich(isImport)) {
    const block = readImport(declaration);
    const target = block === null ? null : targetOf(block);
    if (block === null || target === null) continue;
    if (noteFirst(targets, target, declaration, sameTarget)) continue;
    const id = idOf(block, scope);
    if (id !== null) noteFirst(ids, id, declaration, sameId);
  }
  return { sameTarget, sameId };
}

/** Records which block came first for a key; true when this is a later one. */
function noteFirst(
  firsts: Map<string, BlockDeclaration>,
  key: string,
  declaration: BlockDeclaration,
  repeated: Map<BlockDeclaration, BlockDeclaration>,
): boolean {
  const first = firsts.get(key);
  if (first === undefined) firsts.set(key, declaration);
  else repeated.set(declaration, first);
  return first !== undefined;
}

/** The only instance that a block imports into, as an address; null when there may be several or it is computed. */
function targetOf({ declaration, to }: ImportBlock): string | null {
  if (to === null || attributeOf(declaration.block, 'for_each') !== undefined) return null;
  const address = readAddress(to.value);
  return address?.kind === 'address' ? spellAddress(address) : null;
}

/** Arguments that identify a resource's registry. */
const WHERE = ['provider', 'region'];

/** What is imported: type, registry and id; null when any of them is unknown. */
function idOf({ declaration, to, id }: ImportBlock, scope: RecordingScope): string | null {
  const address = to === null ? null : referencedResource(to.value);
  const [type = ''] = to === null ? [] : (referencePath(to.value) ?? []);
  if (id === null || address === null || !type.startsWith('aws_ecr_')) return null;
  const [resource, ...others] = scope.module.blocks(address);
  if (resource === undefined || others.length > 0) return null;
  const value = new Evaluator(scope).evaluate({
    source: declaration.source,
    expression: id.value,
  });
  if (value.kind !== 'string' || value.value === '') return null;
  const where = WHERE.map((name) => {
    const written = attributeOf(resource.block, name)?.value;
    return written === undefined ? '' : textOf(placeOf(resource.source, written)).replace(/\s+/g, '');
  });
  // `region = each.key` gives each instance a registry of its own.
  if (where.some((text) => /\b(?:each|count)\b/.test(text))) return null;
  return JSON.stringify([type, ...where, value.value]);
}

function isImport({ type }: BlockDeclaration): boolean {
  return type === 'import';
}
