import { isRecord } from '../../facts/isRecord.ts';
import type { BodyFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { PlannedProvider } from './plannedProvider.ts';
import { providerOf, UNKNOWN_VALUE } from './plannedProvider.ts';

/** The values of one side of a resource; null when that side does not exist. */
type PlannedValues = Readonly<Record<string, unknown>> | null;

/** The only resource in the code made from a plan's resource. */
const PLANNED_LABEL = 'planned';

/**
 * One side of a resource as Terraform code in JSON, as its author might have written it, with the configuration of its
 * provider, null when that is not known.
 */
export function plannedCode(
  type: string,
  values: PlannedValues,
  unknown: unknown,
  configuration: PlannedProvider | null,
): string {
  const body = bodyFact('resource', type);
  const block = body === undefined ? wholeBody(values, unknown) : knownBody(body, values, unknown);
  const provider = providerOf(configuration, values);
  return JSON.stringify({
    variable: { unknown: {} },
    resource: { [type]: { [PLANNED_LABEL]: block } },
    ...(provider !== null && { provider: { [type.split('_')[0] ?? '']: provider } }),
  });
}

/** The arguments and blocks of the type; attributes that the provider computes are not code. */
function knownBody(body: BodyFact, values: unknown, unknown: unknown): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const { name } of body.arguments) {
    const value = literal(memberOf(values, name), memberOf(unknown, name));
    if (value !== null) written[name] = value;
  }
  for (const block of body.blocks) {
    const [items, mask] = [memberOf(values, block.name), memberOf(unknown, block.name)];
    if (!Array.isArray(items) || items.length === 0) continue;
    written[block.name] = items.map((item: unknown, index) => knownBody(block, item, memberOf(mask, index)));
  }
  return written;
}

/** All arguments of a type without a known schema. */
function wholeBody(values: PlannedValues, unknown: unknown): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const name of Object.keys(values ?? {})) {
    const value = literal(memberOf(values, name), memberOf(unknown, name));
    if (value !== null) written[name] = value;
  }
  return written;
}

/** A value as JSON code; null for one that is left out. */
function literal(value: unknown, unknown: unknown): unknown {
  if (unknown === true) return UNKNOWN_VALUE;
  if (typeof value === 'string') return value.replaceAll(/[$%](?=\{)/g, '$&$&');
  if (Array.isArray(value)) return value.map((item: unknown, index) => literal(item, memberOf(unknown, index)));
  if (!isRecord(value)) return value ?? null;
  const members = Object.keys(value).map((key) => [key, literal(value[key], memberOf(unknown, key))] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== null));
}

function memberOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
