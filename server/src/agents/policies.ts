import type { NamedAccessPolicy } from '../ecr/documents/access/namedAccessPolicies.ts';
import { namedAccessPolicies } from '../ecr/documents/access/namedAccessPolicies.ts';
import type { NamedPolicy } from '../ecr/documents/lifecycle/namedPolicies.ts';
import { namedPolicies } from '../ecr/documents/lifecycle/namedPolicies.ts';
import { ownerOf } from '../ecr/plan/givenJson.ts';
import type { Desk } from './tool.ts';
import { AgentError } from './tool.ts';

export type AnyPolicy = NamedPolicy | NamedAccessPolicy;

/** The lifecycle policies in question, all of them when `address` is null; throws when there are none. */
export function lifecyclePoliciesOf(desk: Desk, address: string | null): readonly NamedPolicy[] {
  return chosen(
    readAll(desk, (uri) => namedPolicies(desk.context.workspace, uri)),
    address,
  );
}

/** The lifecycle and access policies in question. */
export function policiesOf(desk: Desk, address: string | null): readonly AnyPolicy[] {
  const { workspace } = desk.context;
  return chosen(
    readAll(desk, (uri): readonly AnyPolicy[] => [
      ...namedPolicies(workspace, uri),
      ...namedAccessPolicies(workspace, uri),
    ]),
    address,
  );
}

/** The one policy in question; throws when there are several. */
export function only<Policy extends AnyPolicy>(policies: readonly Policy[]): Policy {
  const [first, ...others] = policies;
  if (first !== undefined && others.length === 0) return first;
  throw new AgentError(`there are several policies; name one as address: ${namesOf(policies)}`);
}

/** Names the variables whose defaults were assumed; empty when there are none. */
export function assumptionsOf({ assumptions }: Pick<AnyPolicy, 'assumptions'>): string {
  if (assumptions.length === 0) return '';
  return `With the defaults of ${assumptions.map((name) => `var.${name}`).join(', ')}.`;
}

/** Reading a policy may ask for files and modules, which are then read. */
function readAll<Policy extends AnyPolicy>(
  { context, uris, given }: Desk,
  read: (uri: string) => readonly Policy[],
): readonly Policy[] {
  return [...uris, ...given.map(ownerOf)].flatMap((uri) => context.readWhole(() => read(uri)));
}

function chosen<Policy extends AnyPolicy>(policies: readonly Policy[], address: string | null): readonly Policy[] {
  if (policies.length === 0) throw new AgentError('there is no policy');
  if (address === null) return policies;
  const exact = policies.filter((policy) => policy.address === address);
  const matching = exact.length > 0 ? exact : policies.filter((policy) => isPart(policy.address, address));
  if (matching.length === 0)
    throw new AgentError(`there is no policy at that address; there are: ${namesOf(policies)}`);
  return matching;
}

/** True for an instance of the requested block, and for a policy of the requested module. */
function isPart(address: string, wanted: string): boolean {
  return address.startsWith(`${wanted}[`) || address.startsWith(`${wanted}.`);
}

function namesOf(policies: readonly AnyPolicy[]): string {
  return policies.map(({ address }) => address).join(', ');
}
