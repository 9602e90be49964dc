import type { AccessPolicy, AccessStatement, Principal } from '../../ecr/documents/access/accessPolicy.ts';
import { holds } from '../../ecr/documents/access/actions.ts';
import { allowing, listedPrincipals, mayBeAbout } from '../../ecr/documents/access/principals.ts';
import type { EcrService } from '../../facts/access/accessActions.ts';

/**
 * A statement that allows known actions to an AWS principal, together with everything the policy allows that principal.
 */
export interface Grant {
  readonly actions: AccessStatement['actions'] & { readonly state: 'known' };
  /** Whether the statement itself includes an action. */
  has(action: string): boolean;
  /** True when no statement that may apply to the principal includes an action. */
  lacks(action: string): boolean;
}

/** The grants of a policy, in the order of its statements. */
export function* grantsOf(policy: AccessPolicy): Iterable<Grant> {
  const allowed = allowing(policy);
  // Many statements of a long policy are about the same few principals.
  const lacking = new Map<string, Grant['lacks']>();
  for (const statement of allowed) {
    const principal = listedPrincipals(statement).find(({ kind }) => kind === 'AWS' || kind === '*');
    const { actions } = statement;
    if (principal === undefined || actions.state !== 'known') continue;
    const key = JSON.stringify([principal.kind, principal.text]);
    const lacks = lacking.get(key) ?? lacksOf(allowed, principal, policy.service);
    lacking.set(key, lacks);
    yield { actions, has: (action) => holds(actions, action, policy.service) === 'yes', lacks };
  }
}

function lacksOf(allowed: readonly AccessStatement[], principal: Principal, service: EcrService): Grant['lacks'] {
  const lists = [...new Set(allowed.filter((one) => mayBeAbout(one, principal)).map(({ actions }) => actions))];
  const answers = new Map<string, boolean>();
  return (action) => {
    const answer = answers.get(action) ?? lists.every((actions) => holds(actions, action, service) === 'no');
    answers.set(action, answer);
    return answer;
  };
}
