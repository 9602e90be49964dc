import { policyResource } from '../ecr/policy/namedPolicies.ts';
import { canonicalUri } from '../module/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import { readPlannedPolicies } from './plannedPolicies.ts';

/** A text that is checked in the place of a part of a file: the string of a plan, or a whole policy file. */
export interface GivenPolicy {
  /** The URI under which the workspace holds the text. */
  readonly uri: string;
  /** The file that it is a part of, and where it begins in it, UTF-16. */
  readonly file: string;
  readonly offset: number;
  /** What hands it over; null for a policy that is a file of its own. */
  readonly address: string | null;
}

/**
 * Puts a JSON file that was given by name into the workspace: a lifecycle policy, or the output of `terraform show
 * -json` of a plan with any number of them. Each policy gets a module of its own that hands it over, so that the rules
 * say of it what they say of any other, and nothing of how it stands beside the rest.
 */
export function giveJson(workspace: Workspace, fileUri: string, text: string): readonly GivenPolicy[] {
  const file = canonicalUri(fileUri);
  workspace.setAttachedFile(file, text);
  const planned = readPlannedPolicies(text);
  const parts = planned ?? [{ address: null, start: 0, end: text.length }];
  return parts.map(({ address, start, end }, number) => {
    const directory = `${file}~/${number}`;
    const uri = `${directory}/policy.json`;
    const read = 'file("${path.module}/policy.json")';
    workspace.setAttachedFile(uri, text.slice(start, end));
    workspace.setDiskFile(`${directory}/policy.tf`, policyResource(planned === null ? read : `jsondecode(${read})`));
    return { uri, file, offset: start, address };
  });
}
