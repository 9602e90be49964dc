import type { ImportAddress } from '../../ecr/imports/importAddress.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import type { Declared } from '../../ecr/state/declaredInstances.ts';
import { declaredAt, hasInstance, namesOfKeys, repetitionAt } from '../../ecr/state/declaredInstances.ts';
import type { StateBlock, StateEnd } from '../../ecr/state/stateBlocks.ts';
import { readStateBlock, spelled } from '../../ecr/state/stateBlocks.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck, Finding } from '../check.ts';
import { checkModuleMove } from '../support/moduleMoves.ts';
import { checkAmbiguity, isMovedOn, REDUNDANT } from '../support/otherMoves.ts';
import { computedKeyIn, replacement, withoutRoot, wrongAddress } from '../support/stateAddresses.ts';

export const stateMoved: BlockCheck = {
  subject: 'block',
  id: 'state-moved',
  title: 'Terraform refuses a moved block, or the block destroys what it should keep',
  severity: 'error',
  *check(declaration, scope) {
    const block = readStateBlock(declaration, scope);
    if (block?.kind !== 'moved') return;
    const { from, to } = block;
    const spelling = [...checkEnds(block, scope)];
    yield* spelling;
    if (spelling.length > 0 || from === null || to === null) return;
    if (from.address?.kind === 'whole-module') yield* checkModuleMove(block, from.address, scope);
    if (from.address?.kind !== 'address') return;
    const ends = { from, to, before: from.address };
    if (to.address?.kind === 'address') yield* checkMove(block, { ...ends, after: to.address }, scope);
    else if (to.address?.kind === 'module' || to.address?.kind === 'whole-module') {
      yield { place: placeOf(declaration.source, to.attribute.value), message: TO_MODULE };
    }
  },
};

const TO_MODULE =
  'Name the resource in the module, as in module.NAME.TYPE.NAME; a resource cannot become a module ("Invalid "moved" addresses").';

/** The two ends of a move, when both are addresses of resources. */
interface Move {
  readonly from: StateEnd;
  readonly to: StateEnd;
  readonly before: ImportAddress;
  readonly after: ImportAddress;
}

function* checkEnds(block: StateBlock, scope: RecordingScope): Iterable<Finding> {
  const { declaration, from, to } = block;
  const { source } = declaration;
  const missing = from === null ? 'from' : to === null ? 'to' : null;
  if (missing !== null && !declaration.block.damaged) {
    yield {
      place: placeOf(source, declaration.block.type),
      message: `A moved block needs ${missing}; the plan fails ("Missing required argument").`,
    };
  }
  for (const end of [from, to]) {
    const wrong = end && (wrongAddress(block, end) ?? checkKeysAndRoot(block, end, scope));
    if (wrong !== null) yield wrong;
  }
}

function checkKeysAndRoot(block: StateBlock, end: StateEnd, scope: RecordingScope): Finding | null {
  const { source } = block.declaration;
  const { value } = end.attribute;
  const computed = computedKeyIn(value);
  if (computed !== null) {
    return {
      place: placeOf(source, computed),
      message: 'Write the key out: a moved block takes constant keys only ("Invalid expression").',
    };
  }
  const without = withoutRoot(block, end);
  if (without === null || isOfTofu(scope) !== true) return null;
  return {
    place: placeOf(source, value),
    message: `OpenTofu accepts no \`resource.\` before the address ("Invalid address"). Write ${without}.`,
    fixes: [replacement(block, value, without, 'one')],
  };
}

function* checkMove(block: StateBlock, move: Move, scope: RecordingScope): Iterable<Finding> {
  const { source } = block.declaration;
  const { before, after, from, to } = move;
  const [first, second] = [spelled(from), spelled(to)];
  if (first !== null && first === second) {
    yield { place: placeOf(source, to.attribute.value), message: REDUNDANT };
    return;
  }
  yield* checkAmbiguity(block, move, scope);
  const target = declaredAt(after, scope);
  if (before.type !== after.type && target !== 'undeclared') {
    yield {
      place: placeOf(source, to.attribute.value),
      message: `A ${before.type} cannot become a ${after.type}; the plan fails ("Unsupported \`moved\` across resource types"). Create the new one, and remove the old one with a removed block.`,
    };
    return;
  }
  const stillThere = checkStillThere(block, move, declaredAt(before, scope));
  if (stillThere !== null) yield stillThere;
  else yield* checkTarget(block, move, target, scope);
}

/** The resource is still declared at its old address. */
function checkStillThere({ declaration }: StateBlock, { before, after, from }: Move, old: Declared): Finding | null {
  if (old === 'undeclared' || old === 'unknown') return null;
  // A resource that gains or loses count or for_each keeps its block.
  const isSame = spelledBase(before) === spelledBase(after);
  // A whole resource moves with its instances; to a key, only the one without a key does.
  const isWhole = before.key === null && after.key === null;
  const isThere = isWhole && !isSame ? true : hasInstance(old, before.key);
  if (isThere !== true) return null;
  return {
    place: placeOf(declaration.source, from.attribute.value),
    message:
      'The module still declares this address; the plan fails ("Moved object still exists"). Remove or rename its block, or remove this one.',
    related: [{ place: placeOf(old.declaration.source, old.declaration.block.type), message: 'It is declared here' }],
  };
}

function spelledBase({ modules, type, name }: ImportAddress): string {
  return [...modules.map((step) => step.name), type, name].join('.');
}

/** What happens to the repository at its new address. */
function* checkTarget(block: StateBlock, move: Move, target: Declared, scope: RecordingScope): Iterable<Finding> {
  const { after, before, to } = move;
  const { value } = to.attribute;
  const place = placeOf(block.declaration.source, value);
  if (target === 'unknown') return;
  if (target === 'undeclared') {
    if (isMovedOn(spelled(to), scope)) return;
    const name = nearestName(after.name, namesOf(after, scope));
    yield {
      place,
      severity: 'warning',
      message: `Nothing declares this address, so the plan destroys ${objectOf(after)}. Name the block that takes it over.`,
      fixes: name === undefined || after.modules.length > 0 ? [] : [replacement(block, value, `${after.type}.${name}`)],
    };
    return;
  }
  // Moving a whole resource moves all its instances, whatever their keys.
  if (after.key === null && before.key === null) return;
  if (hasInstance(target, after.key) === false) {
    const isKeyless = after.key === null;
    const instances = repetitionAt(target) === 'single' ? 'no instances with keys' : 'no instance of that key';
    yield {
      place,
      severity: 'warning',
      message: `The block has ${isKeyless ? `${repetitionAt(target)}, so its instances have keys` : instances}, so the plan destroys ${objectOf(after)}. ${isKeyless ? 'Add the key of the instance that takes it over.' : 'Name an instance that the block has.'}`,
    };
  } else if (before.key !== null && after.key !== null && spelledBase(before) === spelledBase(after)) {
    const names = namesOfKeys(target, before.key, after.key);
    if (names === null || names[0] === names[1]) return;
    yield {
      place,
      severity: 'warning',
      message: `The name of the repository depends on its key and changes from ${JSON.stringify(names[0])} to ${JSON.stringify(names[1])}: the plan replaces the repository, with its images. Keep the name apart from the key.`,
    };
  }
}

function objectOf({ type }: ImportAddress): string {
  return type.endsWith('_repository') ? 'the repository, with its images' : `the ${type}`;
}

function namesOf({ type }: ImportAddress, scope: RecordingScope): readonly string[] {
  return scope.module.allBlocks().flatMap((declaration) => {
    const [of, name] = declaration.labels;
    return declaration.type === 'resource' && of === type && typeof name === 'string' ? [name] : [];
  });
}
