import { argumentIn, blocksIn, givenState } from '../../ecr/blocks/bodyParts.ts';
import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { isTemplate } from '../../ecr/registry/creationTemplates.ts';
import { ENCRYPTION_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const templateRoleMissing: ArgumentsCheck = {
  subject: 'arguments',
  id: 'template-role-missing',
  title: 'A creation template with tags or KMS encryption has no role',
  severity: 'warning',
  *check(block) {
    if (block.isNever || !isTemplate(block) || givenState(block.body, 'custom_role_arn') !== 'no') return;
    const [first] = needs(block);
    if (first === undefined) return;
    yield {
      place: first.place,
      message: `${first.what} need custom_role_arn, a role that ECR assumes to create the repositories. AWS accepts the template without it, but then the first pull or push that would create a repository fails with "not found".`,
    };
  },
};

/** What a template needs a role for; only tags that are certain to exist. */
function needs({ body }: EcrBlock): readonly { readonly place: Place; readonly what: string }[] {
  const tags = argumentIn(body, 'resource_tags')?.value;
  const types = blocksIn(body, ENCRYPTION_BLOCK.name).sure.flatMap((nested) => {
    const type = argumentIn(nested, 'encryption_type')?.value;
    return type?.kind === 'string' && type.value.startsWith('KMS')
      ? [{ place: type.place, what: 'Repositories encrypted with KMS' }]
      : [];
  });
  const hasTags = tags?.kind === 'object' && tags.members.length > 0;
  return [...(hasTags ? [{ place: tags.place, what: 'Tags of the repositories' }] : []), ...types];
}
