import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Assignment } from '../../syntax/edit/term.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { visit } from '../../syntax/tree/walkTree.ts';

/** How many instances the other block has: one, or one for each of the repository's. */
export type OtherInstances = 'once' | 'count' | 'for_each';

/**
 * The `provider` and `region` of a repository, for another block that is to be in the same registry; empty when it has
 * neither. Null when they would mean something else there.
 */
export function homeArguments(
  declaration: BlockDeclaration,
  instances: OtherInstances,
  scope: RecordingScope,
): readonly Assignment[] | null {
  const copied: Assignment[] = [];
  for (const name of ['provider', 'region']) {
    const owner = ownerOf(name, declaration, scope);
    const value = owner && attributeOf(owner.block, name)?.value;
    if (!owner || !value) continue;
    const text = copyOf(name, value, textOf(placeOf(owner.source, value)), instances);
    if (text === null) return null;
    copied.push({ name, value: { kind: 'reference', text } });
  }
  return copied;
}

/** The block with the argument that holds: that of the last override file which sets it, else the repository's own. */
function ownerOf(name: string, declaration: BlockDeclaration, scope: RecordingScope): BlockDeclaration | null {
  const sets = ({ block }: BlockDeclaration) => attributeOf(block, name) !== undefined;
  const override = scope.ask((module) => module.overridesAt(declaration.address).findLast(sets) ?? null);
  return override ?? declaration;
}

function copyOf(name: string, value: Expression, text: string, instances: OtherInstances): string | null {
  const read = instanceReadIn(value);
  if (read === null) return text;
  if (instances === 'once') return null;
  if (read === 'key') return text;
  // In the other block, each.value is the repository.
  return name === 'region' && instances === 'for_each' ? 'each.value.region' : null;
}

/** What an expression reads of its instance: its value, else only its key or index; null for nothing. */
function instanceReadIn(value: Expression): 'value' | 'key' | null {
  let keys = 0;
  let all = 0;
  visit(value, (node) => {
    if (node.kind === 'Variable' && (node.name.text === 'each' || node.name.text === 'count')) all += 1;
    if (node.kind !== 'AttributeAccess' || node.object.kind !== 'Variable') return;
    const read = `${node.object.name.text}.${node.name.text}`;
    if (read === 'each.key' || read === 'count.index') keys += 1;
  });
  if (all === 0) return null;
  return keys === all ? 'key' : 'value';
}
