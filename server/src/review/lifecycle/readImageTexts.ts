import type { Image } from '../../simulate/input/image.ts';
import { readImagesByRepository } from '../../simulate/input/imagesByRepository.ts';
import type { GivenImages } from './givenImages.ts';

/** The images of texts that `aws ecr describe-images` printed, of as many repositories as they hold; null for none. */
export function readImageTexts(texts: readonly string[], now: number): GivenImages | null {
  const byRepository = new Map<string, readonly Image[]>();
  for (const text of texts) {
    for (const [name, { images, problems }] of readImagesByRepository(text)) {
      // An empty list says that a repository holds no images, and is no problem.
      if (images.length === 0 && problems.length > 0) continue;
      byRepository.set(name, [...(byRepository.get(name) ?? []), ...images]);
    }
  }
  return byRepository.size === 0 ? null : { byRepository, now };
}
