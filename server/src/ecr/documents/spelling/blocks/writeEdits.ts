import type { PolicyLevel } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import { DOCUMENT_ARGUMENTS, documentArguments } from '../../../../facts/lifecycle/policyDocument.ts';
import { blocksOf } from '../../../../module/declarations/declarations.ts';
import type { Assignment, BlockTerm, JsonValue } from '../../../../syntax/edit/term.ts';
import { termOf } from '../../../../syntax/edit/term.ts';
import type { PieceInFile } from '../../../../syntax/tree/place.ts';
import type { Block } from '../../../../syntax/tree/tree.ts';
import { writeArgument } from '../../../edits/argumentEdits.ts';
import { addNestedBlock, addNestedBlockAfter, removeItem } from '../../../edits/blockEdits.ts';
import type { Change, SourceEdit } from '../../../edits/change.ts';
import type { PolicyList, PolicyMember, PolicyObject } from '../../documentNodes.ts';

/**
 * The edits that a change of a policy means where blocks of the data source spell it: the adapter for blocks, writing
 * side. Undefined for a change of anything else, null where it cannot be written.
 */
export function writeDocumentChange(change: Change): readonly SourceEdit[] | null | undefined {
  switch (change.kind) {
    case 'set-key':
      return change.object.origin.spelling === 'block'
        ? setKey(change.object.origin, change.key, change.value)
        : undefined;
    case 'remove-key':
      return change.object.origin.spelling === 'block' ? removeMember(change.member) : undefined;
    case 'rename-key':
      return change.member.origin.spelling === 'block' ? null : undefined;
    case 'move-key':
      return change.from.origin.spelling === 'block' ? null : undefined;
    case 'add-rules':
      return change.rules.origin.spelling === 'blocks'
        ? addRules(change.rules.origin, change.rules, change.added, change.after)
        : undefined;
    case 'remove-rule':
      return change.rules.origin.spelling === 'blocks'
        ? removeRule(change.rules.origin, change.rules, change.rule)
        : undefined;
    default:
      return undefined;
  }
}

interface BlockOrigin {
  readonly source: PieceInFile;
  readonly block: Block;
}

interface BlocksOrigin {
  readonly source: PieceInFile;
  readonly parent: Block;
  readonly blocks: readonly (Block | null)[];
}

function setKey(origin: BlockOrigin, key: string, value: JsonValue): readonly SourceEdit[] | null {
  const argument = DOCUMENT_ARGUMENTS.find((candidate) => candidate.key === key);
  if (argument === undefined) return null;
  if (argument.type !== 'block') return writeArgument(origin, argument.name, termOf(value));
  const level = key === 'action' ? 'action' : 'selection';
  const isPresent = blocksOf(origin.block.body).some(({ type }) => type.text === argument.name);
  return isPresent ? null : addNestedBlock(origin.source, origin.block, blockTermOf(argument.name, level, value));
}

function removeMember({ origin }: PolicyMember): readonly SourceEdit[] | null {
  if (origin.spelling !== 'block') return null;
  const { source, item } = origin;
  return [removeItem(source, item)];
}

function addRules(
  { source, parent, blocks }: BlocksOrigin,
  rules: PolicyList,
  added: readonly JsonValue[],
  after: PolicyObject | undefined,
): readonly SourceEdit[] | null {
  const terms = added.map((rule) => blockTermOf('rule', 'rule', rule));
  const place = after === undefined ? blocks.at(-1) : blocks[rules.items.indexOf(after)];
  if (place) return [addNestedBlockAfter(source, place, terms)];
  const [term] = terms;
  return after !== undefined || term === undefined || terms.length > 1 ? null : addNestedBlock(source, parent, term);
}

function removeRule(
  { source, blocks }: BlocksOrigin,
  rules: PolicyList,
  rule: PolicyObject,
): readonly SourceEdit[] | null {
  const block = blocks[rules.items.indexOf(rule)];
  return block ? [removeItem(source, block)] : null;
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
