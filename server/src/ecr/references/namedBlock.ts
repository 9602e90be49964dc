import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isResourceType, RESOURCE_ROOT } from '../../syntax/referenceRoots.ts';
import type { AttributeAccess } from '../../syntax/tree/tree.ts';
import type { Path, Step } from './reference.ts';

/** The block at the start of a reference: a resource, a data source, an ephemeral resource or a module call. */
export interface NamedBlock {
  readonly blockType: 'resource' | 'data' | 'ephemeral' | 'module';
  /** The type of the resource; absent for a call. */
  readonly type: string;
  readonly name: string;
  /** As in declarations. */
  readonly address: string;
  /** The reference up to the name. */
  readonly expression: AttributeAccess;
  /** The steps after the block. */
  readonly rest: readonly Step[];
}

/** First words that are not resource types, in Terraform or OpenTofu. */
const OTHER_ROOTS: readonly string[] = ['action', 'list', 'provider', 'tofu'];

/** The block at the start of a path; null when there is none, and when names are missing. */
export function namedBlock({ root, steps, base }: Path): NamedBlock | null {
  if (base !== undefined) return null;
  const first = root.name.text;
  if (first === 'module') return blockAt('module', '', steps, 0);
  if (first === 'data' || first === 'ephemeral') return typedBlock(first, steps);
  if (first === RESOURCE_ROOT) return typedBlock('resource', steps);
  if (!isResourceType(first) || OTHER_ROOTS.includes(first)) return null;
  return blockAt('resource', first, steps, 0);
}

function typedBlock(blockType: NamedBlock['blockType'], steps: readonly Step[]): NamedBlock | null {
  const [type] = steps;
  return type?.kind === 'attribute' ? blockAt(blockType, type.name.text, steps, 1) : null;
}

function blockAt(
  blockType: NamedBlock['blockType'],
  type: string,
  steps: readonly Step[],
  at: number,
): NamedBlock | null {
  const step = steps[at];
  if (step?.kind !== 'attribute') return null;
  const name = step.name.text;
  const address = [...(blockType === 'resource' ? [] : [blockType]), ...(type === '' ? [] : [type]), name].join('.');
  return { blockType, type, name, address, expression: step.expression, rest: steps.slice(at + 1) };
}

/** True for an address that any file of the module declares. */
export function isDeclaredAt(address: string, scope: RecordingScope): boolean {
  return scope.ask((module) => module.blocks(address).length > 0 || module.overridesAt(address).length > 0);
}

type Repetition = 'count' | 'for_each' | null;

/** The block's `count` or `for_each`; null for a block with a single instance, and for a missing block. */
export function repetitionAt(address: string, scope: RecordingScope): Repetition {
  return scope.ask((module) => {
    const blocks = [...module.blocks(address), ...module.overridesAt(address)];
    const found = blocks.map(repetitionOf);
    return found.includes('for_each') ? 'for_each' : found.includes('count') ? 'count' : null;
  });
}

/** A block is asked about with each reference to it, again after each edit. */
const repetitions = new WeakMap<BlockDeclaration, { readonly found: Repetition }>();

function repetitionOf(declaration: BlockDeclaration): Repetition {
  const known = repetitions.get(declaration) ?? { found: readRepetition(declaration) };
  repetitions.set(declaration, known);
  return known.found;
}

function readRepetition({ block }: BlockDeclaration): Repetition {
  if (attributeOf(block, 'for_each') !== undefined) return 'for_each';
  return attributeOf(block, 'count') === undefined ? null : 'count';
}
