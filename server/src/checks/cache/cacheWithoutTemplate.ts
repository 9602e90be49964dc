import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { isCacheRule } from '../../ecr/registry/cacheRule.ts';
import type { CreationTemplate } from '../../ecr/registry/creationTemplates.ts';
import { creationTemplates, isBelowPrefix } from '../../ecr/registry/creationTemplates.ts';
import { resourcesMentionedIn } from '../../module/declarations/referencePaths.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const cacheWithoutTemplate: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-without-template',
  title: 'No creation template covers the repositories of a cache rule',
  severity: 'hint',
  isWidespread: true,
  *check(block, scope) {
    const value = argumentIn(block.body, 'ecr_repository_prefix')?.value;
    if (value?.kind !== 'string' || block.isNever || !isCacheRule(block)) return;
    const { address } = block.declaration;
    const templates = scope.ask((module) => module.remember(creationTemplates));
    if (templates.some((template) => mayBeFor(template, value.value, address))) return;
    if (mayBeElsewhere(scope, address)) return;
    yield {
      place: value.place,
      message: `Repositories that this cache creates under ${JSON.stringify(value.value)} have no lifecycle policy and default settings, so cached images are kept, and billed, forever. An aws_ecr_repository_creation_template with this prefix and applied_for = ["PULL_THROUGH_CACHE"] gives them a policy.`,
    };
  },
};

function mayBeFor({ prefix, prefixOf, appliedFor }: CreationTemplate, of: string, address: string): boolean {
  if (appliedFor !== null && !appliedFor.includes('PULL_THROUGH_CACHE')) return false;
  if (prefix === null) return prefixOf === null || prefixOf === address || !prefixOf.startsWith('aws_ecr_');
  return isBelowPrefix(of, prefix) || isBelowPrefix(prefix, of);
}

/** True when a call may create a template, or the module is not fully read. */
function mayBeElsewhere(scope: RecordingScope, address: string): boolean {
  return scope.ask(
    (module) =>
      module.isOpen ||
      module.allBlocks().some(({ type, block, source }) => {
        if (type !== 'module') return false;
        return (
          resourcesMentionedIn(block).has(address) || /ecr|registry|template/i.test(textOf(placeOf(source, block)))
        );
      }),
  );
}
