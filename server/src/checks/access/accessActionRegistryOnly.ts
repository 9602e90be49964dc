import { isOfService, knownTexts, listedActions, readAction } from '../../ecr/documents/access/actions.ts';
import { allowing } from '../../ecr/documents/access/principals.ts';
import { REGISTRY_ONLY_ACTIONS } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';

export const accessActionRegistryOnly: AccessCheck = {
  subject: 'access',
  id: 'access-action-registry-only',
  title: 'Only a registry policy can allow this action',
  severity: 'hint',
  *check(policy) {
    if (policy.target !== 'repository') return;
    const names = REGISTRY_ONLY_ACTIONS.map((name) => name.toLowerCase());
    for (const { text, node } of allowing(policy).flatMap((statement) => knownTexts(listedActions(statement)))) {
      const action = readAction(text);
      if (!isOfService(action, policy.service) || !names.includes(action.name.toLowerCase())) continue;
      yield {
        place: node.place,
        message: `${text} is checked before the repository exists, so a repository policy comes too late. It belongs in an aws_ecr_registry_policy.`,
      };
    }
  },
};
