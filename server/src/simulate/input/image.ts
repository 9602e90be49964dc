/** The storage class of an image; `activating` while it is restored from the archive. */
export type ImageState = 'standard' | 'archive' | 'activating';

/**
 * What a simulation needs to know about an image. Times are milliseconds since 1970, null when the input has none.
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
  /** When it was last restored from the archive. */
  readonly activatedAt: number | null;
  /** The digest of the image that it is attached to, as a signature or an SBOM is. */
  readonly subject: string | null;
  /** The digests that it refers to, if it is an index; null for an index with unknown content. */
  readonly children: readonly string[] | null;
}

/** An image with only a digest and the given fields. */
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
