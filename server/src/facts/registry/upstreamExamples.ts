/**
 * An image of each registry, as an example of the name that a pull through cache gives it. Source: Amazon ECR User
 * Guide, "Pulling an image with a pull through cache rule". Read 2026-11-30.
 */
const EXAMPLES: Readonly<Record<string, { readonly image: string; readonly tag: string }>> = {
  'registry-1.docker.io': { image: 'library/nginx', tag: 'latest' },
  'public.ecr.aws': { image: 'docker/library/nginx', tag: 'latest' },
  'quay.io': { image: 'prometheus/prometheus', tag: 'latest' },
  'registry.k8s.io': { image: 'pause', tag: '3.10' },
  'ghcr.io': { image: 'OWNER/IMAGE', tag: 'TAG' },
  'registry.gitlab.com': { image: 'GROUP/PROJECT/IMAGE', tag: 'TAG' },
  'cgr.dev': { image: 'chainguard/nginx', tag: 'latest' },
};

/** An image in a registry, without the host, and one of its tags; capitalised words when none is known. */
export function exampleOf(host: string): { readonly image: string; readonly tag: string } {
  return Object.hasOwn(EXAMPLES, host) ? (EXAMPLES[host] ?? OTHER) : OTHER;
}

const OTHER = { image: 'REPOSITORY', tag: 'TAG' };
