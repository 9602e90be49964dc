import { canonicalUri } from '../../module/sources/uri.ts';
import type { Workspace } from '../../module/workspace.ts';
import { accessPolicyResource } from '../documents/access/namedAccessPolicies.ts';
import { policyResource } from '../documents/lifecycle/namedPolicies.ts';
import { isAccessPolicyText, readPlannedPolicies, UNNAMED } from './plannedPolicies.ts';

/** A text that is checked in place of a part of a file: a string in a plan, or a whole policy file. */
export interface GivenPolicy {
  /** The URI under which the workspace holds the text. */
  readonly uri: string;
  /** The file that it is a part of. */
  readonly file: string;
  /** Where a position of the text is in the file; both are UTF-16 offsets. */
  readonly at: (position: number) => number;
  /** The resource that sets it; null for a policy in a file of its own. */
  readonly address: string | null;
  /** False for an access policy. */
  readonly isLifecycle: boolean;
}

/**
 * Adds a JSON file that was named directly to the workspace: a lifecycle policy, a repository policy, or the output of
 * `terraform show -json` with any number of them. Each policy gets its own module that sets it, so that the checks
 * treat it like any other, without neighbors.
 */
export function giveJson(workspace: Workspace, fileUri: string, text: string): readonly GivenPolicy[] {
  const file = canonicalUri(fileUri);
  workspace.setAttachedFile(file, text);
  const planned = readPlannedPolicies(text);
  const target = isAccessPolicyText(text) ? ('repository' as const) : null;
  const parts = planned ?? [{ address: null, target, text, named: UNNAMED, at: (position: number) => position }];
  return parts.map(({ address, target: attachedTo, text: policy, named, at }, number) => {
    const directory = `${file}~/${number}`;
    const uri = `${directory}/policy.json`;
    workspace.setAttachedFile(uri, policy);
    const read = 'file("${path.module}/policy.json")';
    const owner = attachedTo === null ? policyResource(read, named) : accessPolicyResource(read, attachedTo);
    workspace.setDiskFile(ownerOf({ uri }), owner);
    return { uri, file, at, address, isLifecycle: attachedTo === null };
  });
}

/** The URI of the code that sets a given policy. */
export function ownerOf({ uri }: Pick<GivenPolicy, 'uri'>): string {
  return uri.replace(/json$/, 'tf');
}
