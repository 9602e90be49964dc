import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import type { Workspace } from '../../module/workspace.ts';
import { isIdentifier } from '../../syntax/tokens/characters.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { FileEdits } from '../fixes/fixEdits.ts';
import type { FoundOccurrence } from './findReferences.ts';
import { occurrencesOf } from './findReferences.ts';
import type { FoundName } from './namedThing.ts';
import { nameAt } from './namedThing.ts';
import { ecrResourceOf, isHistory, movedBlockAfter, whyNotMoved } from './renameResource.ts';

/** What can be renamed at a cursor, or why nothing can. Offsets of the file, half-open, UTF-16. */
export type Renamable =
  | { readonly kind: 'name'; readonly range: Range; readonly name: string }
  | { readonly kind: 'refusal'; readonly reason: string };

/** The edits of a rename, or the reason why there are none. */
export type Renaming =
  | { readonly kind: 'edits'; readonly edits: FileEdits }
  | { readonly kind: 'refusal'; readonly reason: string };

/** The local or resource of ECR at a file offset (UTF-16); null where nothing is named that is declared. */
export function renamableAt(module: Module, uri: string, offset: number): Renamable | null {
  const found = nameAt(module, uri, offset);
  if (found === null) return null;
  const name = localName(found) ?? ecrResourceOf(found.thing.address)?.name ?? null;
  if (name === null)
    return refusal(`Only locals and resources of ECR are renamed here: ${whyNot(found.thing.address)}`);
  const { whole, name: range } = found;
  // The cursor may be on `local.` or on what is read from the local.
  return offset < whole.start || offset > range.end ? null : { kind: 'name', range, name };
}

/** Gives a local or a resource of ECR another name wherever its module uses it. */
export function rename(workspace: Workspace, uri: string, offset: number, newName: string): Renaming {
  const module = workspace.moduleOf(uri);
  const found = module === undefined ? null : nameAt(module, uri, offset);
  const isRenamed = found !== null && (localName(found) ?? ecrResourceOf(found.thing.address)) !== null;
  if (module === undefined || found === null || !isRenamed) {
    return refusal('Put the cursor on the name of a local or of a resource of ECR.');
  }
  if (!isIdentifier(newName)) {
    return refusal(
      `"${newName}" is not a valid name: a name has letters, digits, underscores and hyphens, and begins with a letter or an underscore.`,
    );
  }
  return localName(found) === null
    ? renameResource(workspace, module, found.thing.address, newName)
    : renameLocal(workspace, module, found, newName);
}

function renameLocal(workspace: Workspace, module: Module, { thing }: FoundName, newName: string): Renaming {
  const { address } = thing;
  if (address !== `local.${newName}` && module.hasLocal(newName)) {
    return refusal(`The module already has a local.${newName}.`);
  }
  const occurrences = occurrencesOf(workspace, thing);
  return refusalOfJson(address, occurrences) ?? { kind: 'edits', edits: renamed(occurrences, newName) };
}

/** Renames a resource, and has Terraform keep what it created by a moved block. */
function renameResource(workspace: Workspace, module: Module, address: string, newName: string): Renaming {
  const type = ecrResourceOf(address)?.type ?? '';
  const target = `${type}.${newName}`;
  if (target === address) return { kind: 'edits', edits: new Map() };
  const obstacle = whyNotMoved(module, address, target);
  if (obstacle !== null) return refusal(obstacle);
  const occurrences = occurrencesOf(workspace, { module, address });
  const inJson = refusalOfJson(address, occurrences);
  if (inJson !== null) return inJson;
  const edits = renamed(
    occurrences.filter((occurrence) => !isHistory(module, occurrence)),
    newName,
  );
  const moved = movedBlockAfter(module, address, target);
  if (!moved || moved.length === 0)
    return refusal(`A moved block cannot be written after ${address}; rename it by hand.`);
  for (const { uri, ...edit } of moved) edits.set(uri, [...(edits.get(uri) ?? []), edit]);
  return { kind: 'edits', edits };
}

function refusalOfJson(address: string, occurrences: readonly FoundOccurrence[]): Renaming | null {
  const isWritten = ({ isPlain, uri }: FoundOccurrence) => isPlain && !isJsonConfiguration(uri);
  return occurrences.every(isWritten)
    ? null
    : refusal(`${address} is used in a JSON file of the module, which is not rewritten; rename it by hand.`);
}

function renamed(occurrences: readonly FoundOccurrence[], text: string) {
  const edits = new Map<string, { start: number; end: number; text: string }[]>();
  for (const { uri, start, end } of occurrences) edits.set(uri, [...(edits.get(uri) ?? []), { start, end, text }]);
  return edits;
}

function localName({ thing }: FoundName): string | null {
  return thing.address.startsWith('local.') ? thing.address.slice('local.'.length) : null;
}

function whyNot(address: string): string {
  if (address.startsWith('variable.')) return 'whoever calls the module sets its variables by name.';
  if (address.startsWith('output.')) return 'whoever calls the module reads its outputs by name.';
  return 'Terraform would destroy and create what gets another address, unless a moved block says so.';
}

function refusal(reason: string): { readonly kind: 'refusal'; readonly reason: string } {
  return { kind: 'refusal', reason };
}
