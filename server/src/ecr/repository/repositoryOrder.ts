import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, enabledOf } from '../../module/declarations/declarations.ts';
import { referencePath } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import { DeclarationResults } from '../../module/tracking/declarationResults.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import { isSameRegistry } from '../registry/home.ts';
import { instanceKey } from './instanceKey.ts';
import { repositoryArgumentOf } from './policyTargets.ts';

/** The repositories of each policy type, with the argument that names them. */
const REPOSITORIES: Readonly<Record<string, { readonly type: string; readonly name: string }>> = {
  aws_ecr_lifecycle_policy: { type: 'aws_ecr_repository', name: 'name' },
  aws_ecr_repository_policy: { type: 'aws_ecr_repository', name: 'name' },
  aws_ecrpublic_repository_policy: { type: 'aws_ecrpublic_repository', name: 'repository_name' },
};

/** The argument that names a repository, by type. */
const NAMES = new Map(Object.values(REPOSITORIES).map(({ type, name }) => [type, name]));

const nameTexts = new DeclarationResults<string | null>();

/** A repository that a policy names by its text without a reference that would order the two. */
export interface UnorderedRepository {
  readonly declaration: BlockDeclaration;
  /** The text that names the repository in the policy. */
  readonly reference: string;
}

/**
 * The repositories of a module by the policies that name them without depending on them. Call it through `remember`.
 */
export function unorderedRepositories(module: Module): ReadonlyMap<BlockDeclaration, UnorderedRepository> {
  const found = new Map<BlockDeclaration, UnorderedRepository>();
  if (module.isOpen) return found;
  let known: ReadonlyMap<string, readonly BlockDeclaration[]> | null = null;
  for (const policy of module.blocksWhich(isPolicy)) {
    const expression = repositoryArgumentOf(policy)?.value;
    const of = lookUp(REPOSITORIES, policy.labels[0] ?? '');
    if (expression === undefined || of === undefined || attributeOf(policy.block, 'depends_on') !== undefined) continue;
    const text = nameTextOf(policy, expression, module);
    if (text === null) continue;
    known ??= repositoriesByName(module);
    const named = known.get(`${of.type} ${text}`) ?? [];
    const [repository, ...others] = named.filter((other) => isOrderedLike(other, policy));
    if (repository === undefined || others.length > 0) continue;
    const isDirect = addressIn(referencePath(expression) ?? []) === repository.address;
    if (isDirect || reaches(policy, repository.address, module)) continue;
    const reference = `${repository.address}${instanceKey(policy.block)}.${of.name}`;
    found.set(policy, { declaration: repository, reference });
  }
  return found;
}

function isPolicy({ labels }: BlockDeclaration): boolean {
  return lookUp(REPOSITORIES, labels[0] ?? '') !== undefined;
}

function isNamedResource({ type, labels }: BlockDeclaration): boolean {
  return type === 'resource' && NAMES.has(labels[0] ?? '');
}

/** The repositories of a module by type and `nameText`, file by file. */
function repositoriesByName(module: Module): ReadonlyMap<string, readonly BlockDeclaration[]> {
  const found = new Map<string, BlockDeclaration[]>();
  for (const declaration of module.blocksWhich(isNamedResource)) {
    const type = declaration.labels[0] ?? '';
    const name = NAMES.get(type);
    const expression = name === undefined ? undefined : attributeOf(declaration.block, name)?.value;
    const text = expression === undefined ? null : nameTextOf(declaration, expression, module);
    if (text === null) continue;
    const key = `${type} ${text}`;
    found.set(key, [...(found.get(key) ?? []), declaration]);
  }
  return found;
}

/** True for a repository of the same registry and with the same instances as a policy. */
function isOrderedLike(declaration: BlockDeclaration, policy: BlockDeclaration): boolean {
  if (!isSameRegistry(declaration, policy)) return false;
  return ['for_each', 'count', 'enabled'].every((word) => written(declaration, word) === written(policy, word));
}

function written({ block, source }: BlockDeclaration, name: string): string {
  const attribute = name === 'enabled' ? enabledOf(block) : attributeOf(block, name);
  return attribute === undefined ? '' : textOf(placeOf(source, attribute.value)).replaceAll(/\s+/g, '');
}

const IMPURE = /\b(?:uuid|timestamp|plantimestamp|bcrypt)\(/;

/** The text of a block's argument, kept while nothing that it depends on has changed. */
function nameTextOf(declaration: BlockDeclaration, expression: Expression, module: Module): string | null {
  return nameTexts.resultOf(module, declaration, (scope) => nameText(expression, declaration, scope));
}

/** A text that is equal for names that are certain to be equal; null when nothing is certain. */
function nameText(expression: Expression, { source }: BlockDeclaration, scope: RecordingScope): string | null {
  const read = readThroughData(expression, source, scope);
  const text = textOfValue(read);
  return text === null || IMPURE.test(text) ? null : text;
}

/** The name of a repository that a data source reads by that name, else the expression's value. */
function readThroughData(expression: Expression, source: BlockDeclaration['source'], scope: RecordingScope): Value {
  const [root, type, name, attribute, ...rest] = referencePath(expression) ?? [];
  const isData = root === 'data' && type === 'aws_ecr_repository' && rest.length === 0;
  const data = isData && (attribute === 'name' || attribute === 'id') ? scope.block(`data.${type}.${name}`) : null;
  const inner = data && attributeOf(data.block, 'depends_on') === undefined && attributeOf(data.block, 'name')?.value;
  return inner && data
    ? new Evaluator(scope).evaluate({ source: data.source, expression: inner })
    : new Evaluator(scope).evaluate({ source, expression });
}

function textOfValue(value: Value): string | null {
  if (value.kind === 'string') return JSON.stringify(value.value);
  if (value.kind === 'unknown') return textOf(value.place).replaceAll(/\s+/g, '');
  if (value.kind !== 'partial-string') return null;
  const holes = value.mapped.segments.filter(({ start, end }) => value.mapped.text.slice(start, end) === HOLE);
  const spelled = holes.map(({ place }) =>
    textOf(place)
      .replace(/^\$\{~?|~?\}$/g, '')
      .replaceAll(/\s+/g, ''),
  );
  return JSON.stringify([value.mapped.text, ...spelled]);
}

/** True when a block refers to an address, directly or through locals, data sources, resources and calls. */
function reaches(from: BlockDeclaration, address: string, module: Module): boolean {
  const seen = new Set<string>();
  const pending: Node[] = [from.block];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of childrenOf(node)) pending.push(child);
    const path = node.kind === 'AttributeAccess' ? (referencePath(node) ?? []) : [];
    const target = addressIn(path);
    if (target === address) return true;
    if (target === null || seen.has(target)) continue;
    seen.add(target);
    const next =
      path[0] === 'local' ? localNamed(path[1] ?? '', module) : module.blocks(target).map(({ block }) => block);
    for (const inner of next) pending.push(inner);
  }
  return false;
}

function localNamed(name: string, module: Module): readonly Node[] {
  const local = module.localDeclaration(name);
  return local === null ? [] : [local.attribute.value];
}

function addressIn([root, name, third]: readonly string[]): string | null {
  if (root === undefined || name === undefined) return null;
  if (root === 'data') return third === undefined ? null : `data.${name}.${third}`;
  return `${root}.${name}`;
}
