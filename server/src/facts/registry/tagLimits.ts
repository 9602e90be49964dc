/**
 * What AWS takes as tags of resources.
 * Source: Amazon ECR API (botocore 1.44.8), `TagKey`, `TagValue`; Amazon ECR User Guide, "Tag restrictions". Read
 * 2026-11-30.
 */
export const TAG_LIMITS = {
  /** Characters. */
  key: 128,
  value: 256,
  /** Tags of one resource, those of the provider's `default_tags` among them. */
  count: 50,
};

const FORBIDDEN = /[^\p{L}\p{M}\p{N}\p{Z}_.:/=+\-@]/u;

/** The first character that no tag may have; null for none. */
export function tagCharactersIn(text: string): string | null {
  return FORBIDDEN.exec(text)?.[0] ?? null;
}
