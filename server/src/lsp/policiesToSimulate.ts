import type { PolicyChoice, PolicyToSimulate } from '../protocol/policyAnswers.ts';
import { simulatedPolicyAt, simulatedPolicyOf } from '../service/policies/simulatedPolicy.ts';
import type { Session } from './session.ts';

/** The rules of a policy for the simulator's view. */
export function policyToSimulate(session: Session, uri: string, choice: PolicyChoice): PolicyToSimulate {
  const { workspace } = session;
  const policy =
    'offset' in choice
      ? simulatedPolicyAt(workspace, uri, choice.offset)
      : simulatedPolicyOf(workspace, uri, choice.address, choice.text);
  if (policy.kind === 'none') return policy;
  const locations = policy.places.map((place) => session.locationOf(place));
  const { places: _, ...rest } = policy;
  return { ...rest, locations };
}
