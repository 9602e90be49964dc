import type { Fix } from '../../ecr/edits/change.ts';
import type { Repetition } from '../../ecr/repository/repetition.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { STARTER_POLICIES } from '../../facts/lifecycle/starterPolicies.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Assignment, BlockTerm, Term } from '../../syntax/edit/term.ts';
import { termOf } from '../../syntax/edit/term.ts';

const POLICY_TYPE = 'aws_ecr_lifecycle_policy';

/** Lifecycle policies to insert after a repository's block, each a whole block named like the repository. */
export function starterFixes(
  declaration: BlockDeclaration,
  name: string,
  repetition: Repetition,
  scope: RecordingScope,
): Fix[] {
  const freeName = unusedName(name, scope);
  return STARTER_POLICIES.map(({ does, rules }) => {
    const policy: Assignment = {
      name: 'policy',
      value: { kind: 'call', name: 'jsonencode', argument: termOf({ rules }) },
    };
    const block: BlockTerm = {
      type: 'resource',
      labels: [POLICY_TYPE, freeName],
      arguments: [...repeating(name, repetition), policy],
      blocks: [],
    };
    return {
      title: `Add a lifecycle policy that ${does}`,
      kind: 'choice',
      changes: [{ kind: 'add-block', declaration, block }],
    };
  });
}

/** The arguments that name a repository, once for each of its instances. */
export function repeating(name: string, repetition: Repetition): Assignment[] {
  const address = `${REPOSITORY_TYPE}.${name}`;
  switch (repetition) {
    case 'for_each':
      return [
        { name: 'for_each', value: reference(address) },
        { name: 'repository', value: reference('each.value.name') },
      ];
    case 'count':
      return [
        { name: 'count', value: reference(`length(${address})`) },
        { name: 'repository', value: reference(`${address}[count.index].name`) },
      ];
    default:
      return [{ name: 'repository', value: reference(`${address}.name`) }];
  }
}

function reference(text: string): Term {
  return { kind: 'reference', text };
}

/** The repository's own name, or a similar one when a policy already has that name. */
function unusedName(name: string, scope: RecordingScope): string {
  let candidate = name;
  let attempt = 2;
  while (isTaken(candidate, scope)) {
    candidate = `${name}_${attempt}`;
    attempt += 1;
  }
  return candidate;
}

function isTaken(name: string, scope: RecordingScope): boolean {
  return scope.ask((module) => module.blocks(`${POLICY_TYPE}.${name}`).length > 0);
}
