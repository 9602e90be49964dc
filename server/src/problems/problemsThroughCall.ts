import { handsOverIdentityPolicy } from '../ecr/documents/access/identityPolicies.ts';
import { accessSourceOf } from '../ecr/documents/access/readAccessPolicy.ts';
import { existenceOf } from '../ecr/documents/blockExistence.ts';
import { policySourceOf } from '../ecr/documents/lifecycle/policySource.ts';
import { headerOf } from '../ecr/header.ts';
import { instancesOf } from '../ecr/instances.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import { bodyFact } from '../facts/provider/resources.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributesOf } from '../module/declarations/declarations.ts';
import type { Module } from '../module/module.ts';
import { leadsToMoreCalls } from '../module/moduleCalls.ts';
import { Recorder } from '../module/tracking/recorder.ts';
import { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Place } from '../syntax/tree/place.ts';
import { placeOf, textOf } from '../syntax/tree/place.ts';
import { isForeign, ofForeignModule, withoutToldAt } from './foreignModules.ts';
import type { Problem } from './problem.ts';

/** The problems of one block of a module, seen through a scope. */
export type CheckBlock = (declaration: BlockDeclaration, scope: RecordingScope) => readonly Problem[];

/** Beyond this number, calls below one call are not followed. */
const CALL_LIMIT = 200;

/** What all checks of one block cost, seen through a call. */
const LOOK_STEPS = 300;

/** How far one call is followed: when too many calls are below it, only to the module that it names. */
class Following {
  /** The problems of blocks in called modules that do not depend on the caller, found once for each block. */
  readonly told = new Map<BlockDeclaration, ReadonlySet<string>>();
  readonly isDeep: boolean;
  #left = CALL_LIMIT;

  constructor(call: BlockDeclaration, scope: RecordingScope) {
    const [directory] = scope.directoriesOf(call);
    this.isDeep = directory === undefined || !scope.ask((module) => leadsToMoreCalls(directory, CALL_LIMIT, module));
  }

  /** Counts a call; false when those are too many. */
  call(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/**
 * The problems that blocks and policies of a local module only have with the values of this call. They are shown on the
 * input that causes them, through any number of calls, or on the call when the module's own text causes them.
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
    const editions = Math.max(1, scope.directoriesOf(call).length);
    const byEdition = Array.from({ length: editions }, (_, edition) => {
      const inner = following.call() ? scope.through(call, new Evaluator(scope, options), edition) : null;
      if (inner === null) return [];
      return problemsInside(inner, check, following).flatMap((problem) => atCall(problem, call, inner) ?? []);
    });
    found.push(inAllEditions(byEdition));
  }
  return found.flat();
}

/** What applies whichever of the allowed releases is used. */
function inAllEditions([newest = [], ...others]: readonly (readonly Problem[])[]): readonly Problem[] {
  const identities = others.map((problems) => new Set(problems.flatMap(identitiesOf)));
  return newest.filter((problem) => identities.every((known) => identitiesOf(problem).some((one) => known.has(one))));
}

function problemsInside(scope: RecordingScope, check: CheckBlock, following: Following): readonly Problem[] {
  const blocks = scope.ask((module) => module.remember(ecrBlocks));
  return blocks.flatMap((declaration) => {
    scope.ask(({ version }) => version);
    // The meter notes it where no more is left.
    if (!scope.meter.spend(LOOK_STEPS)) return [];
    const problems = problemsOfBlock(declaration, scope, check, following);
    if (problems.length === 0) return [];
    // Nobody else reports mistakes in a module that is not the user's own.
    if (isForeign(scope.module.directory)) return problems;
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
  // Terraform does not check the arguments of a block without instances; problems that no call changes are reported
  // there.
  if (existenceOf(declaration, [], scope) === 'never') return [];
  if (declaration.type !== 'module') return check(declaration, scope);
  const own = check(declaration, scope);
  const through = following.isDeep ? problemsThroughCall(declaration, scope, check, following) : [];
  return [...own, ...withoutToldAt(own, through)];
}

/** The blocks of a module that are ECR's or have a policy, and the calls of modules that may contain such blocks. */
function ecrBlocks(module: Module): readonly BlockDeclaration[] {
  return module
    .allBlocks()
    .filter(
      (declaration) =>
        declaration.type === 'module' ||
        policySourceOf(declaration) !== undefined ||
        accessSourceOf(declaration) !== undefined ||
        handsOverIdentityPolicy(declaration) ||
        bodyFact(declaration.type, declaration.labels[0] ?? '') !== undefined,
    );
}

/** Identifies a problem: its place, and the key that it is about. */
function identitiesOf({ ruleId, place, about }: Problem): string[] {
  return [place, ...(about === undefined ? [] : [about])].map(({ uri, start }) => `${ruleId} ${uri} ${start}`);
}

/**
 * A problem in the text of another module, such as a caller, stays there, because that text causes it. A problem in the
 * called module is reported at the argument of the call that its place mentions, if there is one. `terraform validate`
 * does not know the inputs of a module.
 */
function atCall(found: Problem, call: BlockDeclaration, { module, environment }: RecordingScope): Problem | null {
  const { isOfValidate: _, ...problem } = found;
  const { uri } = problem.place;
  const isOfOther = module.file(uri) === undefined && environment.moduleOf(uri)?.file(uri) !== undefined;
  const asTold = (told: Problem, isOfCall: boolean) =>
    isForeign(module.directory) ? ofForeignModule(told, module.directory, isOfCall) : told;
  if (isOfOther) return asTold(problem, false);
  const there = { place: problem.place, message: 'It is here, in the called module' };
  const argument = argumentBehind(problem.place, call);
  const place = argument ?? headerOf(call);
  return asTold({ ...problem, place, fixes: [], related: [there, ...problem.related] }, argument === null);
}

/** The one argument of a call that a place of the called module mentions as a variable; null for none or several. */
function argumentBehind(place: Place, { block, source }: BlockDeclaration): Place | null {
  const names = new Set([...textOf(place).matchAll(/\bvar\.([\w-]+)/g)].map(([, name]) => name));
  const [given, ...others] = attributesOf(block.body).filter(({ name }) => names.has(name.text));
  return given === undefined || others.length > 0 ? null : placeOf(source, given.value);
}
