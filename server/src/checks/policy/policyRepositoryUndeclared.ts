import type { Fix } from '../../ecr/edits/change.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { RESOURCE_ROOT } from '../../syntax/referenceRoots.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { AttributeAccess, Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { BlockCheck } from '../check.ts';

/** A reference to something that a module declares. */
interface Reference {
  /** The expression from the root to the name. */
  readonly expression: AttributeAccess;
  readonly name: string;
  /** What precedes the name in an address: `var.`, `data.aws_ecr_repository.`. */
  readonly kind: string;
}

export const policyRepositoryUndeclared: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-undeclared',
  title: 'The repository of a lifecycle policy is not declared',
  severity: 'error',
  *check(declaration, scope) {
    if (!isBlockOf(declaration, 'resource', LIFECYCLE_POLICY_TYPE)) return;
    const expression = attributeOf(declaration.block, 'repository')?.value;
    for (const reference of expression === undefined ? [] : referencesIn(expression)) {
      if (isDeclared(reference, scope)) continue;
      yield {
        place: placeOf(declaration.source, reference.expression),
        message: `This module declares no ${reference.kind}${reference.name}; Terraform stops with "Reference to undeclared". Declare it, or name another.`,
        fixes: nearest(declaration, reference, scope),
      };
    }
  },
};

/** References whose root identifies them; inside `for`, a bare name may be the loop's variable. */
function referencesIn(expression: Expression): Reference[] {
  const found: Reference[] = [];
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'ForExpression') continue;
    const reference = node.kind === 'AttributeAccess' ? referenceAt(node) : null;
    if (reference !== null) found.push(reference);
    else for (const child of childrenOf(node)) pending.push(child);
  }
  return found;
}

function referenceAt(node: AttributeAccess): Reference | null {
  const { object, name } = node;
  if (name.text === '') return null;
  if (object.kind === 'Variable') {
    const root = object.name.text;
    if (root === 'var' || root === 'local') return { expression: node, name: name.text, kind: `${root}.` };
    return root.startsWith('aws_') ? { expression: node, name: name.text, kind: `${root}.` } : null;
  }
  if (object.kind !== 'AttributeAccess' || object.object.kind !== 'Variable') return null;
  const { text: type } = object.name;
  if (object.object.name.text === 'data') return { expression: node, name: name.text, kind: `data.${type}.` };
  const isResource = object.object.name.text === RESOURCE_ROOT && type.startsWith('aws_');
  return isResource ? { expression: node, name: name.text, kind: `${type}.` } : null;
}

/** True for a declared name, and for one that an unread file may declare. */
function isDeclared({ kind, name }: Reference, scope: RecordingScope): boolean {
  if (scope.ask((module) => module.isOpen)) return true;
  if (kind === 'local.') return scope.ask((module) => module.hasLocal(name));
  const address = kind === 'var.' ? `variable.${name}` : `${kind}${name}`;
  return scope.ask((module) => module.blocks(address).length > 0);
}

function nearest({ source }: BlockDeclaration, { expression, kind, name }: Reference, scope: RecordingScope): Fix[] {
  const candidates = scope.ask((module) => namesLike(module, kind).join(' ')).split(' ');
  const meant = nearestName(
    name,
    candidates.filter((candidate) => candidate !== ''),
  );
  if (meant === undefined) return [];
  const text = `${textOf(placeOf(source, expression.object))}.${meant}`;
  return [
    {
      title: `Use ${text}`,
      kind: 'choice',
      changes: [{ kind: 'replace-expression', source, expression, term: { kind: 'reference', text } }],
    },
  ];
}

function namesLike(module: Module, kind: string): string[] {
  if (kind === 'local.') return module.allLocals().map(({ name }) => name);
  const prefix = kind === 'var.' ? 'variable.' : kind;
  return module
    .allBlocks()
    .flatMap(({ address }) => (address.startsWith(prefix) ? [address.slice(prefix.length)] : []));
}
