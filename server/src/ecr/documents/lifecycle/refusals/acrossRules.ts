import { DEFAULT_STORAGE_CLASS } from '../../../../facts/lifecycle/countTypes.ts';
import type { StorageClass, TagStatus } from '../../../../facts/lifecycle/ruleValues.ts';
import { STORAGE_CLASSES } from '../../../../facts/lifecycle/ruleValues.ts';
import type { PolicyRule } from '../policyRule.ts';
import type { Obstacle } from './refusal.ts';
import { refused } from './refusal.ts';

/** What AWS refuses in rules together, each of them being right by itself. */
export function acrossObstacles(rules: readonly PolicyRule[]): Obstacle[] {
  const found: Obstacle[] = [];
  const priorities = new Set<number>();
  for (const { rulePriority } of rules) {
    if (rulePriority.state !== 'known') continue;
    const { value, node } = rulePriority;
    if (priorities.has(value)) found.push(refused(`rulePriority ${value} stands in several rules.`, node.place));
    priorities.add(value);
  }
  for (const { value: storageClass } of STORAGE_CLASSES) {
    const ofClass = rules.filter((rule) => classOf(rule) === storageClass);
    found.push(...repeatedStatus(ofClass, 'untagged', storageClass), ...repeatedStatus(ofClass, 'any', storageClass));
    if (found.length === 0) found.push(...anyNotLast(ofClass, storageClass));
  }
  return found;
}

function classOf({ storageClass }: PolicyRule): StorageClass {
  return storageClass.state === 'known' ? storageClass.value : DEFAULT_STORAGE_CLASS;
}

function selecting(rules: readonly PolicyRule[], status: TagStatus): PolicyRule[] {
  return rules.filter(({ tagStatus }) => tagStatus.state === 'known' && tagStatus.value === status);
}

function repeatedStatus(rules: readonly PolicyRule[], status: TagStatus, storageClass: StorageClass): Obstacle[] {
  return selecting(rules, status)
    .slice(1)
    .map(({ object }) => refused(`Several rules for ${storageClass} images have tagStatus ${status}.`, object.opening));
}

function anyNotLast(rules: readonly PolicyRule[], storageClass: StorageClass): Obstacle[] {
  const priorityOf = ({ rulePriority }: PolicyRule) => (rulePriority.state === 'known' ? rulePriority.value : 0);
  const last = Math.max(0, ...rules.map(priorityOf));
  return selecting(rules, 'any')
    .filter((rule) => priorityOf(rule) < last)
    .map(({ object }) =>
      refused(
        `A rule with tagStatus any must have the largest rulePriority of its storage class (${storageClass}).`,
        object.opening,
      ),
    );
}
