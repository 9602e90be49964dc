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
  if (module.blocks(to).length > 0) return `The module has an ${to} already.`;
  const moves = movesOf(module);
  if (moves.some((move) => move.from === to))
    return `A moved block says that ${to} is something else by now; remove it first, once that move is applied everywhere.`;
  if (moves.some((move) => move.from === from))
    return `A moved block says that ${from} is called otherwise by now, and a second one would contradict it.`;
  return null;
}

/** The moved blocks of a module: addresses of whole resources, null where one is something else. */
function movesOf(module: Module) {
  return module
    .allBlocks()
    .filter(({ type }) => type === 'moved')
    .map((declaration) => ({ from: addressAt(declaration, 'from'), to: addressAt(declaration, 'to') }));
}

function addressAt({ block }: BlockDeclaration, name: string): string | null {
  const value = attributeOf(block, name)?.value;
  return value === undefined ? null : (referencedResource(value) ?? null);
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
