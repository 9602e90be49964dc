import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { isCacheRule, ROOT_PREFIX } from '../../ecr/registry/cacheRule.ts';
import { isBelowPrefix } from '../../ecr/registry/creationTemplates.ts';
import { isSameRegistry } from '../../ecr/registry/home.ts';
import { literalRepositories } from '../../ecr/registry/literalRepositories.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const cachePrefixOverlap: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-prefix-overlap',
  title: 'A repository of the module is below the prefix of a cache rule',
  severity: 'hint',
  *check(block, scope) {
    const value = argumentIn(block.body, 'ecr_repository_prefix')?.value;
    if (value?.kind !== 'string' || value.value === ROOT_PREFIX || block.isNever || !isCacheRule(block)) return;
    const repositories = scope.ask((module) => module.remember(literalRepositories));
    const below = repositories.filter(
      ({ name, declaration }) =>
        isBelowPrefix(name, value.value) && name !== value.value && isSameRegistry(declaration, block.declaration),
    );
    const [first] = below;
    if (first === undefined) return;
    const others = below.length > 1 ? ` and ${below.length - 1} more` : '';
    yield {
      place: value.place,
      message: `${JSON.stringify(first.name)}${others} is below this prefix, so a pull of a tag that it lacks is answered from the upstream registry and stored there. Choose another prefix unless that is intended.`,
      related: [{ place: placeOf(first.declaration.source, first.attribute.value), message: 'The repository' }],
    };
  },
};
