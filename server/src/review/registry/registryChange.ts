import type { Finding, FindingSeverity } from '../findings/finding.ts';
import { finding } from '../findings/finding.ts';
import type { JsonRecord } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';

/** The two sides of a setting of the registry; null where there is none. */
export interface Sides {
  readonly before: JsonRecord | null;
  readonly after: JsonRecord | null;
}

/** What a change means, in one or two sentences, and whether something stops by it. */
export interface Meaning {
  readonly message: string;
  readonly stops: boolean;
  readonly because?: readonly string[];
}

/** The two sides of what a plan does, also where it deletes the new one together with the old one. */
export function sidesOf({ before, after, action }: PlanChange): Sides | null {
  const isActing = action === 'create' || action === 'update' || action === 'delete' || action === 'replace';
  return isActing ? { before, after } : null;
}

/** The finding that a meaning makes. */
export function registryFinding({ address }: PlanChange, { message, stops, because = [] }: Meaning): Finding {
  const severity: FindingSeverity = stops ? 'warning' : 'info';
  return finding(address, 'registry-changed', severity, message, { because });
}
