import { Evaluator } from '../../../evaluate/evaluate.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';

/**
 * The account that a module manages, where `allowed_account_ids` of its providers tells; null where it does not. Use it
 * through `Module.remember`.
 */
export function ownAccount(module: Module): string | null {
  const scope = new RecordingScope(module);
  const accounts = new Set<string>();
  for (const { type, labels, block, source } of module.allBlocks()) {
    if (type !== 'provider' || labels[0] !== 'aws') continue;
    const expression = attributeOf(block, 'allowed_account_ids')?.value;
    const value = expression && new Evaluator(scope).evaluate({ source, expression });
    if (value?.kind !== 'list' || value.open) return null;
    for (const item of value.items) accounts.add(item.kind === 'string' ? item.value : '');
  }
  const [only, ...others] = accounts;
  return only !== undefined && others.length === 0 && /^\d{12}$/.test(only) ? only : null;
}
