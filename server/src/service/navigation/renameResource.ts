import { writeChanges } from '../../ecr/edits/writeChange.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import type { BlockTerm } from '../../syntax/edit/term.ts';
import { resolvePlace } from '../../syntax/tree/place.ts';
import type { FoundOccurrence } from './findReferences.ts';

/** The parts of the address of a resource of ECR; null for anything else. */
export function ecrResourceOf(address: string): { readonly type: string; readonly name: string } | null {
  const [type = '', name, ...rest] = address.split('.');
  if (name === undefined || rest.length > 0 || bodyFact('resource', type) === undefined) return null;
  return { type, name };
}

/** Why a resource cannot get another address; null when it can. */
export function whyNotMoved(module: Module, from: string, to: string): string | null {
  if (module.blocks(to).length > 0) return `The module already has an ${to}.`;
  const removed = endsIn(module, 'removed', 'from').find(({ address }) => address === from || address === to);
  if (removed !== undefined)
    return `A removed block says that ${removed.address} is no longer in the module; delete it first, once that is applied everywhere.`;
  return whyContradicted(module, from, to);
}

/** The moved block that a second one would contradict, in words; null when there is none. */
function whyContradicted(module: Module, from: string, to: string): string | null {
  const moves = movesOf(module);
  if (moves.some((move) => move.from?.address === to))
    return `A moved block says that ${to} is something else by now; remove it first, once that move is applied everywhere.`;
  // What moves one instance, or makes one of the whole resource, goes together with a move of the whole.
  const isElsewhere = moves.some(
    (move) => move.from?.address === from && move.from.isWhole && move.to?.address !== from,
  );
  if (isElsewhere)
    return `A moved block says that ${from} has another name by now, and a second one would contradict it.`;
  const other = moves.find((move) => move.to?.address === to && move.to.isWhole);
  return other === undefined
    ? null
    : `A moved block says that ${other.from?.address ?? 'another object'} is called ${to} by now; remove it first, once that move is applied everywhere.`;
}

/** One end of a move: the address of a resource, and whether all its instances are meant. */
interface MoveEnd {
  readonly address: string;
  readonly isWhole: boolean;
}

/** The moved blocks of a module; an end is null where it is not a resource. */
function movesOf(module: Module) {
  return module
    .allBlocks()
    .filter(({ type }) => type === 'moved')
    .map((declaration) => ({ from: endAt(declaration, 'from'), to: endAt(declaration, 'to') }));
}

/** What an argument of each block of a type names. */
function endsIn(module: Module, type: string, name: string): readonly MoveEnd[] {
  return module.allBlocks().flatMap((block) => (block.type === type ? (endAt(block, name) ?? []) : []));
}

function endAt({ block }: BlockDeclaration, name: string): MoveEnd | null {
  const value = attributeOf(block, name)?.value;
  const address = value && referencedResource(value);
  return value && address ? { address, isWhole: value.kind !== 'IndexAccess' } : null;
}

/** True where a moved block names the old address: that is history, and stays. */
export function isHistory(module: Module, { uri, start }: FoundOccurrence): boolean {
  const file = module.file(uri)?.syntax;
  return (file?.pieces ?? []).some(({ piece, offset }) =>
    module
      .declarations(piece)
      .blocks.some(
        ({ type, block }) => type === 'moved' && start >= offset + block.start && start < offset + block.end,
      ),
  );
}

/** The edits that say after a resource's block that it had another address; null where none can be written. */
export function movedBlockAfter(module: Module, from: string, to: string) {
  const declaration = module.blocks(from)[0];
  if (declaration === undefined) return null;
  const reference = (name: string, text: string) => ({ name, value: { kind: 'reference' as const, text } });
  const block: BlockTerm = {
    type: 'moved',
    labels: [],
    arguments: [reference('from', from), reference('to', to)],
    blocks: [],
  };
  return writeChanges([{ kind: 'add-block', declaration, block }])?.flatMap(({ place, text }) => {
    const file = module.syntaxOf(place.uri);
    const range = file && resolvePlace(file, place);
    return range === undefined ? [] : [{ uri: place.uri, start: range.start, end: range.end, text }];
  });
}
