import { accessSourceOf } from '../ecr/documents/access/readAccessPolicy.ts';
import { policySourceOf } from '../ecr/documents/lifecycle/policySource.ts';
import { headerOf } from '../ecr/header.ts';
import { instancesOf } from '../ecr/instances.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import { bodyFact } from '../facts/provider/resources.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributesOf } from '../module/declarations/declarations.ts';
import type { Module } from '../module/module.ts';
import { calledDirectory, leadsToMoreCalls } from '../module/moduleCalls.ts';
import { Recorder } from '../module/tracking/recorder.ts';
import { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Place } from '../syntax/tree/place.ts';
import { placeOf, textOf } from '../syntax/tree/place.ts';
import type { Problem } from './problem.ts';

/** What is found in one block of a module, seen through a scope. */
export type CheckBlock = (declaration: BlockDeclaration, scope: RecordingScope) => readonly Problem[];

/** More calls than this are not followed from one. */
const CALL_LIMIT = 200;

/** How far one call is followed: with too many calls below it, to the module that it names. */
class Following {
  /** What is told of blocks of called modules whoever calls them, found once for each block. */
  readonly told = new Map<BlockDeclaration, ReadonlySet<string>>();
  readonly isDeep: boolean;
  #left = CALL_LIMIT;

  constructor(call: BlockDeclaration, scope: RecordingScope) {
    this.isDeep = !scope.ask((module) => {
      const directory = calledDirectory(call, module.directory);
      return directory !== null && leadsToMoreCalls(directory, CALL_LIMIT, module);
    });
  }

  /** Counts a call; false when those are too many. */
  call(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/**
 * The problems that blocks and policies of a local module have only with what this call gives it. They stand at the
 * input that brings them in, however many calls hand it on, or at the call when they come out of the module's own text.
 */
export function problemsThroughCall(
  call: BlockDeclaration,
  scope: RecordingScope,
  check: CheckBlock,
  following = new Following(call, scope),
): readonly Problem[] {
  const found: (readonly Problem[])[] = [];
  const instances = instancesOf(call, scope) ?? [{ options: {} }];
  for (const { options } of instances) {
    const inner = following.call() ? scope.through(call, new Evaluator(scope, options)) : null;
    if (inner === null) continue;
    found.push(problemsInside(inner, check, following).map((problem) => atCall(problem, call, inner)));
  }
  return found.flat();
}

function problemsInside(scope: RecordingScope, check: CheckBlock, following: Following): readonly Problem[] {
  const blocks = scope.ask((module) => module.remember(ecrBlocks));
  return blocks.flatMap((declaration) => {
    scope.ask(({ version }) => version);
    const problems = problemsOfBlock(declaration, scope, check, following);
    if (problems.length === 0) return [];
    const known = following.told.get(declaration) ?? toldAlone(declaration, scope, check, following);
    following.told.set(declaration, known);
    return problems.filter((problem) => !identitiesOf(problem).some((identity) => known.has(identity)));
  });
}

function toldAlone(
  declaration: BlockDeclaration,
  { module, meter }: RecordingScope,
  check: CheckBlock,
  following: Following,
): Set<string> {
  const alone = new RecordingScope(module, new Recorder(meter));
  return new Set(problemsOfBlock(declaration, alone, check, following).flatMap(identitiesOf));
}

function problemsOfBlock(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  check: CheckBlock,
  following: Following,
): readonly Problem[] {
  if (declaration.type !== 'module' || policySourceOf(declaration) !== undefined) {
    return check(declaration, scope);
  }
  return following.isDeep ? problemsThroughCall(declaration, scope, check, following) : [];
}

/** The blocks of a module that are ECR's or have a policy, and the calls of modules that may hold such blocks. */
function ecrBlocks(module: Module): readonly BlockDeclaration[] {
  return module
    .allBlocks()
    .filter(
      (declaration) =>
        declaration.type === 'module' ||
        policySourceOf(declaration) !== undefined ||
        accessSourceOf(declaration) !== undefined ||
        bodyFact(declaration.type, declaration.labels[0] ?? '') !== undefined,
    );
}

/** What a problem is known by: its place, and the key that it is about. */
function identitiesOf({ ruleId, place, about }: Problem): string[] {
  return [place, ...(about === undefined ? [] : [about])].map(({ uri, start }) => `${ruleId} ${uri} ${start}`);
}

/**
 * What stands in the text of another module, of a caller for one, stays there: that is what brings it in. What stands in
 * the called module is told at the argument of the call that the place mentions, if there is one. `terraform validate`
 * knows no input of a module.
 */
function atCall(found: Problem, call: BlockDeclaration, { module, environment }: RecordingScope): Problem {
  const { isOfValidate: _, ...problem } = found;
  const { uri } = problem.place;
  const isOfOther = module.file(uri) === undefined && environment.moduleOf(uri)?.file(uri) !== undefined;
  if (isOfOther) return problem;
  const there = { place: problem.place, message: 'It stands here in the module that is called' };
  const place = argumentBehind(problem.place, call) ?? headerOf(call);
  return { ...problem, place, fixes: [], related: [there, ...problem.related] };
}

/** The one argument of a call that a place of the called module mentions as a variable; null for none or several. */
function argumentBehind(place: Place, { block, source }: BlockDeclaration): Place | null {
  const names = new Set([...textOf(place).matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name));
  const [given, ...others] = attributesOf(block.body).filter(({ name }) => names.has(name.text));
  return given === undefined || others.length > 0 ? null : placeOf(source, given.value);
}
