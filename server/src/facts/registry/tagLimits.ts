/**
 * The resource tags that AWS accepts. Source: Amazon ECR API (botocore 1.44.8), `TagKey`, `TagValue`; Amazon ECR User
 * Guide, "Tag restrictions". Read 2026-11-30.
 */
export const TAG_LIMITS = {
  /** Characters. */
  key: 128,
  value: 256,
  /** The tags of one resource, including the provider's `default_tags`. */
  count: 50,
};

const FORBIDDEN = /[^\p{L}\p{M}\p{N}\p{Z}_.:/=+\-@]/u;

/** The first character that tags cannot contain; null for none. */
export function tagCharactersIn(text: string): string | null {
  return FORBIDDEN.exec(text)?.[0] ?? null;
}
