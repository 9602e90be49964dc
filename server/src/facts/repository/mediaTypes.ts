/**
 * Manifests that refer to other manifests: an image for each architecture.
 * Source: Docker registry, "Image Manifest Version 2, Schema 2" (manifest list); OCI image specification, "Image Index".
 * Read 2026-11-22.
 */
export const INDEX_MEDIA_TYPES: readonly string[] = [
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.index.v1+json',
];
