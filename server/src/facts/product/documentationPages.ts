/** The public address of the documentation, ending in a slash; null while there is none. `npm run site` writes its pages. */
const PUBLIC_ADDRESS: string | null = null;

/**
 * The address of a rule's page for an editor. `localPages` is the address of the packed `docs/rules/`, ending in a
 * slash, used when there is no public one.
 */
export function pageOf(ruleId: string, localPages: string): string {
  return publicPageOf(ruleId) ?? `${localPages}${ruleId}.md`;
}

/** Where a report says that a rule is explained: a public address, or the command that prints the page. */
export function pageInReport(ruleId: string, address: string | null = PUBLIC_ADDRESS): string {
  return publicPageOf(ruleId, address) ?? `terraform-ecr rules ${ruleId}`;
}

/** The public address of a rule's page; null while there is none. */
function publicPageOf(ruleId: string, address: string | null = PUBLIC_ADDRESS): string | null {
  return address === null ? null : `${address}rules/${ruleId}.html`;
}

/** AWS's page about the keys of a lifecycle policy. */
export const POLICY_PAGE = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html';

const REGISTRY = 'https://registry.terraform.io';

/** The page of the AWS provider about a type of a `resource`, `data` or `ephemeral` block. */
export function resourcePage(blockType: string, type: string): string {
  const kinds: Readonly<Record<string, string>> = { data: 'data-sources', ephemeral: 'ephemeral-resources' };
  return `${REGISTRY}/providers/hashicorp/aws/latest/docs/${kinds[blockType] ?? 'resources'}/${type.replace(/^aws_/, '')}`;
}

/** The page of a module by its `source`, as `NAMESPACE/NAME/PROVIDER`; null for a module from elsewhere. */
export function modulePage(source: string): string | null {
  const [, name, inner = ''] =
    /^(?:registry\.terraform\.io\/)?([\w-]+\/[\w-]+\/[\w-]+)(?:\/\/modules\/([\w-]+)|\/\/.*)?$/.exec(source) ?? [];
  const page = `${REGISTRY}/modules/${name}/latest`;
  if (name === undefined) return null;
  return inner === '' ? page : `${page}/submodules/${inner}`;
}
