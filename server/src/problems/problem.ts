import type { RelatedPlace, Severity } from '../checks/check.ts';
import type { Fix } from '../ecr/edits/change.ts';
import type { Place } from '../syntax/tree/place.ts';

/** A finding to report to the user. Its place is tied to pieces, not to a version's offsets. */
export interface Problem {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The key that the finding is about: its place is the same whichever call leads to it. */
  readonly about?: Place;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
  /** True where `terraform validate` says the same, as a companion extension shows it. */
  readonly isOfValidate?: true;
}
