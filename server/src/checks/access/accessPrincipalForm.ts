import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { listedPrincipals, readPrincipalArn } from '../../ecr/documents/access/principals.ts';
import type { AccessCheck } from '../check.ts';
import { replaceFix } from '../support/accessFixes.ts';

export const accessPrincipalForm: AccessCheck = {
  subject: 'access',
  id: 'access-principal-form',
  title: 'AWS rejects the form of a principal',
  severity: 'error',
  *check(policy) {
    for (const statement of policy.statements) {
      const aws = listedPrincipals(statement).filter(({ kind }) => kind === 'AWS');
      for (const { text, node } of knownTexts(aws)) {
        const fault = faultOf(text);
        if (fault === null) continue;
        const { why, meant, isSure } = fault;
        yield {
          place: node.place,
          message: `${why} AWS answers "Invalid repository policy provided".`,
          ...(isSure ? {} : { severity: 'warning' as const }),
          fixes: meant === null ? [] : [replaceFix(`Write ${meant}`, 'choice', node, meant)],
        };
      }
    }
  },
};

interface Fault {
  readonly why: string;
  readonly meant: string | null;
  /** True when AWS is documented to reject it. */
  readonly isSure: boolean;
}

const PLACEHOLDER = /<[^>]*>|X{4,}|\b(?:YOUR|MY|OTHER|AWS|THE)?[-_]?ACCOUNT[-_]?(?:ID|NUMBER)\b|\bACCOUNT\b/;

/** What is wrong with an AWS principal; null when no mistake is known. */
function faultOf(text: string): Fault | null {
  if (text === '*' || text.includes('${')) return null;
  if (PLACEHOLDER.test(text))
    return { why: 'A placeholder is left here: write the id of the account.', meant: null, isSure: true };
  if (/^[\d\s-]+$/.test(text)) return accountFault(text, '');
  const arn = readPrincipalArn(text);
  if (arn === null || (arn.service !== 'iam' && arn.service !== 'sts')) return null;
  const { partition, account, resource } = arn;
  if (account === '*' || account === '')
    return {
      why: 'A principal names one account; for several use "*" with a condition on aws:PrincipalArn.',
      meant: null,
      isSure: false,
    };
  const inAccount = accountFault(account, `arn:${partition}:iam::`);
  if (inAccount !== null) return { ...inAccount, meant: null };
  if (resource === '*')
    return {
      why: 'A principal is not a pattern: the root of an account means all of it.',
      meant: `arn:${partition}:iam::${account}:root`,
      isSure: true,
    };
  if (resource.startsWith('group/'))
    return { why: 'A group cannot be a principal: name roles, users or the account.', meant: null, isSure: false };
  if (/[*?]/.test(resource))
    return {
      why: 'A principal is not a pattern: use "*" with a condition on aws:PrincipalArn.',
      meant: null,
      isSure: false,
    };
  return null;
}

function accountFault(text: string, before: string): Fault | null {
  if (/^\d{12}$/.test(text)) return null;
  const digits = text.replaceAll(/\D/g, '');
  const meant = digits.length === 12 ? `${before}${digits}` : null;
  return { why: `"${text}" is not an account id, which has exactly 12 digits.`, meant, isSure: true };
}
