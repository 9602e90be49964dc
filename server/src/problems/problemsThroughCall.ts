import { instancesOf } from '../ecr/instances.ts';
import type { LifecyclePolicy } from '../ecr/policy/lifecyclePolicy.ts';
import { policySourceOf } from '../ecr/policy/policySource.ts';
import { readPolicies } from '../ecr/policy/readPolicy.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../module/declarations.ts';
import type { Module } from '../module/module.ts';
import { Recorder } from '../module/recorder.ts';
import { RecordingScope } from '../module/recordingScope.ts';
import { placeOf } from '../syntax/place.ts';
import type { Problem } from './problem.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';

type Check = (policy: LifecyclePolicy, scope: RecordingScope) => readonly Problem[];

/**
 * The problems that policies of a local module have only with what this call gives it. They stand at the input that
 * brings them in, or at the call when they come out of the module's own text.
 */
export function problemsThroughCall(call: BlockDeclaration, scope: RecordingScope, check: Check): readonly Problem[] {
  const found: Problem[] = [];
  const instances = instancesOf(call, scope) ?? [{ options: {} }];
  for (const { options } of instances) {
    const inner = scope.through(call, new Evaluator(scope, options));
    if (inner !== null) found.push(...problemsInside(inner, check));
  }
  return found.map((problem) => atCall(problem, call, scope));
}

function problemsInside(scope: RecordingScope, check: Check): readonly Problem[] {
  const blocks = scope.ask((module) => module.remember(policyBlocks));
  const alone = new RecordingScope(scope.module, new Recorder());
  return blocks.flatMap((declaration) => {
    if (declaration.type === 'module' && policySourceOf(declaration) === undefined) {
      return problemsThroughCall(declaration, scope, check);
    }
    scope.ask(({ version }) => version);
    const told = new Set(
      problemsOfPolicies(readPolicies(declaration, alone), (policy) => check(policy, alone)).flatMap(identitiesOf),
    );
    const problems = problemsOfPolicies(readPolicies(declaration, scope), (policy) => check(policy, scope));
    return problems.filter((problem) => !identitiesOf(problem).some((identity) => told.has(identity)));
  });
}

/** The blocks of a module that have a lifecycle policy, or call a module that may. */
function policyBlocks(module: Module): readonly BlockDeclaration[] {
  return module
    .allBlocks()
    .filter((declaration) => declaration.type === 'module' || policySourceOf(declaration) !== undefined);
}

/** What a problem is known by: its place, and the key that it is about. */
function identitiesOf({ ruleId, place, about }: Problem): string[] {
  return [place, ...(about === undefined ? [] : [about])].map(({ uri, start }) => `${ruleId} ${uri} ${start}`);
}

function atCall(problem: Problem, call: BlockDeclaration, scope: RecordingScope): Problem {
  if (scope.module.file(problem.place.uri) !== undefined) return problem;
  const { block, source } = call;
  const header = { start: block.type.start, end: block.labels.at(-1)?.end ?? block.type.end };
  const there = { place: problem.place, message: 'The policy of the module that is called' };
  return { ...problem, place: placeOf(source, header), fixes: [], related: [there, ...problem.related] };
}
