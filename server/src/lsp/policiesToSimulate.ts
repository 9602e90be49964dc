import type { PolicyToSimulate } from '../protocol/policyAnswers.ts';
import { simulatedPolicyAt, simulatedPolicyOf } from '../service/policies/simulatedPolicy.ts';
import type { Session } from './session.ts';

/** Which policy of a file is meant: the one at a file offset (UTF-16), or one by its address, in another text. */
export type PolicyWish = { readonly offset: number } | { readonly address: string; readonly text: string | null };

/** The rules of a policy for the simulator's view. */
export function policyToSimulate(session: Session, uri: string, wish: PolicyWish): PolicyToSimulate {
  const { workspace } = session;
  const policy =
    'offset' in wish
      ? simulatedPolicyAt(workspace, uri, wish.offset)
      : simulatedPolicyOf(workspace, uri, wish.address, wish.text);
  if (policy.kind === 'none') return policy;
  const locations = policy.places.map((place) => session.locationOf(place));
  const { kind, address, rules, note } = policy;
  return { kind, address, rules, locations, note };
}
