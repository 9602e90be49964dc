import type { TagRequirement } from '../../ecr/documents/lifecycle/claims/requirement.ts';

/** The images that a policy must leave alone, and for how long. An image stays while either limit keeps it. */
export interface KeepPromise {
  /** Images with a tag that matches one of these are covered. */
  readonly covered: readonly TagRequirement[];
  /**
   * This many of the newest covered images of a repository stay, archived ones included; infinite when all do, null
   * when none stays by rank.
   */
  readonly newest: number | null;
  /** Covered images stay until this many days after their push; null without a limit of age. */
  readonly days: number | null;
  /** True when moving an image to the archive breaks it too. */
  readonly forbidsArchive: boolean;
}
