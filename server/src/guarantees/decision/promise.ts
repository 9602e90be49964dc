import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';

/** Which images a policy must leave alone, and for how long. An image stays while one of the two limits keeps it. */
export interface KeepPromise {
  /** Images with a tag that matches one of these are covered. */
  readonly covered: readonly TagRequirement[];
  /**
   * So many of the newest of the covered images of a repository stay, those in the archive counting; infinite where all
   * of them do, null where none stays for its place.
   */
  readonly newest: number | null;
  /** Covered images stay until this many days after their push; null without a limit of age. */
  readonly days: number | null;
  /** True where moving an image to the archive breaks it too. */
  readonly forbidsArchive: boolean;
}
