import type { SimulatedRule } from '../../../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { decodeText } from '../../../../../server/src/simulate/input/decodeText.ts';
import type { Image } from '../../../../../server/src/simulate/input/image.ts';
import { problemInWords } from '../../../../../server/src/simulate/input/inputProblem.ts';
import { madeUpImages } from '../../../../../server/src/simulate/input/madeUpImages.ts';
import { readImages } from '../../../../../server/src/simulate/input/readImages.ts';
import { unpackedWithin } from '../../../given/unpacked.ts';
import { counted, t } from '../language.ts';

/** Images that were given, and the parts that could not be used. */
export interface GivenImages {
  readonly name: string;
  readonly images: readonly Image[];
  /** One sentence each. */
  readonly problems: readonly string[];
}

/** Images made up from the rules, with sizes from 60 to 140 MB, so that what is freed can be seen. */
export function exampleImages(rules: readonly SimulatedRule[], now: number): Image[] {
  return madeUpImages(rules, now).map((image, index) => ({ ...image, bytes: (60 + ((index * 37) % 81)) * 1e6 }));
}

/** Larger files, packed or not, cannot be about one repository: it has at most 100,000 images. */
const SIZE_LIMIT = 200 * 1024 * 1024;

/** Beyond this number, the problems of an input are only counted. */
const TOLD_PROBLEMS = 3;

/** Reads the output of `aws ecr describe-images` or `list-images`, decompressed if it is gzip. */
export async function readGivenImages(name: string, bytes: Uint8Array): Promise<GivenImages> {
  const nothing = (reason: string) => ({ name, images: [], problems: [`${name}: ${reason}`] });
  let plain: Uint8Array | null;
  try {
    plain = await unpackedWithin(bytes, SIZE_LIMIT);
  } catch {
    return nothing(t('The archive is damaged. Give the file unpacked.'));
  }
  if (plain === null) return nothing(t('It is larger than {0} MiB, or would be when unpacked.', 200));
  return imagesOfText(name, decodeText(plain));
}

/** The same for text. */
export function imagesOfText(name: string, text: string): GivenImages {
  const { images, problems, undated } = readImages(text.replace(/^\uFEFF/, ''));
  const told = problems.slice(0, TOLD_PROBLEMS).map((problem) => problemInWords(problem, t));
  if (problems.length > told.length)
    told.push(
      counted(problems.length - told.length, '{0} further record has problems.', '{0} further records have problems.'),
    );
  if (undated > 0)
    told.push(
      counted(
        undated,
        '{0} image has no date, as list-images prints it; its age is not known.',
        '{0} images have no date, as list-images prints them; ages are not known.',
      ),
    );
  return { name, images, problems: told.map((problem) => `${name}: ${problem}`) };
}
