import type { AccessPolicy, AccessStatement } from '../../ecr/documents/access/accessPolicy.ts';
import { holds } from '../../ecr/documents/access/actions.ts';
import { allowing, listedPrincipals, mayBeAbout } from '../../ecr/documents/access/principals.ts';

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
  for (const statement of allowed) {
    const principal = listedPrincipals(statement).find(({ kind }) => kind === 'AWS' || kind === '*');
    const { actions } = statement;
    if (principal === undefined || actions.state !== 'known') continue;
    const others = allowed.filter((other) => mayBeAbout(other, principal));
    yield {
      actions,
      has: (action) => holds(actions, action, policy.service) === 'yes',
      lacks: (action) => others.every((other) => holds(other.actions, action, policy.service) === 'no'),
    };
  }
}
