import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { appliedForOf, isTemplate } from '../../ecr/registry/creationTemplates.ts';
import { ignoresChangesOf } from '../../ecr/repository/ignoredChanges.ts';
import { EXCLUDE_LATEST, excludeLatestChanges } from '../../ecr/repository/mutability.ts';
import type { ArgumentsCheck } from '../check.ts';

export const templateImmutableCache: ArgumentsCheck = {
  subject: 'arguments',
  id: 'template-immutable-cache',
  title: 'Cached images with immutable tags never follow their upstream',
  severity: 'hint',
  *check(block) {
    const value = argumentIn(block.body, 'image_tag_mutability')?.value;
    if (block.isNever || !isTemplate(block) || value?.kind !== 'string' || value.value !== 'IMMUTABLE') return;
    if (appliedForOf(block.body)?.includes('PULL_THROUGH_CACHE') !== true) return;
    if (ignoresChangesOf(block, 'image_tag_mutability')) return;
    yield {
      place: value.place,
      message:
        'A tag that moves in the upstream registry, such as latest, cannot be refreshed in a cached repository with immutable tags. Leave such tags out with IMMUTABLE_WITH_EXCLUSION.',
      fixes: [{ title: EXCLUDE_LATEST, kind: 'choice', changes: excludeLatestChanges(block.declaration) }],
    };
  },
};
