import type { AccessPolicy } from '../../ecr/documents/access/accessPolicy.ts';
import { namedAccessPolicies } from '../../ecr/documents/access/namedAccessPolicies.ts';
import type { AccessTarget } from '../../facts/access/accessPlaces.ts';
import { Workspace } from '../../module/workspace.ts';

const TYPES: Readonly<Record<AccessTarget, string>> = {
  repository: 'aws_ecr_repository_policy',
  registry: 'aws_ecr_registry_policy',
  public: 'aws_ecrpublic_repository_policy',
};

/** Reads the policy of a repository or a registry from its JSON; null when a part cannot be read. */
export function readAccessText(text: string, target: AccessTarget): AccessPolicy | null {
  const workspace = new Workspace();
  workspace.setAttachedFile('policy.json', text);
  workspace.setDiskFile('policy.tf', `resource "${TYPES[target]}" "policy" {\n  policy = file("policy.json")\n}\n`);
  const [named] = namedAccessPolicies(workspace, 'policy.tf');
  return named?.access.isWhole && named.access.root !== null ? named.access : null;
}
