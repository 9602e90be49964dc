import type { EcrService } from '../../../facts/access/accessActions.ts';
import { actionNames, PULL_ACTIONS, PUSH_ACTIONS, REGISTRY_ONLY_ACTIONS } from '../../../facts/access/accessActions.ts';
import type { AccessCursor, AccessPolicyTarget } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import { describeAction, effectElsewhere } from '../../hover/accessWords.ts';
import type { Draft } from '../items/completionItem.ts';
import { textItem } from './textItem.ts';

/** The actions of ECR with their meaning and where they have an effect, the most likely for the policy first. */
export function actionItems(point: Point, cursor: AccessCursor): Draft[] {
  const { target, entries } = cursor;
  const services: readonly EcrService[] =
    target === 'public' ? ['ecr-public'] : target === 'identity' || target === 'any' ? ['ecr', 'ecr-public'] : ['ecr'];
  const taken = new Set(entries.map((entry) => entry.toLowerCase()));
  const all = services.flatMap((service) => [
    ...inOrder(service, target).map((name) => ({
      label: `${service}:${name}`,
      ...describeAction(service, name, target),
    })),
    { label: `${service}:*`, detail: 'all actions', documentation: 'Everything, the policy itself included.' },
  ]);
  return all.filter(({ label }) => !taken.has(label.toLowerCase())).map((item) => textItem(point, cursor, item));
}

const FIRST: Readonly<Record<AccessPolicyTarget, readonly string[]>> = {
  repository: [...PULL_ACTIONS, ...PUSH_ACTIONS],
  any: [...PULL_ACTIONS, ...PUSH_ACTIONS],
  identity: ['GetAuthorizationToken', ...PULL_ACTIONS, ...PUSH_ACTIONS],
  public: ['BatchCheckLayerAvailability', ...PUSH_ACTIONS],
  registry: [...REGISTRY_ONLY_ACTIONS, 'BatchImportUpstreamImage', ...PULL_ACTIONS, ...PUSH_ACTIONS],
};

/** Actions that have no effect in the policy come last. */
function inOrder(service: EcrService, target: AccessPolicyTarget): readonly string[] {
  const names = actionNames(service);
  const first = FIRST[target].filter((name) => names.includes(name));
  const others = names.filter((name) => !first.includes(name));
  const isLate = (name: string) => effectElsewhere(service, name, target) !== null;
  return [...first, ...others.filter((name) => !isLate(name)), ...others.filter(isLate)];
}
