import { isRecord } from '../../facts/isRecord.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { isEcrType } from './ecrTypes.ts';
import type { JsonRecord } from './jsonValues.ts';
import { listOf, memberOf, textOf } from './jsonValues.ts';
import type { PlanAction, PlanChange } from './plan.ts';
import { PlanError } from './planError.ts';

/**
 * Reads an item of `resource_changes` or `resource_drift`; null for one that does not concern ECR.
 * Source: Terraform's documentation, "JSON output format"; OpenTofu adds `forget` beside `create`. Read 2026-11-30.
 */
export function readChange(element: unknown): Omit<PlanChange, 'provider' | 'configuration'> | null {
  const type = textOf(element, 'type');
  const address = textOf(element, 'address');
  if (type === null || address === null || !isEcrType(type) || textOf(element, 'mode') === 'data') return null;
  const change = memberOf(element, 'change');
  const actions = listOf(change, 'actions').map(String);
  // An unreadable change must not count as no change.
  if (actions.length === 0) throw new PlanError('broken', `does not say what becomes of ${printable(address)}`);
  const previous = textOf(element, 'previous_address');
  return {
    address,
    previousAddress: previous === address ? null : previous,
    type,
    action: actionOf(actions),
    createsFirst: actions.indexOf('create') < actions.indexOf('delete'),
    deposed: textOf(element, 'deposed'),
    reason: textOf(element, 'action_reason'),
    before: recordOf(change, 'before'),
    after: recordOf(change, 'after'),
    afterUnknown: memberOf(change, 'after_unknown'),
    beforeSensitive: memberOf(change, 'before_sensitive'),
    afterSensitive: memberOf(change, 'after_sensitive'),
    replacePaths: listOf(change, 'replace_paths').flatMap((path) => (Array.isArray(path) ? [stepsOf(path)] : [])),
    importId: importOf(memberOf(change, 'importing')),
  };
}

function actionOf(actions: readonly string[]): PlanAction {
  const does = (action: string) => actions.includes(action);
  if (does('create')) return does('delete') ? 'replace' : does('forget') ? 'forget' : 'create';
  const single = (['delete', 'forget', 'update', 'read'] as const).find(does);
  return single ?? 'no-op';
}

function stepsOf(path: readonly unknown[]): readonly (string | number)[] {
  return path.filter((step) => typeof step === 'string' || typeof step === 'number');
}

function recordOf(change: unknown, key: string): JsonRecord | null {
  const found = memberOf(change, key);
  return isRecord(found) ? found : null;
}

function importOf(importing: unknown): string | null {
  if (!isRecord(importing)) return null;
  return textOf(importing, 'id') ?? identityWords(memberOf(importing, 'identity'));
}

/** An identity has attributes instead of an id. */
function identityWords(identity: unknown): string {
  if (!isRecord(identity)) return '';
  const attributes = Object.entries(identity).filter(([, value]) => typeof value === 'string');
  return attributes.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ');
}
