import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { NamedPolicy } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { namedPolicies } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { nameFlaw } from '../../ecr/repository/repositoryNames.ts';
import { surroundingsOf } from '../../guarantees/answers.ts';
import { targetsOf } from '../../guarantees/policyTargets.ts';
import type { ShownSurroundings } from '../../guarantees/shown.ts';
import { shownSurroundings } from '../../guarantees/shown.ts';
import { Workspace } from '../../module/workspace.ts';
import { simulatedRulesOf } from '../../simulate/input/readRules.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { noteOn, policyAtOffset } from './policyTexts.ts';

/** A policy that can be simulated, with the place of each rule, or the reason why there is none. */
export type SimulatedPolicy =
  | {
      readonly kind: 'rules';
      readonly address: string;
      /** By priority. */
      readonly rules: readonly SimulatedRule[];
      /** The place of each of `rules`. */
      readonly places: readonly Place[];
      /** The assumptions, as a sentence; empty for none. */
      readonly note: string;
      /** What the settings of the folder keep, and what the workspace runs. */
      readonly surroundings: ShownSurroundings;
      /** The name of its repository; null when unknown or when there may be several. */
      readonly repository: string | null;
      /** The variables whose defaults were assumed. */
      readonly assumptions: readonly string[];
    }
  | {
      readonly kind: 'none';
      readonly address: string | null;
      readonly reason: string;
      readonly obstacle: SimulationObstacle;
    };

/** The kind of reason: no policy at the place, none with the name, one that AWS rejects, one with an unknown part. */
export type SimulationObstacle = 'no-policy' | 'no-such-policy' | 'refused' | 'unknown';

/** The policy of the block at a file offset (UTF-16), else the only one of the file. */
export function simulatedPolicyAt(workspace: Workspace, uri: string, offset: number): SimulatedPolicy {
  const named = policyAtOffset(workspace, uri, offset);
  if (named !== null) return simulatedPolicy(named);
  return { kind: 'none', address: null, reason: 'Put the cursor in a lifecycle policy.', obstacle: 'no-policy' };
}

/**
 * The policy of an address in a file as it would be if the file had another text, with the module's other files
 * unchanged; null means the current text.
 */
export function simulatedPolicyOf(
  workspace: Workspace,
  uri: string,
  address: string,
  text: string | null,
): SimulatedPolicy {
  const policies = namedPolicies(text === null ? workspace : withText(workspace, uri, text), uri);
  const named = policies.find((policy) => policy.address === address);
  if (named !== undefined) return simulatedPolicy(named);
  const where = text === null ? 'this file' : 'that text of the file';
  const reason = `There is no lifecycle policy of ${address} in ${where}.`;
  return { kind: 'none', address: null, reason, obstacle: 'no-such-policy' };
}

function simulatedPolicy(named: NamedPolicy): SimulatedPolicy {
  const { address, policy } = named;
  const read = simulatedRulesOf(policy);
  if (read.kind === 'obstacles') {
    const reasons = [...new Set(read.obstacles.map(({ message }) => message))].join(' ');
    const obstacle = read.obstacles.some(({ kind }) => kind === 'refused') ? 'refused' : 'unknown';
    return { kind: 'none', address, reason: `This policy cannot be simulated: ${reasons}`, obstacle };
  }
  const placeOf = ({ priority }: SimulatedRule) => {
    const rule = policy.rules.find(
      ({ rulePriority }) => rulePriority.state === 'known' && rulePriority.value === priority,
    );
    return rule?.object.place ?? policy.place;
  };
  const surroundings = shownSurroundings(surroundingsOf(named));
  const places = read.rules.map(placeOf);
  return {
    kind: 'rules',
    address,
    rules: read.rules,
    places,
    note: noteOn(named),
    surroundings,
    repository: onlyRepository(named),
    assumptions: named.assumptions,
  };
}

/** The name becomes part of a command to copy, so only names that AWS accepts are used. */
function onlyRepository({ policy, scope }: NamedPolicy): string | null {
  const [target, ...others] = targetsOf(policy, scope);
  if (target?.kind !== 'repository' || others.length > 0) return null;
  return nameFlaw(target.name) === null ? target.name : null;
}

/** A workspace in which one file has another text. */
function withText(workspace: Workspace, uri: string, text: string): Workspace {
  const changed = new Workspace(workspace);
  for (const file of workspace.moduleOf(uri)?.files ?? []) changed.setDiskFile(file.uri, file.syntax.text);
  changed.setDiskFile(uri, text);
  return changed;
}
