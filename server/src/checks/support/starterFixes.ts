import type { Fix } from '../../ecr/edits/change.ts';
import { homeArguments } from '../../ecr/repository/homeArguments.ts';
import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import type { Repetition } from '../../ecr/repository/repetition.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import { STARTER_POLICIES } from '../../facts/lifecycle/starterPolicies.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { freeName } from '../../syntax/edit/freeName.ts';
import type { Assignment, BlockTerm, Term } from '../../syntax/edit/term.ts';
import { termOf } from '../../syntax/edit/term.ts';

/** Lifecycle policies to insert after a repository's block, each a whole block named like the repository. */
export function starterFixes(
  declaration: BlockDeclaration,
  name: string,
  repetition: Repetition,
  scope: RecordingScope,
): Fix[] {
  const naming = repeating(declaration, name, repetition, scope);
  if (naming === null) return [];
  const label = freeName(name, (candidate) =>
    scope.ask((module) => module.blocks(`${LIFECYCLE_POLICY_TYPE}.${candidate}`).length > 0),
  );
  return STARTER_POLICIES.map(({ does, rules }) => {
    const policy: Assignment = {
      name: 'policy',
      value: { kind: 'call', name: 'jsonencode', argument: termOf({ rules }) },
    };
    const block: BlockTerm = {
      type: 'resource',
      labels: [LIFECYCLE_POLICY_TYPE, label],
      arguments: [...naming, policy],
      blocks: [],
    };
    return {
      title: `Add a lifecycle policy that ${does}`,
      kind: 'choice',
      changes: [{ kind: 'add-block', declaration, block }],
    };
  });
}

/**
 * The arguments that name a repository, once for each of its instances, in its registry; null when the provider or region
 * of the repository cannot be repeated in another block.
 */
export function repeating(
  declaration: BlockDeclaration,
  name: string,
  repetition: Repetition,
  scope: RecordingScope,
): readonly Assignment[] | null {
  const address = `${REPOSITORY_TYPE}.${name}`;
  const instances = repetition === 'for_each' || repetition === 'count' ? repetition : 'once';
  const home = homeArguments(declaration, instances, scope);
  if (home === null) return null;
  switch (instances) {
    case 'for_each':
      return [
        { name: 'for_each', value: reference(address) },
        ...home,
        { name: 'repository', value: reference('each.value.name') },
      ];
    case 'count':
      return [
        { name: 'count', value: reference(`length(${address})`) },
        ...home,
        { name: 'repository', value: reference(`${address}[count.index].name`) },
      ];
    case 'once':
      return [...home, { name: 'repository', value: reference(`${address}.name`) }];
  }
}

function reference(text: string): Term {
  return { kind: 'reference', text };
}
