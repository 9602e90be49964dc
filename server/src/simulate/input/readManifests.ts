import { isRecord } from '../../facts/isRecord.ts';
import type { Image } from './image.ts';
import type { JsonRecord } from './inputFields.ts';
import type { InputProblem } from './inputProblem.ts';
import { readJsonPages } from './jsonPages.ts';

/** References between manifests. */
export interface Manifest {
  readonly children: readonly string[];
  readonly subject: string | null;
}

export interface ManifestInput {
  /** By digest. */
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly problems: readonly InputProblem[];
}

/**
 * Reads the output of `aws ecr batch-get-image`, page after page: the digests that an index refers to, and the image
 * that an artifact is attached to. Source: botocore 1.43.67 `ecr/2015-09-21/service-2.json` (`BatchGetImageResponse`);
 * OCI image specification.
 */
export function readManifests(text: string): ManifestInput {
  const manifests = new Map<string, Manifest>();
  const problems: InputProblem[] = [];
  let record = 0;
  for (const { line, value } of readJsonPages(text)) {
    const images = isRecord(value) ? value['images'] : value;
    if (!Array.isArray(images)) {
      problems.push({ record: null, field: null, message: `Line ${line}: no list of images begins here.` });
      continue;
    }
    for (const image of images) {
      record += 1;
      const read = readRecord(image);
      if (typeof read === 'string') problems.push({ record, field: read, message: 'cannot be read; it is left out' });
      else manifests.set(read.digest, read.manifest);
    }
  }
  return { manifests, problems };
}

/** The images with the data of their manifests; the content of an index without a manifest stays unknown. */
export function withManifests(images: readonly Image[], manifests: ReadonlyMap<string, Manifest>): Image[] {
  return images.map((image) => {
    const manifest = manifests.get(image.digest);
    if (manifest === undefined) return image;
    return { ...image, children: manifest.children, subject: image.subject ?? manifest.subject };
  });
}

/** A record's manifest, or the name of the field that cannot be read. */
function readRecord(record: unknown): { readonly digest: string; readonly manifest: Manifest } | string {
  const id = isRecord(record) ? record['imageId'] : null;
  const digest = isRecord(id) ? id['imageDigest'] : null;
  if (!isRecord(record) || typeof digest !== 'string') return 'imageId.imageDigest';
  const [page] = readJsonPages(String(record['imageManifest']));
  if (!isRecord(page?.value)) return 'imageManifest';
  const { manifests, subject } = page.value;
  const children = Array.isArray(manifests) ? manifests.map(digestOf) : [];
  const known = children.filter((child) => child !== null);
  if (known.length !== children.length) return 'imageManifest';
  return { digest, manifest: { children: known, subject: digestOf(subject) } };
}

function digestOf(value: unknown): string | null {
  const digest = isRecord(value) ? (value satisfies JsonRecord)['digest'] : null;
  return typeof digest === 'string' ? digest : null;
}
