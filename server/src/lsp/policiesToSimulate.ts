import type { Location } from 'vscode-languageserver';
import type { SimulatedRule } from '../ecr/documents/lifecycle/completeRule.ts';
import { simulatedPolicyAt, simulatedPolicyOf } from '../service/policies/simulatedPolicy.ts';
import type { Session } from './session.ts';

/** What the client is told of a policy to simulate. */
export type PolicyToSimulate =
  | {
      readonly kind: 'rules';
      readonly address: string;
      readonly rules: readonly SimulatedRule[];
      /** Where each rule is spelt; null for one that no text spells. */
      readonly locations: readonly (Location | null)[];
      readonly note: string;
    }
  | { readonly kind: 'none'; readonly address: string | null; readonly reason: string };

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
