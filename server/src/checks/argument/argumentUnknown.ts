import { meantItem } from '../../ecr/blocks/meantName.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { concernsEcr } from '../../ecr/imports/importConcern.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { IMPORT_BODY, IMPORT_SINCE } from '../../facts/imports/importArguments.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { cloudControlFact } from '../../facts/provider/cloudControl.ts';
import { DYNAMIC_ARGUMENTS, LIFECYCLE_BLOCK, META_ARGUMENTS } from '../../facts/provider/metaArguments.ts';
import type { BlockFact, BodyFact, ResourceFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact, typesOfBlock } from '../../facts/provider/resources.ts';
import { attributesOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { PieceInFile } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Block, Body, BodyItem } from '../../syntax/tree/tree.ts';
import type { BlockCheck, Finding } from '../check.ts';
import { unknownInputs } from '../support/callInputs.ts';
import { mayBeNewer } from '../support/newerProvider.ts';

/**
 * Blocks that any resource accepts; their content is not checked. The `_` prefix separates arguments of ours from
 * Terraform's.
 */
const META_BLOCKS: readonly string[] = [LIFECYCLE_BLOCK.name, 'connection', 'provisioner', '_'];

/** Inside a resource, `import-placement` reports it. */
const IMPORT = 'import';

/** Things of a repository that another resource sets. */
const RESOURCES_OF_THEIR_OWN: Readonly<Record<string, string>> = {
  'aws_ecr_repository lifecycle_policy': 'aws_ecr_lifecycle_policy',
  'aws_ecr_repository policy': 'aws_ecr_repository_policy',
  'aws_ecr_repository repository_policy': 'aws_ecr_repository_policy',
  'aws_ecrpublic_repository policy': 'aws_ecrpublic_repository_policy',
  'aws_ecrpublic_repository repository_policy': 'aws_ecrpublic_repository_policy',
};

/** The names of all arguments and blocks of ECR types. */
const NAMES: ReadonlySet<string> = new Set(
  ['resource', 'data', 'ephemeral'].flatMap((kind) => typesOfBlock(kind).flatMap(namesIn)),
);

/** The parts of a block's schema that are needed here. */
type CheckedFact = BodyFact & Pick<ResourceFact, 'type' | 'attributes'>;

const IMPORT_FACT: CheckedFact = { ...IMPORT_BODY, type: IMPORT };

export const argumentUnknown: BlockCheck = {
  subject: 'block',
  id: 'argument-unknown',
  title: 'Unknown argument or block',
  severity: 'error',
  coversInnerData: true,
  *check(declaration, scope) {
    const { type, labels, block, source } = declaration;
    yield* unknownInputs(declaration, scope);
    const isImport = type === IMPORT && concernsEcr(declaration, scope);
    const cloudControl = cloudControlFact(type, labels[0] ?? '');
    const resource = isImport ? IMPORT_FACT : (bodyFact(type, labels[0] ?? '') ?? cloudControl);
    if (resource === undefined || block.damaged) return;
    const isSure = isImport || (cloudControl === undefined && !mayBeNewer(declaration, scope));
    yield* checkBody({ resource, source, nested: null, isSure }, block.body);
  },
};

/** A body that is checked: that of the resource, or of one of its blocks. */
interface Level {
  readonly resource: CheckedFact;
  readonly source: PieceInFile;
  readonly nested: BlockFact | null;
  /** False when the constraint allows a newer provider, which may know what the facts lack. */
  readonly isSure: boolean;
}

function* checkBody(level: Level, body: Body): Iterable<Finding> {
  const { blocks } = factOf(level);
  for (const item of body.items) {
    if (item.kind === 'Attribute') {
      if (!argumentNames(level).includes(item.name.text)) yield unknown(level, body, item);
      continue;
    }
    if (takesMeta(level) && (META_BLOCKS.includes(item.type.text) || item.type.text === IMPORT)) continue;
    const nested = blocks.find(({ name }) => name === nameOf(item));
    yield* unknownOfDynamic(level, item);
    if (nested === undefined) yield unknown(level, body, item);
    else for (const inner of bodiesOf(item)) yield* checkBody({ ...level, nested }, inner);
  }
}

/** What a `dynamic` block does not accept besides its content. */
function* unknownOfDynamic({ source }: Level, block: Block): Iterable<Finding> {
  if (block.type.text !== 'dynamic') return;
  for (const { name } of attributesOf(block.body)) {
    if (name.text === 'labels' || DYNAMIC_ARGUMENTS.some((known) => known.name === name.text)) continue;
    yield {
      place: placeOf(source, name),
      message: `dynamic has no argument "${name.text}"; the plan fails ("Unsupported argument"). It takes for_each and iterator; arguments of the block belong in its content block.`,
      isOfValidate: true,
    };
  }
}

function factOf({ resource, nested }: Level): BodyFact {
  return nested ?? resource;
}

/** True for the body of a resource, which accepts Terraform's meta-arguments. */
function takesMeta({ nested, resource }: Level): boolean {
  return nested === null && resource.type !== IMPORT;
}

function argumentNames(level: Level): readonly string[] {
  const names = factOf(level).arguments.map(({ name }) => name);
  if (level.resource.type === IMPORT) return [...names, ...IMPORT_SINCE.arguments.keys()];
  return takesMeta(level) ? [...names, ...META_ARGUMENTS.map(({ name }) => name), ...attributeNames(level)] : names;
}

/** Attributes that AWS sets; Terraform has its own message for setting them. */
function attributeNames({ resource }: Level): readonly string[] {
  return (resource.attributes ?? []).map(({ name }) => name);
}

function blockNames(level: Level): readonly string[] {
  const names = factOf(level).blocks.map(({ name }) => name);
  return takesMeta(level) ? [...names, ...META_BLOCKS.slice(0, -1)] : names;
}

/** The name of an argument or a block; of a `dynamic` block that of the blocks it makes. */
function nameOf(item: BodyItem): string {
  if (item.kind === 'Attribute') return item.name.text;
  return item.type.text === 'dynamic' ? (item.labels[0]?.text ?? '') : item.type.text;
}

function bodiesOf(block: Block): Body[] {
  if (block.type.text !== 'dynamic') return [block.body];
  return blocksOf(block.body)
    .filter(({ type }) => type.text === 'content')
    .map(({ body }) => body);
}

function unknown(level: Level, body: Body, item: BodyItem): Finding {
  const { source, resource, nested } = level;
  const name = nameOf(item);
  const isBlock = item.kind === 'Block';
  const named = isBlock ? (item.type.text === 'dynamic' ? (item.labels[0] ?? item.type) : item.type) : item.name;
  const kind = isBlock ? 'block' : 'argument';
  return {
    place: placeOf(source, named),
    message: `${nested?.name ?? resource.type} has no ${kind} "${name}"; the plan fails.${hint(level, item)}`,
    fixes: mend(level, body, item),
    ...(!level.isSure && isStrange(level, item) && { severity: 'hint' }),
  };
}

/** True for a name that no ECR type has and that resembles no name of the body. */
function isStrange(level: Level, item: BodyItem): boolean {
  const name = nameOf(item);
  const near = [...argumentNames(level), ...blockNames(level)];
  return !NAMES.has(name) && nearestName(name, near) === undefined && meantItem(name, factOf(level)) === undefined;
}

function namesIn({ arguments: known, blocks }: BodyFact): string[] {
  return [...known, ...blocks].map(({ name }) => name).concat(blocks.flatMap(namesIn));
}

/** Where the name is in fact known. */
function hint(level: Level, item: BodyItem): string {
  const name = nameOf(item);
  const isBlock = item.kind === 'Block';
  if (isBlock && argumentNames(level).includes(name)) return ` It is an argument: ${name} = …`;
  if (!isBlock && blockNames(level).includes(name)) return ` It is a block: ${name} { … }`;
  const home = level.resource.blocks.find(({ arguments: inner }) => inner.some((argument) => argument.name === name));
  if (home !== undefined && !isBlock && home !== level.nested) return ` It belongs in ${home.name}.`;
  const resource = level.nested === null ? lookUp(RESOURCES_OF_THEIR_OWN, `${level.resource.type} ${name}`) : undefined;
  return resource === undefined ? '' : ` It is a separate resource: ${resource}.`;
}

/** The argument that other blocks call by this name. */
function meantIn(level: Level, item: BodyItem): string | undefined {
  const meant = item.kind === 'Attribute' ? meantItem(nameOf(item), factOf(level)) : undefined;
  return meant !== undefined && argumentNames(level).includes(meant) ? meant : undefined;
}

const namesOfBodies = new WeakMap<Body, ReadonlySet<string>>();

/** The names of a body's items, which each of its unknown items asks for. */
function itemNamesOf(body: Body): ReadonlySet<string> {
  const known = namesOfBodies.get(body) ?? new Set(body.items.map(nameOf));
  namesOfBodies.set(body, known);
  return known;
}

/** The intended name, unless the block already has it. */
function mend(level: Level, body: Body, item: BodyItem): Fix[] {
  const isDynamic = item.kind === 'Block' && item.type.text === 'dynamic';
  const candidates = item.kind === 'Block' ? blockNames(level) : argumentNames(level);
  const nearest = isDynamic ? undefined : (nearestName(nameOf(item), candidates) ?? meantIn(level, item));
  if (nearest === undefined || attributeNames(level).includes(nearest)) return [];
  if (item.kind === 'Attribute' && itemNamesOf(body).has(nearest)) return [];
  const changes = [{ kind: 'rename-item', source: level.source, body, item, name: nearest }] as const;
  return [{ title: `Rename it to ${nearest}`, kind: 'one', changes }];
}
