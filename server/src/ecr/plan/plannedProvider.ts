import { isRecord } from '../../facts/isRecord.ts';

/** The arguments of a provider block that say which registry its resources are in. */
export type PlannedProvider = Readonly<Record<string, unknown>>;

/** Unknown values become this variable, which nothing sets. */
export const UNKNOWN_VALUE = '${var.unknown}';

const ACCOUNT = /^\d{12}$/;

/**
 * The region and account of a provider in the code of a plan, as Terraform prints it: constants are known. Of other
 * expressions it prints only the references, also where they are part of a text, so those are unknown.
 */
export function plannedProvider(configuration: unknown): PlannedProvider {
  const expressions = memberOf(configuration, 'expressions');
  const written: Record<string, unknown> = {};
  for (const name of ['region', 'allowed_account_ids']) {
    const value = constantOf(memberOf(expressions, name));
    if (value !== null) written[name] = value;
  }
  const roles = memberOf(expressions, 'assume_role');
  if (Array.isArray(roles)) {
    written['assume_role'] = roles.map((role) => ({
      role_arn: constantOf(memberOf(role, 'role_arn')) ?? UNKNOWN_VALUE,
    }));
  }
  return written;
}

/** The same with the account that a resource names itself: an existing one knows its registry. */
export function providerOf(configuration: PlannedProvider | null, values: unknown): PlannedProvider | null {
  const registry = memberOf(values, 'registry_id');
  if (typeof registry !== 'string' || !ACCOUNT.test(registry)) return configuration;
  return { ...configuration, allowed_account_ids: [registry] };
}

/** Null for an expression that is not written, or is null. */
function constantOf(expression: unknown): unknown {
  if (expression === undefined) return null;
  if (!isRecord(expression) || !Object.hasOwn(expression, 'constant_value')) return UNKNOWN_VALUE;
  return escaped(expression['constant_value']);
}

function escaped(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(/[$%](?=\{)/g, '$&$&');
  return Array.isArray(value) ? value.map(escaped) : (value ?? null);
}

function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The address of the block that declares a resource: without the keys of instances. */
export function blockAddress(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, '');
}
