import { repositoryArgumentOf } from '../../ecr/repository/policyTargets.ts';
import { unorderedRepositories } from '../../ecr/repository/repositoryOrder.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';

export const policyRepositoryDependency: BlockCheck = {
  subject: 'block',
  id: 'policy-repository-dependency',
  title: 'A policy does not depend on its repository',
  severity: 'warning',
  *check(declaration, scope) {
    const expression = declaration.block.damaged ? undefined : repositoryArgumentOf(declaration)?.value;
    if (expression === undefined) return;
    const found = scope.ask((module) => module.remember(unorderedRepositories)).get(declaration);
    if (found === undefined) return;
    const { declaration: repository, reference } = found;
    const { source } = declaration;
    const name = attributeOf(repository.block, reference.split('.').at(-1) ?? '');
    const term = { kind: 'reference', text: reference } as const;
    yield {
      place: placeOf(source, expression),
      message: `Write ${reference}: nothing makes this policy wait for ${repository.address}, and on a first apply AWS may answer that the repository is not found.`,
      related: name === undefined ? [] : [{ place: placeOf(repository.source, name.value), message: 'The same name' }],
      fixes: [
        {
          title: `Change it to ${reference}`,
          kind: 'one',
          changes: [{ kind: 'replace-expression', source, expression, term }],
        },
      ],
    };
  },
};
