import { isJsonConfiguration } from '../../embedded/terraformJson.ts';
import type { Module } from '../../module/module.ts';
import type { Workspace } from '../../module/workspace.ts';
import { isIdentifier } from '../../syntax/tokens/characters.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { FileEdits } from '../fixes/fixEdits.ts';
import { occurrencesOf } from './findReferences.ts';
import type { FoundName } from './namedThing.ts';
import { nameAt } from './namedThing.ts';

/** What can be renamed at a cursor, or why nothing can. Offsets of the file, half-open, UTF-16. */
export type Renamable =
  | { readonly kind: 'name'; readonly range: Range; readonly name: string }
  | { readonly kind: 'refusal'; readonly reason: string };

/** The edits of a rename, or the reason why there are none. */
export type Renaming =
  | { readonly kind: 'edits'; readonly edits: FileEdits }
  | { readonly kind: 'refusal'; readonly reason: string };

/** The local at a file offset (UTF-16); null where nothing is named that is declared. */
export function renamableAt(module: Module, uri: string, offset: number): Renamable | null {
  const found = nameAt(module, uri, offset);
  if (found === null) return null;
  const name = localName(found);
  if (name === null) return refusal(`Only locals are renamed here: ${whyNot(found.thing.address)}`);
  const { whole, name: range } = found;
  // The cursor may be on `local.` or on what is read from the local.
  return offset < whole.start || offset > range.end ? null : { kind: 'name', range, name };
}

/** Gives a local another name wherever its module uses it. */
export function rename(workspace: Workspace, uri: string, offset: number, newName: string): Renaming {
  const module = workspace.moduleOf(uri);
  const found = module === undefined ? null : nameAt(module, uri, offset);
  const name = found === null ? null : localName(found);
  if (module === undefined || found === null || name === null) return refusal('Put the cursor on the name of a local.');
  if (!isIdentifier(newName)) {
    return refusal(
      `"${newName}" is not a valid name: letters, digits, underscores and hyphens are possible, with a letter or an underscore first.`,
    );
  }
  if (newName !== name && module.hasLocal(newName)) return refusal(`The module has a local.${newName} already.`);
  const json = module.uris.find((other) => isJsonConfiguration(other));
  const occurrences = occurrencesOf(workspace, found.thing);
  if (occurrences.some(({ isPlain, uri: place }) => !isPlain || place === json)) {
    return refusal(`local.${name} is used in a JSON file of the module, which is not rewritten; rename it by hand.`);
  }
  const edits = new Map<string, { start: number; end: number; text: string }[]>();
  for (const { uri: place, start, end } of occurrences) {
    edits.set(place, [...(edits.get(place) ?? []), { start, end, text: newName }]);
  }
  return { kind: 'edits', edits };
}

function localName({ thing }: FoundName): string | null {
  return thing.address.startsWith('local.') ? thing.address.slice('local.'.length) : null;
}

function whyNot(address: string): string {
  if (address.startsWith('variable.')) return 'whoever calls the module sets its variables by name.';
  if (address.startsWith('output.')) return 'whoever calls the module reads its outputs by name.';
  return 'Terraform would destroy and create what gets another address, unless a moved block tells it.';
}

function refusal(reason: string): { readonly kind: 'refusal'; readonly reason: string } {
  return { kind: 'refusal', reason };
}
