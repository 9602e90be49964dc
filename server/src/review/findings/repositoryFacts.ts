import { lookUp } from '../../facts/lookUp.ts';
import type { JsonRecord } from '../plan/jsonValues.ts';
import { blockOf, listOf, memberOf, textOf } from '../plan/jsonValues.ts';

/** The relevant argument names of a repository type. */
export interface RepositoryType {
  readonly name: string;
  /** Whether images are deleted with the repository. */
  readonly force: string;
  readonly isPublic: boolean;
}

const TYPES: Readonly<Record<string, RepositoryType>> = {
  aws_ecr_repository: { name: 'name', force: 'force_delete', isPublic: false },
  aws_ecrpublic_repository: { name: 'repository_name', force: 'force_destroy', isPublic: true },
  awscc_ecr_repository: { name: 'repository_name', force: 'empty_on_delete', isPublic: false },
  // Cloud Control has no argument for it: a public repository with images is not deleted.
  awscc_ecr_public_repository: { name: 'repository_name', force: '', isPublic: true },
};

/** The argument names of a repository type; undefined for any other type. */
export function repositoryTypeOf(type: string): RepositoryType | undefined {
  return lookUp(TYPES, type);
}

/** The name of a repository on one side of a plan; null when unknown. */
export function nameIn(type: RepositoryType, values: JsonRecord | null): string | null {
  return textOf(values, type.name);
}

/** Whether a repository is deleted together with its images. */
export function isForced(type: RepositoryType, values: JsonRecord | null): boolean {
  return memberOf(values, type.force) === true;
}

/** Whether images are scanned when they are pushed. */
export function scansOnPush(values: JsonRecord | null): boolean {
  return memberOf(blockOf(values, 'image_scanning_configuration'), 'scan_on_push') === true;
}

/** Whether tags can be overwritten, and the filters for exceptions. */
export interface Mutability {
  readonly mode: string;
  readonly filters: readonly string[];
}

const FILTERS = ['image_tag_mutability_exclusion_filter', 'image_tag_mutability_exclusion_filters'];

/** Which tags of a repository can be overwritten, on one side of a plan. */
export function mutabilityIn(values: JsonRecord | null): Mutability {
  const blocks = FILTERS.flatMap((key) => listOf(values, key));
  return {
    mode: textOf(values, 'image_tag_mutability') ?? 'MUTABLE',
    filters: blocks.flatMap((block) => {
      return textOf(block, 'filter') ?? textOf(block, 'image_tag_mutability_exclusion_filter_value') ?? [];
    }),
  };
}
