import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const imageNewRepository: ArgumentsCheck = {
  subject: 'arguments',
  id: 'image-new-repository',
  title: 'An image is read from a repository that the same apply creates',
  severity: 'info',
  *check({ body, declaration, isNever }, scope) {
    const written = argumentIn(body, 'repository_name');
    if (isNever || written === undefined || !isBlockOf(declaration, 'data', 'aws_ecr_image')) return;
    const address = referencedResource(written.attribute.value);
    if (address === null || !address.startsWith(`${REPOSITORY_TYPE}.`) || scope.block(address) === null) return;
    yield {
      place: placeOf(body.source, written.attribute.value),
      message: `${address} is new and empty at the first apply, and reading an image of an empty repository fails. Push an image first, or apply in two steps.`,
    };
  },
};
