/** The address of the repository in a manifest, without `.git` and its last slash; null when there is none. */
export function repositoryOf({ repository }) {
  const address = typeof repository === 'string' ? repository : repository?.url;
  if (address === undefined || address === '') return null;
  return address
    .replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
}

/** What a package lacks while the manifest names no repository; null when nothing is missing. */
export function missingFromManifest(manifest) {
  if (repositoryOf(manifest) !== null) return null;
  return 'package.json names no repository: pictures are left out of the packaged page, and links lead to packed files only.';
}
