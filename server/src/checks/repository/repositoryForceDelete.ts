import { nestedBlocks } from '../../ecr/nestedBlocks.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import { ENCRYPTION_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import { attributeOf, attributesOf, blocksOf } from '../../module/declarations/declarations.ts';
import { isOwnRoot } from '../../syntax/referenceRoots.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { RepositoryCheck } from '../check.ts';

export const repositoryForceDelete: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-force-delete',
  title: 'An edit elsewhere would delete a repository with all its images',
  severity: 'hint',
  *check(repository, scope) {
    const { declaration, isRepository, damaged } = repository;
    const { source, block } = declaration;
    const force = attributeOf(block, 'force_delete');
    if (!isRepository || damaged || force === undefined || isProtected(repository, scope)) return;
    const value = new Evaluator(scope).evaluate({ source, expression: force.value });
    const [replacing] = replacingArguments(repository).filter(({ value: given }) => refersElsewhere(given));
    if (value.kind !== 'boolean' || !value.value || replacing === undefined) return;
    const { text } = replacing.name;
    yield {
      place: value.place,
      message: `${text} comes from elsewhere; when it changes there, Terraform replaces the repository, and with force_delete it deletes every image. prevent_destroy in a lifecycle block makes Terraform refuse such a plan.`,
      related: [
        { place: placeOf(source, replacing.value), message: 'A change of this value replaces the repository.' },
      ],
    };
  },
};

/** Arguments whose change replaces the repository. */
function replacingArguments(repository: Repository): Attribute[] {
  const { name, declaration } = repository;
  const named = name === null || ignoresChangesOf(repository, 'name') ? [] : [name.attribute];
  if (ignoresChangesOf(repository, ENCRYPTION_BLOCK.name)) return named;
  const encryption = nestedBlocks(declaration.block.body, ENCRYPTION_BLOCK.name);
  return [...named, ...encryption.flatMap(({ body }) => attributesOf(body))];
}

/** True when `prevent_destroy` is set and is not false. */
function isProtected({ declaration }: Repository, scope: Scope): boolean {
  const { source, block } = declaration;
  return blocksOf(block.body)
    .filter(({ type }) => type.text === 'lifecycle')
    .some((lifecycle) => {
      const prevent = attributeOf(lifecycle, 'prevent_destroy');
      if (prevent === undefined) return false;
      const value = new Evaluator(scope).evaluate({ source, expression: prevent.value });
      return value.kind !== 'boolean' || value.value;
    });
}

function refersElsewhere(node: Node): boolean {
  if (node.kind === 'Variable') return !isOwnRoot(node.name.text) && node.name.text !== ENCRYPTION_BLOCK.name;
  return childrenOf(node).some(refersElsewhere);
}
