import { isRecord } from '../../facts/isRecord.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { INDEX_MEDIA_TYPES } from '../../facts/repository/mediaTypes.ts';
import type { Image, ImageState } from './image.ts';
import { imageOf } from './image.ts';
import { RecordFields } from './inputFields.ts';
import type { InputProblem } from './inputProblem.ts';
import type { JsonPage } from './jsonPages.ts';
import { readJsonPages } from './jsonPages.ts';

/** The images of an input, and the parts that could not be used. */
export interface ImageInput {
  readonly images: readonly Image[];
  readonly problems: readonly InputProblem[];
  /** The number of images without any date, as `list-images` prints them. */
  readonly undated: number;
}

const STATES: Readonly<Record<string, ImageState>> = {
  ACTIVE: 'standard',
  ARCHIVED: 'archive',
  ACTIVATING: 'activating',
};

/**
 * Reads the output of `aws ecr describe-images` or `aws ecr list-images`: one page or several in sequence, or the bare
 * list of records. An unusable record is reported and skipped; the others are still read. Source: botocore 1.43.67
 * `ecr/2015-09-21/service-2.json` (`ImageDetail`, `ImageIdentifier`).
 */
export function readImages(text: string): ImageInput {
  const reader = new ImageReader();
  const pages = readJsonPages(text);
  const other = otherFormatOf(text, pages);
  if (other !== null) reader.problems.push({ record: null, field: null, ...other });
  for (const { line, value } of other === null ? pages : []) {
    const message = reader.readPage(value);
    if (message !== null) reader.problems.push({ record: null, field: null, message, values: [String(line)] });
  }
  if (pages.length === 0) reader.problems.push({ record: null, field: null, message: 'The input is empty.' });
  return reader.result();
}

/**
 * The format of a text that the AWS CLI printed in a format other than JSON; null for a text that may be truncated
 * JSON.
 */
function otherFormatOf(text: string, pages: readonly JsonPage[]): Pick<InputProblem, 'message' | 'values'> | null {
  if (text.trim() === '' || /^\s*[{[]/.test(text)) return null;
  const form = FORMATS.find(([pattern]) => pattern.test(text))?.[1];
  if (form === undefined && pages.some(({ value }) => value !== undefined)) return null;
  return form === undefined
    ? { message: 'This is not JSON; give what aws ecr describe-images prints with --output json.' }
    : { message: 'This is what --output {0} prints, not JSON; add --output json to the command.', values: [form] };
}

const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^\s*[-+]{4,}\s*$/m, 'table'],
  [/^\s*(?:- )?(?:imageDetails|imageIds|imageDigest|registryId):/m, 'yaml'],
  [/^(?:IMAGEDETAILS|IMAGEIDS)\t/im, 'text'],
];

class ImageReader {
  readonly problems: InputProblem[] = [];
  readonly #images = new Map<string, Image>();
  readonly #repositories = new Set<string>();
  #records = 0;

  /** Reads a page; returns what is wrong with it as a whole, with `{0}` for its line, or null. */
  readPage(value: unknown): string | null {
    if (value === undefined) return 'Line {0}: what begins here is not JSON, or it is not complete.';
    if (Array.isArray(value)) return this.#readRecords(value);
    if (!isRecord(value)) return 'Line {0}: a page of images is an object or a list.';
    const { imageDetails, imageIds } = value;
    if (Array.isArray(imageDetails)) return this.#readRecords(imageDetails);
    if (Array.isArray(imageIds)) return this.#readRecords(imageIds);
    return Array.isArray(value['images'])
      ? 'Line {0}: this is what batch-get-image prints, which has no dates; it can only be given as manifests.'
      : 'Line {0}: the page has neither imageDetails nor imageIds.';
  }

  result(): ImageInput {
    const images = [...this.#images.values()];
    const isUndated = ({ pushedAt, pulledAt, archivedAt }: Image) => (pushedAt ?? pulledAt ?? archivedAt) === null;
    return { images, problems: this.problems, undated: images.filter(isUndated).length };
  }

  #readRecords(records: readonly unknown[]): null {
    for (const record of records) {
      this.#records += 1;
      if (isRecord(record)) this.#readRecord(new RecordFields(record, this.#records, this.problems));
      else this.#refuse(null, 'is not an object; it is skipped');
    }
    return null;
  }

  #readRecord(fields: RecordFields): void {
    const digest = fields.text('imageDigest');
    const state = this.#stateOf(fields);
    const tags = fields.texts('imageTags');
    const tag = fields.text('imageTag');
    if (digest === null) this.#refuse('imageDigest', 'is missing; the record is left out');
    if (typeof digest !== 'string' || state === null || tags === undefined || tag === undefined) return;
    if (!this.#isOfRepository(fields)) return;
    const known = this.#images.get(digest);
    const added = [...(tags ?? []), ...(tag === null ? [] : [tag])];
    if (known === undefined) this.#images.set(digest, this.#read(fields, digest, state, added));
    else if (tag === null) this.#refuse('imageDigest', 'is already in an earlier record; this one is skipped');
    else this.#images.set(digest, { ...known, tags: [...new Set([...known.tags, ...added])] });
  }

  #read(fields: RecordFields, digest: string, state: ImageState, tags: readonly string[]): Image {
    const mediaType = fields.text('imageManifestMediaType');
    return imageOf(digest, {
      tags,
      state,
      bytes: fields.amount('imageSizeInBytes'),
      pushedAt: fields.moment('imagePushedAt'),
      pulledAt: fields.moment('lastRecordedPullTime'),
      archivedAt: fields.moment('lastArchivedAt'),
      activatedAt: fields.moment('lastActivatedAt'),
      subject: fields.text('subjectManifestDigest') ?? null,
      children: typeof mediaType === 'string' && INDEX_MEDIA_TYPES.includes(mediaType) ? null : [],
    });
  }

  #stateOf(fields: RecordFields): ImageState | null {
    const status = fields.text('imageStatus');
    const state = status === null ? 'standard' : lookUp(STATES, status ?? '');
    if (state !== undefined) return state;
    if (typeof status === 'string') this.#refuse('imageStatus', '"{0}" is not known; the record is left out', status);
    return null;
  }

  /** A policy acts on one repository: records of others are reported once and skipped. */
  #isOfRepository(fields: RecordFields): boolean {
    const name = fields.text('repositoryName');
    if (typeof name !== 'string') return true;
    const [own = name] = this.#repositories;
    if (name !== own && !this.#repositories.has(name)) {
      this.#refuse(
        'repositoryName',
        'is {0}, while the records before are of {1}; those of {0} are left out',
        name,
        own,
      );
    }
    this.#repositories.add(name);
    return name === own;
  }

  #refuse(field: string | null, message: string, ...values: readonly string[]): void {
    this.problems.push({ record: this.#records, field, message, values });
  }
}
