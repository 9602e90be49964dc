import { isElement, meantElement } from '../../ecr/documents/access/meantElements.ts';
import type { PolicyMember, PolicyObject } from '../../ecr/documents/documentNodes.ts';
import { memberValue } from '../../ecr/documents/memberValues.ts';
import type { AccessCheck, Finding } from '../check.ts';
import { renameFix } from '../support/accessFixes.ts';

export const accessElementUnknown: AccessCheck = {
  subject: 'access',
  id: 'access-element-unknown',
  title: 'Unknown key in an access policy',
  severity: 'warning',
  *check(policy) {
    const { root, statements } = policy;
    if (root?.kind === 'object') yield* findingsIn(root, 'policy');
    for (const { object } of statements) {
      yield* findingsIn(object, 'statement');
      for (const key of ['Principal', 'NotPrincipal']) {
        const principal = memberValue(object, key);
        if (principal?.kind === 'object') yield* findingsIn(principal, 'principal');
      }
    }
  },
};

type Part = Parameters<typeof isElement>[0];

const PLACES: Readonly<Record<Part, string>> = {
  policy: 'a policy',
  statement: 'a statement',
  principal: 'a principal',
};

function* findingsIn(object: PolicyObject, part: Part): Iterable<Finding> {
  for (const member of object.members) {
    if (isElement(part, member.key) || (part === 'principal' && member.key === '*')) continue;
    yield finding(object, member, part);
  }
}

function finding({ members }: PolicyObject, member: PolicyMember, part: Part): Finding {
  const meant = meantElement(part, member.key);
  const isFree = meant !== undefined && !members.some(({ key }) => key === meant);
  const spelled = meant === undefined ? '' : `; it is spelled ${meant}`;
  return {
    place: member.keyPlace,
    message: `"${member.key}" is not a key of ${PLACES[part]}${spelled}. AWS answers "Invalid repository policy provided" to unknown keys.`,
    fixes: isFree ? [renameFix(`Rename it to ${meant}`, 'one', member, meant)] : [],
  };
}
