import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { MOST_RECENT_BROKEN } from '../../facts/provider/providerFeatures.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import { providerRequirement } from '../../module/versions/providerRequirement.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { supportByProvider } from '../../module/versions/support.ts';
import type { ArgumentsCheck } from '../check.ts';

export const imageMostRecent: ArgumentsCheck = {
  subject: 'arguments',
  id: 'image-most-recent',
  title: 'This AWS provider reads the tag latest instead of the newest image',
  severity: 'warning',
  *check({ body, declaration, isNever }, scope) {
    const value = argumentIn(body, 'most_recent')?.value;
    if (isNever || value?.kind !== 'boolean' || !value.value || !isBlockOf(declaration, 'data', 'aws_ecr_image'))
      return;
    const requirement = providerRequirement(scope, declaration);
    if (requirement === null) return;
    const share = (release: string) => supportByProvider(scope, requirement, releaseOf(release))?.share;
    if (share(MOST_RECENT_BROKEN.release) !== 'all' || share(MOST_RECENT_BROKEN.fixed) !== 'none') return;
    yield {
      place: value.place,
      message: `Use AWS provider ${MOST_RECENT_BROKEN.fixed} or newer: ${MOST_RECENT_BROKEN.release} reads the tag latest instead of the newest image, and fails if no image has it.`,
    };
  },
};
