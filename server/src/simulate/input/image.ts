/** Where an image is kept; `activating` while it comes back from the archive. */
export type ImageState = 'standard' | 'archive' | 'activating';

/**
 * What a simulation has to know of one image. Times are milliseconds since 1970, null where the input has none.
 * Source: botocore 1.43.67 `ecr/2015-09-21/service-2.json` (`ImageDetail`).
 */
export interface Image {
  readonly digest: string;
  readonly tags: readonly string[];
  readonly state: ImageState;
  readonly bytes: number | null;
  readonly pushedAt: number | null;
  readonly pulledAt: number | null;
  readonly archivedAt: number | null;
  /** When it last came back from the archive. */
  readonly activatedAt: number | null;
  /** The digest that it is attached to, as a signature or a list of contents is. */
  readonly subject: string | null;
  /** The digests that it refers to, if it is an index; null when it is one and they are not known. */
  readonly children: readonly string[] | null;
}

/** An image with a digest and the given fields only. */
export function imageOf(digest: string, known: Partial<Omit<Image, 'digest'>> = {}): Image {
  return {
    digest,
    tags: known.tags ?? [],
    state: known.state ?? 'standard',
    bytes: known.bytes ?? null,
    pushedAt: known.pushedAt ?? null,
    pulledAt: known.pulledAt ?? null,
    archivedAt: known.archivedAt ?? null,
    activatedAt: known.activatedAt ?? null,
    subject: known.subject ?? null,
    children: known.children === undefined ? [] : known.children,
  };
}
