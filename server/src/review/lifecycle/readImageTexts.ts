import type { Image } from '../../simulate/input/image.ts';
import { readImagesByRepository } from '../../simulate/input/imagesByRepository.ts';
import type { GivenImages } from './givenImages.ts';

/** The images in outputs of `aws ecr describe-images`, for all their repositories; null for none. */
export function readImageTexts(texts: readonly string[], now: number): GivenImages | null {
  const byRepository = new Map<string, readonly Image[]>();
  for (const text of texts) {
    for (const [name, { images, problems }] of readImagesByRepository(text)) {
      // An empty list means a repository without images, and is not a problem.
      if (images.length === 0 && problems.length > 0) continue;
      byRepository.set(name, [...(byRepository.get(name) ?? []), ...images]);
    }
  }
  return byRepository.size === 0 ? null : { byRepository, now };
}
