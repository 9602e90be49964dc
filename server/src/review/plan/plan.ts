import type { PlannedProvider } from '../../ecr/plan/plannedProvider.ts';
import type { JsonRecord } from './jsonValues.ts';

/** What a plan does to one resource. */
export type PlanAction = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget' | 'replace';

/** One resource of a plan, as `terraform show -json` prints it. */
export interface PlanChange {
  readonly address: string;
  /** The address before a move; null when nothing moves. */
  readonly previousAddress: string | null;
  readonly type: string;
  readonly action: PlanAction;
  /** For a replacement: true when the new object is created before the old one is deleted. */
  readonly createsFirst: boolean;
  /** The key of an object left behind by an earlier apply; null for the resource itself. */
  readonly deposed: string | null;
  /** Terraform's reason, in its own words such as `replace_because_tainted`; null when it gives none. */
  readonly reason: string | null;
  /** Null before a creation, and after a deletion. */
  readonly before: JsonRecord | null;
  readonly after: JsonRecord | null;
  /** In the shape of `after`, with `true` for values that are only known after apply. */
  readonly afterUnknown: unknown;
  /** In the shape of the values, with `true` for sensitive ones. */
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
  /** What forces a replacement: the path to each argument. */
  readonly replacePaths: readonly (readonly (string | number)[])[];
  /**
   * The provider configuration in the code, such as `aws.north`; null when unknown, as for a resource that is no longer
   * in the code.
   */
  readonly provider: string | null;
  /** The region and account of that configuration, as far as the code says; null when there is none. */
  readonly configuration: PlannedProvider | null;
  /** The id of an imported object, empty when unknown; null when nothing is imported. */
  readonly importId: string | null;
}

/** The parts of a plan that concern ECR. */
export interface Plan {
  readonly changes: readonly PlanChange[];
  /** What changed outside Terraform since the last apply. */
  readonly drift: readonly PlanChange[];
  /** Why the plan is incomplete, one clause each; empty for a complete one. */
  readonly gaps: readonly string[];
  /** Texts that the plan marks as sensitive anywhere: they are never printed, wherever they occur again. */
  readonly secrets: readonly string[];
}

/** A plan, or the reason why a text is not one, with the commands that make one. */
export type PlanReading =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly because: string; readonly commands: readonly string[] };
