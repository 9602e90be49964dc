import { POLICY_ARGUMENTS } from '../facts/policyArguments.ts';

/** A policy of a plan: the text that Terraform is to send. */
export interface PlannedPolicy {
  readonly address: string;
  readonly text: string;
}

/**
 * The lifecycle policies in the output of `terraform show -json` of a plan or a state, or null for any other text.
 * Source: Terraform's documentation, "JSON output format", format version 1.
 */
export function readPlannedPolicies(text: string): readonly PlannedPolicy[] | null {
  const plan = parse(text);
  const version = field(plan, 'format_version');
  const values = field(plan, 'planned_values') ?? field(plan, 'values');
  if (typeof version !== 'string' || values === undefined) return null;
  return fromModule(field(values, 'root_module'));
}

function fromModule(module: unknown): PlannedPolicy[] {
  const own = list(field(module, 'resources')).flatMap((resource) => fromResource(resource));
  return [...own, ...list(field(module, 'child_modules')).flatMap(fromModule)];
}

function fromResource(resource: unknown): PlannedPolicy[] {
  const type = field(resource, 'type');
  const fact = POLICY_ARGUMENTS.find(({ of }) => 'resource' in of && of.resource === type);
  if (fact === undefined || field(resource, 'mode') !== 'managed') return [];
  const argument = field(field(resource, 'values'), fact.argument);
  const text = fact.key === undefined ? argument : field(argument, fact.key);
  const address = field(resource, 'address');
  return typeof text === 'string' && typeof address === 'string' ? [{ address, text }] : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
