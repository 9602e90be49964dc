import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { listedPrincipals } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';
import { replaceFix } from '../support/accessFixes.ts';

export const accessPrincipalSession: AccessCheck = {
  subject: 'access',
  id: 'access-principal-session',
  title: 'A principal is a role session',
  severity: 'warning',
  *check(policy) {
    for (const { text, node } of policy.statements.flatMap((statement) => knownTexts(listedPrincipals(statement)))) {
      const [, partition, account, role] = SESSION.exec(text) ?? [];
      if (partition === undefined || account === undefined || role === undefined) continue;
      const arn = `arn:${partition}:iam::${account}:role/${role}`;
      yield {
        place: node.place,
        message: `This is one session of the role ${role}: AWS stores it in another form, so every plan shows a difference. Name the role, with its path if it has one.`,
        fixes: [replaceFix(`Name the role ${arn}`, 'choice', node, arn)],
      };
    }
  },
};

const SESSION = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)\/.+$/;
