import type { PolicyLevel } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import { DOCUMENT_ARGUMENTS, documentArguments } from '../../../../facts/lifecycle/policyDocument.ts';
import { blocksOf } from '../../../../module/declarations/declarations.ts';
import type { BlockChange } from '../../../../syntax/edit/blockChange.ts';
import type { Assignment, BlockTerm, JsonValue } from '../../../../syntax/edit/term.ts';
import { termOf } from '../../../../syntax/edit/term.ts';
import type { DocumentChange } from '../../documentChange.ts';
import type { Origin, PolicyList, PolicyMember, PolicyObject } from '../../documentNodes.ts';

/**
 * What a change of a document means for the blocks of the data source that spell it: the adapter for blocks, writing
 * side. Null where it cannot be written.
 */
export function blockChangesOf(change: DocumentChange): readonly BlockChange[] | null {
  switch (change.kind) {
    case 'set-key':
      return setKey(change.object.origin, change.key, change.value);
    case 'remove-key':
      return removeMember(change.object.origin, change.member);
    case 'add-items':
      return addItems(change.list, change.added, change.after);
    case 'remove-item':
      return removeListItem(change.list, change.item);
    case 'rename-key':
    case 'move-key':
    case 'replace-value':
    case 'split-item':
      return null;
  }
}

function setKey(origin: Origin, key: string, value: JsonValue): readonly BlockChange[] | null {
  if (origin.spelling !== 'block') return null;
  const argument = DOCUMENT_ARGUMENTS.find((candidate) => candidate.key === key);
  if (argument === undefined) return null;
  if (argument.type !== 'block') {
    return [{ kind: 'set-argument', declaration: origin, name: argument.name, term: termOf(value) }];
  }
  const level = key === 'action' ? 'action' : 'selection';
  const isPresent = blocksOf(origin.block.body).some(({ type }) => type.text === argument.name);
  if (isPresent) return null;
  return [{ kind: 'add-nested-block', declaration: origin, block: blockTermOf(argument.name, level, value) }];
}

function removeMember(parent: Origin, { origin }: PolicyMember): readonly BlockChange[] | null {
  if (parent.spelling !== 'block' || origin.spelling !== 'block') return null;
  const { source, item } = origin;
  return item.kind === 'Block'
    ? [{ kind: 'remove-nested-block', declaration: parent, block: item }]
    : [{ kind: 'remove-argument', source, attribute: item }];
}

function addItems(
  { origin, items }: PolicyList,
  added: readonly JsonValue[],
  after: PolicyObject | undefined,
): readonly BlockChange[] | null {
  if (origin.spelling !== 'blocks') return null;
  const { source, parent, blocks } = origin;
  const terms = added.map((rule) => blockTermOf('rule', 'rule', rule));
  const model = after === undefined ? blocks.at(-1) : blocks[items.indexOf(after)];
  if (model) return [{ kind: 'add-nested-blocks-after', source, after: model, blocks: terms }];
  const [term] = terms;
  if (after !== undefined || term === undefined || terms.length > 1) return null;
  return [{ kind: 'add-nested-block', declaration: { source, block: parent }, block: term }];
}

function removeListItem({ origin, items }: PolicyList, item: PolicyObject): readonly BlockChange[] | null {
  const block = origin.spelling === 'blocks' ? origin.blocks[items.indexOf(item)] : null;
  if (!block || origin.spelling !== 'blocks') return null;
  return [{ kind: 'remove-nested-block', declaration: { source: origin.source, block: origin.parent }, block }];
}

/** A rule, selection or action of the JSON as the block of the data source that makes it. */
function blockTermOf(type: string, level: PolicyLevel, value: JsonValue): BlockTerm {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  const given = new Map<string, JsonValue>(members);
  const assignments: Assignment[] = [];
  const blocks: BlockTerm[] = [];
  for (const { key, name, type: kind } of documentArguments(level)) {
    const member = given.get(key);
    if (member === undefined) continue;
    if (kind !== 'block') assignments.push({ name, value: termOf(member) });
    else blocks.push(blockTermOf(name, key === 'action' ? 'action' : 'selection', member));
  }
  return { type, labels: [], arguments: assignments, blocks };
}
