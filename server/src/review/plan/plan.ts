import type { JsonRecord } from './jsonValues.ts';

/** What a plan does to one resource. */
export type PlanAction = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget' | 'replace';

/** One resource of a plan, as `terraform show -json` prints it. */
export interface PlanChange {
  readonly address: string;
  /** The address before a move; null where nothing moves. */
  readonly previousAddress: string | null;
  readonly type: string;
  readonly action: PlanAction;
  /** Of a replacement: true where the new object is created before the old one is deleted. */
  readonly createsFirst: boolean;
  /** The key of an object left behind by an earlier apply; null for the resource itself. */
  readonly deposed: string | null;
  /** Why Terraform does it, in its own words such as `replace_because_tainted`; null where it does not say. */
  readonly reason: string | null;
  /** Null before a creation, and after a deletion. */
  readonly before: JsonRecord | null;
  readonly after: JsonRecord | null;
  /** In the shape of `after`, `true` where a value is known after the apply only. */
  readonly afterUnknown: unknown;
  /** In the shape of the values, `true` where one is sensitive. */
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
  /** What forces a replacement: the steps to each argument. */
  readonly replacePaths: readonly (readonly (string | number)[])[];
  /**
   * The configuration of the provider that the code gives it, such as `aws.north`; null when unknown, as for a resource
   * that is no longer in the code.
   */
  readonly provider: string | null;
  /** The id of an object that is imported, empty when it is unknown; null where nothing is imported. */
  readonly importId: string | null;
}

/** What of a plan concerns ECR. */
export interface Plan {
  readonly changes: readonly PlanChange[];
  /** What changed outside Terraform since the last apply. */
  readonly drift: readonly PlanChange[];
  /** Why the plan does not hold everything, a clause each; empty for a whole one. */
  readonly gaps: readonly string[];
  /** Texts that the plan marks as sensitive anywhere: they are printed nowhere, wherever they are repeated. */
  readonly secrets: readonly string[];
}

/** A plan, or why a text is not one, with the commands that make one. */
export type PlanReading =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly because: string; readonly commands: readonly string[] };
