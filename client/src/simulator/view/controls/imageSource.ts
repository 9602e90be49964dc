import { printCount } from '../../../../../server/src/simulate/amounts.ts';
import { decodeText } from '../../../../../server/src/simulate/input/decodeText.ts';
import type { Image } from '../../../../../server/src/simulate/input/image.ts';
import { describeProblem } from '../../../../../server/src/simulate/input/inputProblem.ts';
import { readImages } from '../../../../../server/src/simulate/input/readImages.ts';

/** Images that were given, and what of them could not be used. */
export interface GivenImages {
  readonly name: string;
  readonly images: readonly Image[];
  /** A sentence each. */
  readonly problems: readonly string[];
}

/** More problems of one input than these are counted. */
const TOLD_PROBLEMS = 3;

/** Reads what `aws ecr describe-images` or `list-images` printed, unpacked where it is gzip. */
export async function readGivenImages(name: string, bytes: Uint8Array): Promise<GivenImages> {
  const plain = isPacked(bytes) ? await unpacked(bytes).catch(() => null) : bytes;
  if (plain === null) {
    return { name, images: [], problems: ['It is packed in a way that cannot be unpacked.'] };
  }
  return imagesOfText(name, decodeText(plain));
}

/** The same for text. */
export function imagesOfText(name: string, text: string): GivenImages {
  const { images, problems, undated } = readImages(text.replace(/^\uFEFF/, ''));
  const told = problems.slice(0, TOLD_PROBLEMS).map(describeProblem);
  if (problems.length > told.length)
    told.push(`${printCount(problems.length - told.length, 'further record has', 'further records have')} problems.`);
  if (undated > 0)
    told.push(
      `${printCount(undated, 'image has', 'images have')} no date, as list-images prints them; ages are not known.`,
    );
  return { name, images, problems: told };
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
