import type { GivenImages } from '../../review/lifecycle/givenImages.ts';
import type { Image } from '../../simulate/input/image.ts';
import { readImagesByRepository } from '../../simulate/input/imagesByRepository.ts';
import { readText, tellProblems } from '../inputTexts.ts';
import type { Output } from '../output.ts';
import { UsageError } from '../usage.ts';

/** Reads the images of `--images` for all repositories in the files; null when no file was given. */
export function readGivenImages(paths: readonly string[], now: number, output: Output): GivenImages | null {
  if (paths.length === 0) return null;
  const byRepository = new Map<string, readonly Image[]>();
  for (const path of paths) {
    let count = 0;
    for (const [name, { images, problems }] of readImagesByRepository(readText(path))) {
      tellProblems(path, problems, output);
      if (images.length === 0 && problems.length > 0) continue;
      count += 1;
      byRepository.set(name, [...(byRepository.get(name) ?? []), ...images]);
    }
    if (count === 0) throw new UsageError(`${path} has no image that can be used`);
  }
  return { byRepository, now };
}
