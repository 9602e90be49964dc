import { lookUp } from '../../facts/lookUp.ts';
import type { BodyFact } from '../../facts/provider/resourceSchema.ts';
import { nearestName } from '../nearestName.ts';

/** Names that other blocks, the JSON or older code use for the same thing, by this block's name for it. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  ecr_repository_prefix: ['prefix'],
  force_destroy: ['force_delete'],
  force_delete: ['force_destroy'],
  image_tag_mutability_exclusion_filter: ['exclusion_filter'],
  name: ['repository_name', 'repository'],
  policy: ['lifecycle_policy', 'repository_policy', 'policy_text'],
  prefix: ['ecr_repository_prefix'],
  priority: ['rule_priority', 'rulePriority'],
  repository: ['repository_name', 'name'],
  repository_name: ['repository', 'name'],
  resource_tags: ['tags'],
};

/** The argument or block of a body that an unknown name resembles; undefined when none is similar. */
export function meantItem(written: string, { arguments: known, blocks }: BodyFact): string | undefined {
  return meantName(
    written,
    [...known, ...blocks].map(({ name }) => name),
  );
}

/** The same for names of any kind. */
export function meantName(written: string, names: readonly string[]): string | undefined {
  const other = names.filter((name) => lookUp(OTHER_NAMES, name)?.includes(written) === true);
  return other.length === 1 ? other[0] : nearestName(written, names);
}
