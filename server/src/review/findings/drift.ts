import { listed } from '../../ecr/sentenceParts.ts';
import { compareRules, isSameMeaning } from '../lifecycle/compareRules.ts';
import { differenceSentence } from '../lifecycle/differenceWords.ts';
import { lifecycleChangeOf } from '../lifecycle/lifecycleChanges.ts';
import { readPolicyText } from '../lifecycle/policyText.ts';
import { canonical } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';

/** Counters and fields that AWS updates by itself are not changes that somebody made. */
const OWN = new Set(['id', 'arn', 'registry_id', 'repository_url', 'repository_uri', 'tags_all', 'timeouts']);

/** What changed outside Terraform since the last apply; null when nothing that matters did. */
export function driftFinding(change: PlanChange): Finding | null {
  const { address, before, after, action } = change;
  if (action === 'delete' || after === null) {
    return finding(address, 'drift', 'info', 'It was deleted outside Terraform since the last apply.');
  }
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => !OWN.has(name) && canonical(before?.[name] ?? null) !== canonical(after[name] ?? null),
  );
  const meaning = policyMeaning(change);
  const told = meaning === 'same' ? names.filter((name) => name !== 'policy' && name !== 'lifecycle_policy') : names;
  if (told.length === 0) return null;
  const because = meaning === null || meaning === 'same' ? [] : [meaning];
  return finding(address, 'drift', 'info', `Changed outside Terraform since the last apply: ${listed(told)}.`, {
    because,
  });
}

/** What another lifecycle policy means, in a sentence; `same` for one of equal meaning, null when there is none. */
function policyMeaning(change: PlanChange): string | null {
  const lifecycle = lifecycleChangeOf({ ...change, action: 'update' });
  if (lifecycle === null || lifecycle.before === null || lifecycle.after === null) return null;
  const [before, after] = [readPolicyText(lifecycle.before), readPolicyText(lifecycle.after)];
  if (before.kind !== 'rules' || after.kind !== 'rules') return null;
  const difference = compareRules(before.rules, after.rules);
  if (isSameMeaning(difference)) return 'same';
  if (lifecycle.isSensitive) return null;
  return `Lifecycle policy: ${differenceSentence(difference, { before: before.rules, after: after.rules })}`;
}
