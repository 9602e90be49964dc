import type { AccessCheck } from '../check.ts';
import { removeFix } from '../support/accessFixes.ts';

export const accessResourceElement: AccessCheck = {
  subject: 'access',
  id: 'access-resource-element',
  title: 'Resource in a repository policy',
  severity: 'warning',
  *check(policy) {
    if (policy.target !== 'repository') return;
    for (const { object } of policy.statements) {
      for (const member of object.members) {
        if (member.key !== 'Resource' && member.key !== 'NotResource') continue;
        // An argument of a data source that is null writes nothing.
        if (member.value.kind === 'unknown' && member.origin.spelling === 'block') continue;
        // The output of a data source may also be the policy of something else.
        const kind = policy.words === 'json' && member.origin.spelling !== 'computed' ? 'one' : 'choice';
        // A statement that a module builds from its input is fixed by the caller.
        const isGiven = member.value.place.uri !== member.keyPlace.uri;
        yield {
          place: isGiven ? member.value.place : member.keyPlace,
          ...(isGiven && { about: member.keyPlace }),
          message: `${member.key} has no use here: a repository policy always applies to its own repository. AWS has answered "Invalid repository policy provided" to it; remove it.`,
          fixes: [removeFix(`Remove ${member.key}`, kind, object, member)],
        };
      }
    }
  },
};
