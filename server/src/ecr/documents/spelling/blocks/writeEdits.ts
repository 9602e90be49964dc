import { attributesOf, blocksOf } from '../../../../module/declarations/declarations.ts';
import type { BlockChange } from '../../../../syntax/edit/blockChange.ts';
import type { JsonValue, Term } from '../../../../syntax/edit/term.ts';
import type { SpelledChange } from '../../documentChange.ts';
import type { Origin, PolicyList, PolicyMember, PolicyObject } from '../../documentNodes.ts';
import { blockArgumentsAt } from '../../vocabulary.ts';
import { dedentedText } from '../expressionText.ts';
import { blockTermOf, termsOf } from './blockTerms.ts';

/**
 * The edits that a change of a document requires in the data source's blocks: the adapter for blocks, writing side.
 * Null when the change cannot be written.
 */
export function blockChangesOf(change: SpelledChange): readonly BlockChange[] | null {
  switch (change.kind) {
    case 'set-key':
      return setKey(change.object, change.key, change.value);
    case 'remove-key':
      return removeMember(change.object.origin, change.member);
    case 'add-items':
      return addItems(change.list, change.added, change.after);
    case 'remove-item':
      return removeListItem(change.list, change.item);
    case 'rename-key':
      return renameMember(change.member, change.key);
    case 'move-key':
      return moveMember(change.member, change.to, change.key);
    case 'split-item':
      return splitItem(change.list, change.item, change.member);
    case 'replace-value':
      return null;
  }
}

function setKey({ origin, vocabulary }: PolicyObject, key: string, value: JsonValue): readonly BlockChange[] | null {
  if (origin.spelling !== 'block') return null;
  const argument = blockArgumentsAt(vocabulary, origin.level).find((candidate) => candidate.key === key);
  if (argument === undefined) return null;
  const terms = termsOf(vocabulary, argument, value);
  if (terms === null) return null;
  const { assignments, blocks } = terms;
  const isPresent = blocksOf(origin.block.body).some(({ type }) => type.text === argument.name);
  if (blocks.length > 0 && isPresent) return null;
  return [
    ...assignments.map(({ name, value: term }) => ({ kind: 'set-argument', declaration: origin, name, term }) as const),
    ...blocks.map((block) => ({ kind: 'add-nested-block', declaration: origin, block }) as const),
  ];
}

function removeMember(parent: Origin, { origin }: PolicyMember): readonly BlockChange[] | null {
  if (parent.spelling !== 'block' || origin.spelling !== 'block') return null;
  const { source, item } = origin;
  return item.kind === 'Block'
    ? [{ kind: 'remove-nested-block', declaration: parent, block: item }]
    : [{ kind: 'remove-argument', source, attribute: item }];
}

/** Only an argument or block of the same type can take its name. */
function renameMember({ origin, key: written }: PolicyMember, key: string): readonly BlockChange[] | null {
  if (origin.spelling !== 'block') return null;
  const { source, body, item, vocabulary, level } = origin;
  const known = blockArgumentsAt(vocabulary, level);
  const from = known.find((argument) => argument.key === written);
  const to = known.find((argument) => argument.key === key);
  if (to === undefined || to.type !== from?.type) return null;
  return [{ kind: 'rename-item', source, body, item, name: to.name }];
}

/** An argument as written, for a block that lacks it and accepts the same argument. */
function moveMember(
  { origin, key: written }: PolicyMember,
  to: PolicyObject,
  key: string,
): readonly BlockChange[] | null {
  if (origin.spelling !== 'block' || to.origin.spelling !== 'block' || origin.item.kind !== 'Attribute') return null;
  const { source, item, vocabulary, level } = origin;
  const from = blockArgumentsAt(vocabulary, level).find((argument) => argument.key === written);
  const target = blockArgumentsAt(to.vocabulary, to.origin.level).find((argument) => argument.key === key);
  if (target === undefined || target.type !== from?.type) return null;
  if (attributesOf(to.origin.block.body).some(({ name }) => name.text === target.name)) return null;
  const term: Term = { kind: 'reference', text: dedentedText(source.piece.text, item.value) };
  return [
    { kind: 'remove-argument', source, attribute: item },
    { kind: 'set-argument', declaration: to.origin, name: target.name, term },
  ];
}

function splitItem(
  { origin, items }: PolicyList,
  item: PolicyObject,
  member: PolicyMember,
): readonly BlockChange[] | null {
  const block = origin.spelling === 'blocks' ? origin.blocks[items.indexOf(item)] : null;
  if (!block || origin.spelling !== 'blocks' || member.origin.spelling !== 'block') return null;
  return [{ kind: 'split-nested-block', source: origin.source, block, item: member.origin.item }];
}

function addItems(
  { origin, items }: PolicyList,
  added: readonly JsonValue[],
  after: PolicyObject | undefined,
): readonly BlockChange[] | null {
  if (origin.spelling !== 'blocks') return null;
  const { source, parent, blocks, vocabulary, argument } = origin;
  const terms = added.flatMap((item) => blockTermOf(vocabulary, argument.name, argument.level, item) ?? []);
  if (terms.length < added.length) return null;
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
