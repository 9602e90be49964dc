/**
 * The upstream registries of pull through cache rules, and their requirements. Source: Amazon ECR API (botocore 1.44.8,
 * `UpstreamRegistry`), Amazon ECR User Guide "Sync an upstream registry", and answers of AWS recorded in npm
 * cdk-preflight 0.0.143 (`pf-ecr-*`). Read 2026-11-30.
 */

export interface UpstreamRegistry {
  /** Its name in messages. */
  readonly name: string;
  readonly matches: RegExp;
  /** Whether AWS requires a secret with credentials, rejects one, or accepts a role instead. */
  readonly credential: 'required' | 'refused' | 'role';
}

const UPSTREAMS: readonly UpstreamRegistry[] = [
  { name: 'Amazon ECR Public', matches: /^public\.ecr\.aws$/, credential: 'refused' },
  { name: 'the registry of Kubernetes', matches: /^registry\.k8s\.io$/, credential: 'refused' },
  { name: 'Quay', matches: /^quay\.io$/, credential: 'refused' },
  { name: 'Docker Hub', matches: /^registry-1\.docker\.io$/, credential: 'required' },
  { name: 'GitHub Container Registry', matches: /^ghcr\.io$/, credential: 'required' },
  { name: 'GitLab Container Registry', matches: /^registry\.gitlab\.com$/, credential: 'required' },
  { name: 'Chainguard', matches: /^cgr\.dev$/, credential: 'required' },
  { name: 'Azure Container Registry', matches: /^[a-zA-Z0-9]+\.azurecr\.io$/, credential: 'required' },
  {
    name: 'a private registry of Amazon ECR',
    matches: /^\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.[a-z0-9.-]+$/,
    credential: 'role',
  },
];

/** The hosts that can be listed literally. */
export const UPSTREAM_HOSTS: readonly string[] = [
  'registry-1.docker.io',
  'public.ecr.aws',
  'registry.k8s.io',
  'quay.io',
  'ghcr.io',
  'registry.gitlab.com',
  'cgr.dev',
];

/** Common wrong hosts of a registry. */
export const OTHER_HOSTS: Readonly<Record<string, string>> = {
  'docker.io': 'registry-1.docker.io',
  'index.docker.io': 'registry-1.docker.io',
  'hub.docker.com': 'registry-1.docker.io',
  'registry.docker.io': 'registry-1.docker.io',
  'registry.hub.docker.com': 'registry-1.docker.io',
  'k8s.gcr.io': 'registry.k8s.io',
  'gallery.ecr.aws': 'public.ecr.aws',
  'gitlab.com': 'registry.gitlab.com',
  'github.com': 'ghcr.io',
};

/** The registry at an address; undefined for one that AWS rejects. */
export function upstreamRegistry(url: string): UpstreamRegistry | undefined {
  return UPSTREAMS.find(({ matches }) => matches.test(url));
}

/** The prefix of the name of a secret with credentials. */
export const SECRET_PREFIX = 'ecr-pullthroughcache/';

/** The keys that the JSON in the secret must have. */
export const SECRET_KEYS: readonly string[] = ['username', 'accessToken'];
