import { lookUp } from '../../facts/lookUp.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

export const LIFECYCLE_POLICY_TYPE = 'aws_ecr_lifecycle_policy';

/** The policy types of which a repository has at most one, and their argument for the repository. */
const REPOSITORY_ARGUMENTS: Readonly<Record<string, string>> = {
  [LIFECYCLE_POLICY_TYPE]: 'repository',
  aws_ecr_repository_policy: 'repository',
  aws_ecrpublic_repository_policy: 'repository_name',
};

/** The argument of a policy that names its repository; null for another block. */
export function repositoryArgumentOf({ type, labels, block }: BlockDeclaration): Attribute | null {
  const name = type === 'resource' ? lookUp(REPOSITORY_ARGUMENTS, labels[0] ?? '') : undefined;
  return name === undefined ? null : (attributeOf(block, name) ?? null);
}
