import type { Finding, FindingSeverity } from '../findings/finding.ts';
import { finding } from '../findings/finding.ts';
import type { JsonRecord } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';

/** The two sides of a registry setting; null when it does not exist. */
export interface Sides {
  readonly before: JsonRecord | null;
  readonly after: JsonRecord | null;
}

/** What a change means, in one or two sentences, and whether something stops working. */
export interface Meaning {
  readonly message: string;
  readonly stops: boolean;
  readonly because?: readonly string[];
}

/** The two sides of a change, including replacements that also delete the new object. */
export function sidesOf({ before, after, action }: PlanChange): Sides | null {
  const isActing = action === 'create' || action === 'update' || action === 'delete' || action === 'replace';
  return isActing ? { before, after } : null;
}

/** The finding for a meaning. */
export function registryFinding({ address }: PlanChange, { message, stops, because = [] }: Meaning): Finding {
  const severity: FindingSeverity = stops ? 'warning' : 'info';
  return finding(address, 'registry-changed', severity, message, { because });
}
