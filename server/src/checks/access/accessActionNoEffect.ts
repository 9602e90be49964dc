import { isOfService, knownTexts, listedActions, readAction } from '../../ecr/documents/access/actions.ts';
import { allowing } from '../../ecr/documents/access/principals.ts';
import { registryActionNames } from '../../facts/access/accessActions.ts';
import type { AccessCheck } from '../check.ts';

export const accessActionNoEffect: AccessCheck = {
  subject: 'access',
  id: 'access-action-no-effect',
  title: 'A repository policy cannot allow this action',
  severity: 'hint',
  *check(policy) {
    if (policy.target !== 'repository') return;
    const names = registryActionNames(policy.service).map((name) => name.toLowerCase());
    for (const { text, node } of allowing(policy).flatMap((statement) => knownTexts(listedActions(statement)))) {
      const action = readAction(text);
      if (!isOfService(action, policy.service) || !names.includes(action.name.toLowerCase())) continue;
      yield {
        place: node.place,
        message: `${text} does not apply to a repository, so it has no effect here. It belongs in the IAM policy of whoever needs it, with the resource "*".`,
      };
    }
  },
};
