import { allowing, listedPrincipals, serviceName } from '../../ecr/documents/access/principals.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { AccessCheck } from '../check.ts';

export const accessPrincipalServiceUnused: AccessCheck = {
  subject: 'access',
  id: 'access-principal-service-unused',
  title: 'A service principal that pulls with a role instead',
  severity: 'hint',
  *check(policy) {
    for (const { text, node } of allowing(policy).flatMap(listedPrincipals)) {
      const role = lookUp(ROLES, serviceName(text) ?? '');
      if (role === undefined) continue;
      yield {
        place: node.place,
        message: `${text} never pulls by itself: it pulls with ${role}, so this allows nothing. Name that role or its account.`,
      };
    }
  },
};

const ROLES: Readonly<Record<string, string | undefined>> = {
  ecs: 'the execution role of the task',
  'ecs-tasks': 'the execution role of the task',
  eks: 'the role of the node',
  ec2: 'the role of the instance',
};
