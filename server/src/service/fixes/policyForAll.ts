import { repeating } from '../../checks/support/starterFixes.ts';
import type { Change } from '../../ecr/edits/change.ts';
import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import type { Repetition } from '../../ecr/repository/repetition.ts';
import { possibleRepetition } from '../../ecr/repository/repetition.ts';
import { REPOSITORY_TYPE, readRepository } from '../../ecr/repository/repositoryBlock.ts';
import { STARTER_POLICIES } from '../../facts/lifecycle/starterPolicies.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import { freeName } from '../../syntax/edit/freeName.ts';
import type { Assignment, BlockTerm, Term } from '../../syntax/edit/term.ts';
import { termOf } from '../../syntax/edit/term.ts';
import type { ServiceContext } from '../context.ts';
import { isOffered } from '../lenses/codeLenses.ts';
import type { FileEdits } from './fixEdits.ts';
import { editsOf } from './fixEdits.ts';

/** One policy for all repositories of a module that have none. */
export interface PolicyForAll {
  readonly title: string;
  readonly edits: FileEdits;
}

/** A repository without a policy, and what a policy for it has before the rules. */
interface Bare {
  readonly declaration: BlockDeclaration;
  readonly name: string;
  readonly repetition: Repetition;
  readonly naming: readonly Assignment[];
}

/**
 * Ways to give all repositories of a module that have no lifecycle policy the same one: in a local that a policy for each
 * of them takes, or as one resource with `for_each`. None for fewer than two such repositories.
 */
export function policiesForAll(
  context: ServiceContext,
  settings: ProblemSettings,
  at: PlacedProblem,
): readonly PolicyForAll[] {
  const module = context.workspace.moduleOf(at.uri);
  if (module === undefined || !isOffered(at)) return [];
  const bare = module.uris.flatMap((uri) =>
    context
      .problemsOf(uri, settings)
      .filter(isOffered)
      .flatMap((placed) => bareAt(module, placed) ?? []),
  );
  const first = bare.find(({ declaration }) => isAt(declaration, at));
  if (first === undefined || bare.length < 2) return [];
  const [starter] = STARTER_POLICIES;
  const policy: Term = { kind: 'call', name: 'jsonencode', argument: termOf({ rules: starter?.rules ?? [] }) };
  const title = `Add one lifecycle policy for all ${bare.length} repositories without one`;
  const [, ...otherHomes] = new Set(bare.map(homeOf));
  const isPlain = otherHomes.length === 0 && bare.every(({ repetition }) => repetition === 'once');
  const ways: readonly (readonly [string, readonly Change[]])[] = [
    [`${title}, in a shared local`, inLocal(module, first, bare, policy)],
    ...(isPlain ? [[`${title}, with for_each`, [inOneBlock(module, first, bare, policy)]] as const] : []),
  ];
  return ways.flatMap(([words, changes]) => {
    const edits = editsOf(module, { title: words, kind: 'choice', changes });
    return edits === null ? [] : [{ title: words, edits }];
  });
}

function bareAt(module: Module, placed: PlacedProblem): Bare | null {
  const declaration = module.allBlocks().find((block) => isAt(block, placed));
  const name = declaration?.labels[1];
  const scope = new RecordingScope(module);
  const repository = declaration && readRepository(declaration, scope);
  if (!declaration || !name || !repository || !isBlockOf(declaration, 'resource', REPOSITORY_TYPE)) return null;
  const { repetition } = possibleRepetition(repository, scope);
  const naming = repeating(declaration, name, repetition, scope);
  return naming === null ? null : { declaration, name, repetition, naming };
}

/** What comes before the name of the repository: the provider and region, in one text. */
function homeOf({ naming }: Bare): string {
  return JSON.stringify(naming.slice(0, -1));
}

function isAt({ source, block }: BlockDeclaration, { problem: { place } }: PlacedProblem): boolean {
  return source.uri === place.uri && source.piece === place.piece && block.type.start === place.start;
}

function inLocal(module: Module, first: Bare, bare: readonly Bare[], policy: Term): readonly Change[] {
  const name = freeName('lifecycle_policy', (candidate) => module.hasLocal(candidate));
  const locals: BlockTerm = { type: 'locals', labels: [], arguments: [{ name, value: policy }], blocks: [] };
  const taken = new Set<string>();
  const blocks = bare.map(({ declaration, name: own, naming }): Change => {
    const label = freeName(own, (candidate) => taken.has(candidate) || hasPolicy(module, candidate));
    taken.add(label);
    return addedAfter(declaration, label, [...naming, { name: 'policy', value: reference(`local.${name}`) }]);
  });
  return [{ kind: 'add-block', declaration: first.declaration, block: locals }, ...blocks];
}

function inOneBlock(module: Module, first: Bare, bare: readonly Bare[], policy: Term): Change {
  const label = freeName('all', (candidate) => hasPolicy(module, candidate));
  const members = bare.map(({ name, naming }) => ({ name, value: naming.at(-1)?.value ?? reference('null') }));
  return addedAfter(first.declaration, label, [
    { name: 'for_each', value: { kind: 'object', members } },
    ...first.naming.slice(0, -1),
    { name: 'repository', value: reference('each.value') },
    { name: 'policy', value: policy },
  ]);
}

function addedAfter(declaration: BlockDeclaration, label: string, given: readonly Assignment[]): Change {
  return {
    kind: 'add-block',
    declaration,
    block: { type: 'resource', labels: [LIFECYCLE_POLICY_TYPE, label], arguments: given, blocks: [] },
  };
}

function hasPolicy(module: Module, name: string): boolean {
  return module.blocks(`${LIFECYCLE_POLICY_TYPE}.${name}`).length > 0;
}

function reference(text: string): Term {
  return { kind: 'reference', text };
}
