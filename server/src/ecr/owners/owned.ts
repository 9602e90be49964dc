import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute, Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import { idArgument } from '../imports/importedName.ts';
import type { Instance } from '../instances.ts';
import { instancesOf, isSingle } from '../instances.ts';
import { readPath } from '../references/reference.ts';
import { providerInRoot } from '../registry/providerConfiguration.ts';

/** What AWS keeps only one of for each name, registry or repository, in the words of messages. */
export type OwnedKind =
  | 'lifecycle policy'
  | 'repository policy'
  | 'public repository policy'
  | 'repository'
  | 'public repository'
  | 'pull through cache rule'
  | 'creation template'
  | 'registry policy'
  | 'replication configuration'
  | 'scanning configuration'
  | 'account setting';

/** What a type sets that AWS keeps only one of. */
export interface OwnedFact {
  readonly kind: OwnedKind;
  /** The argument that distinguishes them; null when a registry has only one. */
  readonly argument: string | null;
}

/** By the type that sets it; the argument of the type's id distinguishes one from another. */
const OWNED: Readonly<Record<string, OwnedKind>> = {
  aws_ecr_lifecycle_policy: 'lifecycle policy',
  aws_ecr_repository_policy: 'repository policy',
  aws_ecrpublic_repository_policy: 'public repository policy',
  aws_ecr_repository: 'repository',
  aws_ecrpublic_repository: 'public repository',
  aws_ecr_pull_through_cache_rule: 'pull through cache rule',
  aws_ecr_repository_creation_template: 'creation template',
  aws_ecr_registry_policy: 'registry policy',
  aws_ecr_replication_configuration: 'replication configuration',
  aws_ecr_registry_scanning_configuration: 'scanning configuration',
  aws_ecr_account_setting: 'account setting',
};

/** What a block sets that AWS keeps only one of; null for other blocks. */
export function ownedFactOf({ type, labels }: BlockDeclaration): OwnedFact | null {
  const resource = labels[0] ?? '';
  const kind = type === 'resource' ? lookUp(OWNED, resource) : undefined;
  return kind === undefined ? null : { kind, argument: idArgument(resource) ?? null };
}

/** True for a block that sets something that AWS keeps only one of. */
export function isOwner(declaration: BlockDeclaration): boolean {
  return ownedFactOf(declaration) !== null;
}

/** The argument that distinguishes what a block sets from what others of its type set. */
export function owningArgument(declaration: BlockDeclaration): Attribute | null {
  const argument = ownedFactOf(declaration)?.argument ?? null;
  return argument === null ? null : (attributeOf(declaration.block, argument) ?? null);
}

/** One thing that a block sets in one of its instances. */
export interface Owned {
  /** Equal for two that are certain to be the same thing in AWS. */
  readonly identity: string;
  /** As written in an address; empty for a block with a single instance. */
  readonly instance: string;
  readonly kind: OwnedKind;
  /** Where the text that tells it from others is spelled; null where no text spells it. */
  readonly place: Place | null;
}

/** Functions that return another value each time. */
const IMPURE: readonly string[] = ['uuid', 'timestamp', 'bcrypt', 'plantimestamp'];

/** What a block sets, as far as known; nothing when its number of instances is unknown. */
export function ownedBy(declaration: BlockDeclaration, scope: RecordingScope): readonly Owned[] {
  const fact = ownedFactOf(declaration);
  if (fact === null || declaration.isBroken) return [];
  const instances = instancesOf(declaration, scope);
  if (instances !== null) {
    return instances.flatMap((instance) => ownedIn(declaration, fact, instance, scope) ?? []);
  }
  if (isSingle(declaration, scope)) return ownedIn(declaration, fact, { key: '', options: {} }, scope) ?? [];
  return ownedForUnknownInstances(declaration, fact, scope);
}

function ownedIn(
  declaration: BlockDeclaration,
  fact: OwnedFact,
  instance: Instance,
  scope: RecordingScope,
): Owned[] | null {
  const around = surroundingsOf(declaration, instance, scope);
  if (around === null) return null;
  const { key } = instance;
  const { kind } = fact;
  if (fact.argument === null) return [{ identity: [kind, ...around].join(' '), instance: key, kind, place: null }];
  const expression = attributeOf(declaration.block, fact.argument)?.value;
  const what = expression && identityOf(expression, declaration, instance, scope);
  if (expression === undefined || what === undefined || what === null) return null;
  const { place } = new Evaluator(scope, instance.options).evaluate({ source: declaration.source, expression });
  return [{ identity: [kind, what, ...around].join(' '), instance: key, kind, place }];
}

/** The provider and the region; null when an instance may be anywhere. */
function surroundingsOf(declaration: BlockDeclaration, instance: Instance, scope: RecordingScope): string[] | null {
  const { block, source } = declaration;
  const provider = attributeOf(block, 'provider')?.value;
  const written = provider === undefined ? 'aws' : (literalText(provider) ?? textOf(placeOf(source, provider)));
  const named = providerInRoot(written.replaceAll(/\s+/g, ''), scope);
  const region = attributeOf(block, 'region')?.value;
  if (provider !== undefined && mentionsInstance(provider)) return null;
  const where = region === undefined ? '' : identityOf(region, declaration, instance, scope);
  return where === null || named === null ? null : [named, where];
}

/** The value of an argument in a form in which equal texts mean the same; null when unknown. */
function identityOf(
  expression: Expression,
  declaration: BlockDeclaration,
  { options }: Instance,
  scope: RecordingScope,
): string | null {
  const { source } = declaration;
  const evaluator = new Evaluator(scope, options);
  const value = evaluator.evaluate({ source, expression });
  if (value.kind === 'string') return JSON.stringify(value.value);
  if (value.kind === 'null' || value.kind === 'alternatives') return null;
  const reference = value.kind === 'unknown' ? referenceOf(value, declaration, evaluator) : null;
  const isOfRoot = scope.caller === null || scope.root.module.file(value.place.uri) !== undefined;
  if (reference !== null && isOfRoot) return reference;
  // In a called module, a text means another thing in each call.
  if (scope.caller !== null) return null;
  if (mentionsInstance(expression) || isImpure(expression)) return null;
  return `= ${textOf(placeOf(source, expression)).replaceAll(/\s+/g, '')}`;
}

/** A reference to an attribute with the instance's keys; null for any other value. */
function referenceOf(value: Value & { kind: 'unknown' }, { source }: BlockDeclaration, evaluator: Evaluator) {
  const path = readPath(value.expression);
  if (path === null || value.failure !== undefined) return null;
  // Elsewhere, each and count belong to another block.
  const isOwn = value.place.piece === source.piece;
  const parts = [path.root.name.text];
  for (const step of path.steps) {
    if (step.kind === 'attribute') parts.push(`.${step.name.text}`);
    else if (step.kind !== 'index' || !isOwn) return null;
    else {
      const key = evaluator.evaluate({ source, expression: step.key });
      if (key.kind !== 'string' && key.kind !== 'number') return null;
      parts.push(`[${JSON.stringify(String(key.value))}]`);
    }
  }
  if (parts[0] === 'each' || parts[0] === 'count') return null;
  return parts
    .join('')
    .replace(/^resource\./, '')
    .replace(/\.(?:id|name|repository|repository_name)$/, '');
}

/** Two blocks that iterate over the same collection and derive the same from each element set the same for each. */
function ownedForUnknownInstances(declaration: BlockDeclaration, fact: OwnedFact, scope: RecordingScope): Owned[] {
  const { block, source } = declaration;
  const written = (name: string) => {
    const expression = attributeOf(block, name)?.value;
    return expression === undefined ? '' : textOf(placeOf(source, expression)).replaceAll(/\s+/g, '');
  };
  const forEach = written('for_each');
  const argument = fact.argument === null ? '' : written(fact.argument);
  if (forEach === '' || argument === '' || scope.caller !== null || isImpure(block)) return [];
  const parts = [fact.kind, 'each of', forEach, argument, written('provider'), written('region')];
  return [{ identity: parts.join(' '), instance: '[each.key]', kind: fact.kind, place: null }];
}

function isImpure(node: Node): boolean {
  return someNode(node, (one) => one.kind === 'FunctionCall' && IMPURE.includes(one.name.text));
}

/** True for an expression that depends on the instance. */
function mentionsInstance(expression: Expression): boolean {
  return someNode(
    expression,
    (node) => node.kind === 'Variable' && (node.name.text === 'each' || node.name.text === 'count'),
  );
}

function someNode(start: Node, isMeant: (node: Node) => boolean): boolean {
  const pending: Node[] = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isMeant(node)) return true;
    for (const child of childrenOf(node)) pending.push(child);
  }
  return false;
}
