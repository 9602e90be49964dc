import type { MappedText } from '../../syntax/tree/mappedText.ts';
import type { Extent, ObjectMember, Type, Value } from './value.ts';

/** Larger values are unknown: about 200,000 parts, or a text of one mebibyte. */
export const SIZE_LIMIT = 1 << 18;

/** Why a value above the limits is unknown. */
export const TOO_LARGE = 'it is too large to be followed';

/** Values with more levels than this are unknown. */
const DEPTH_LIMIT = 400;

/** True for a value that is small enough to be walked. */
export function isWithinLimits(value: Value): boolean {
  switch (value.kind) {
    case 'number':
    case 'boolean':
      return true;
    case 'string':
    case 'partial-string':
      return sizeOfText(value.mapped) <= SIZE_LIMIT;
    default: {
      const { size, depth } = extentOf(value);
      return size <= SIZE_LIMIT && depth <= DEPTH_LIMIT;
    }
  }
}

/** True for a value that is unknown because of its size. */
export function isGivenUp(value: Value): boolean {
  return value.kind === 'unknown' && value.because === TOO_LARGE;
}

/** The extent of a value, in constant time. */
export function extentOf(value: Value): Extent {
  switch (value.kind) {
    case 'list':
    case 'object':
    case 'alternatives':
    case 'encoded':
      return value.extent;
    case 'string':
      return extentOfText(value.mapped, true);
    case 'partial-string':
      return extentOfText(value.mapped, false);
    case 'unknown':
    case 'null': {
      const { size, depth } = value.type === undefined ? ONE : extentOfType(value.type);
      return {
        size,
        depth,
        known: value.kind === 'null',
        failed: value.kind === 'unknown' && value.failure !== undefined,
      };
    }
    default:
      return ONE;
  }
}

/** The extent of a value that contains these. */
export function extentOfItems(items: readonly Value[], open = false): Extent {
  const sum = new ExtentSum(open);
  for (const item of items) sum.add(item);
  return sum.extent();
}

/** The extent of one of these values. */
export function extentOfOptions(options: readonly Value[]): Extent {
  return { ...extentOfItems(options), known: false, failed: false };
}

/** The extent of an object that contains these. */
export function extentOfMembers(members: readonly ObjectMember[], open: boolean): Extent {
  const sum = new ExtentSum(open);
  for (const { key, value } of members) {
    sum.size += 1 + textSize(key.length);
    sum.add(value);
  }
  return sum.extent();
}

/** Adds up the extent of parts. Most parts are short texts and numbers, which need no object of their own. */
class ExtentSum {
  size = 1;
  #depth = 0;
  #known: boolean;
  #failed = false;

  constructor(open: boolean) {
    this.#known = !open;
  }

  add(part: Value): void {
    if (part.kind === 'number' || part.kind === 'boolean') this.#addScalar(1);
    else if (part.kind === 'string') this.#addScalar(sizeOfText(part.mapped));
    else this.#addExtent(extentOfPart(part));
  }

  extent(): Extent {
    return { size: this.size, depth: this.#depth + 1, known: this.#known, failed: this.#failed };
  }

  #addScalar(size: number): void {
    this.size += size;
    if (this.#depth < 1) this.#depth = 1;
  }

  #addExtent({ size, depth, known, failed }: Extent): void {
    this.size += size;
    if (depth > this.#depth) this.#depth = depth;
    if (!known) this.#known = false;
    if (failed) this.#failed = true;
  }
}

/** The extent of the text that a value is encoded to. */
export function extentOfEncoded(value: Value): Extent {
  const { size, depth, known, failed } = extentOfPart(value);
  return { size: 1 + size, depth: depth + 1, known, failed };
}

/** The size of a value inside another: each encoding of an encoding may double the characters by escaping them. */
function extentOfPart(value: Value): Extent {
  const extent = extentOf(value);
  return value.kind === 'encoded' ? { ...extent, size: 2 * extent.size } : extent;
}

/** The size of this many characters. */
export function textSize(length: number): number {
  return Math.floor(length / 4);
}

function extentOfText(text: MappedText, known: boolean): Extent {
  return { size: sizeOfText(text), depth: 1, known, failed: false };
}

/** The size of a text whose ranges have places of their own. */
function sizeOfText({ text, segments }: MappedText): number {
  return 1 + textSize(text.length) + segments.length;
}

const ONE: Extent = { size: 1, depth: 1, known: true, failed: false };

type TypeExtent = Pick<Extent, 'size' | 'depth'>;

const typeExtents = new WeakMap<Type, TypeExtent>();

function extentOfType(type: Type): TypeExtent {
  const parts = partsOf(type);
  if (parts === null) return ONE;
  const known = typeExtents.get(type);
  if (known !== undefined) return known;
  let size = 1;
  let depth = 0;
  for (const part of parts) {
    const extent = extentOfType(part);
    size += extent.size;
    depth = Math.max(depth, extent.depth);
  }
  const extent: TypeExtent = { size, depth: depth + 1 };
  typeExtents.set(type, extent);
  return extent;
}

function partsOf(type: Type): readonly Type[] | null {
  if ('element' in type) return [type.element];
  if (type.kind === 'tuple') return type.items;
  return type.kind === 'object' ? [...type.attributes.values()].map((attribute) => attribute.type) : null;
}

/** Functions neither make nor search longer texts than this, in UTF-16 units. */
export const TEXT_LIMIT = 1 << 20;
