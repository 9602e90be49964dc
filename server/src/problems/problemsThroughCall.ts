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
import type { Steps } from '../module/tracking/steps.ts';
import { append } from '../syntax/arrays.ts';
import type { Place } from '../syntax/tree/place.ts';
import { keyOfStart, placeOf, textOf } from '../syntax/tree/place.ts';
import { isForeign, isNotAmong, ofForeignModule } from './foreignModules.ts';
import type { Problem } from './problem.ts';

/** The problems of one block of a module, seen through a scope. */
export type CheckBlock = (declaration: BlockDeclaration, scope: RecordingScope) => Steps<readonly Problem[]>;

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
 * The problems that blocks and policies of a called module only have with the values of this call, except those that
 * the call itself has already (`own`). They are shown on the input that causes them, through any number of calls, or on
 * the call when the module's own text causes them.
 */
export function* problemsThroughCall(
  call: BlockDeclaration,
  scope: RecordingScope,
  check: CheckBlock,
  own: readonly Problem[],
  following = new Following(call, scope),
): Steps<readonly Problem[]> {
  const found: Problem[] = [];
  const isNew = isNotAmong(own);
  const instances = instancesOf(call, scope) ?? [{ options: {} }];
  for (const { options } of instances) {
    const inEdition = function* (edition: number, like?: ReadonlySet<string>): Steps<readonly Inside[]> {
      const inner = following.call() ? scope.through(call, new Evaluator(scope, options), edition) : null;
      if (inner === null) return [];
      const inside = yield* problemsInside(inner, check, following, like);
      return inside.flatMap(atThisCall(call, inner)).filter(({ problem }) => isNew(problem));
    };
    const common = yield* inAllEditions(scope.directoriesOf(call).length, inEdition);
    for (const { problem } of common) found.push(problem);
  }
  return found;
}

/** A problem seen through a call, and the address of the block in the called module that has it. */
interface Inside {
  readonly address: string;
  readonly problem: Problem;
}

/**
 * What applies whichever of the allowed releases is used. The newest release is checked completely, of the others only the
 * blocks in which it has a problem: most calls have none.
 */
function* inAllEditions(
  editions: number,
  inEdition: (edition: number, like?: ReadonlySet<string>) => Steps<readonly Inside[]>,
): Steps<readonly Inside[]> {
  let common = yield* inEdition(0);
  for (let edition = 1; edition < editions && common.length > 0; edition += 1) {
    const other = yield* inEdition(edition, new Set(common.map(({ address }) => address)));
    const known = new Set(other.flatMap(({ problem }) => identitiesOf(problem)));
    common = common.filter(({ problem }) => identitiesOf(problem).some((one) => known.has(one)));
  }
  return common;
}

function atThisCall(call: BlockDeclaration, inner: RecordingScope): (inside: Inside) => readonly Inside[] {
  return ({ address, problem }) => {
    const shown = atCall(problem, call, inner);
    return shown === null ? [] : [{ address, problem: shown }];
  };
}

/** The problems in the blocks of a called module, or in those at some addresses where it has them. */
function* problemsInside(
  scope: RecordingScope,
  check: CheckBlock,
  following: Following,
  like?: ReadonlySet<string>,
): Steps<readonly Inside[]> {
  const all = scope.ask(rememberedBlocks, rememberedBlocks);
  const alike = like === undefined ? all : all.filter(({ address }) => like.has(address));
  const blocks = alike.length === 0 ? all : alike;
  const found: Inside[] = [];
  for (const declaration of blocks) {
    scope.ask(versionOf, versionOf);
    yield;
    const problems = yield* problemsOfBlock(declaration, scope, check, following);
    if (problems.length === 0) continue;
    const inside = problems.map((problem) => ({ address: declaration.address, problem }));
    // Nobody else reports mistakes in a module that is not the user's own.
    const isOwn = !isForeign(scope.module.directory);
    const known = isOwn ? yield* toldAlone(declaration, scope, check, following) : NOTHING_TOLD;
    append(
      found,
      inside.filter(({ problem }) => !identitiesOf(problem).some((identity) => known.has(identity))),
    );
  }
  return found;
}

const NOTHING_TOLD: ReadonlySet<string> = new Set();

/** The problems of a block that do not depend on the caller, found once. */
function* toldAlone(
  declaration: BlockDeclaration,
  { module, meter }: RecordingScope,
  check: CheckBlock,
  following: Following,
): Steps<ReadonlySet<string>> {
  const known = following.told.get(declaration);
  if (known !== undefined) return known;
  const alone = new RecordingScope(module, new Recorder(meter));
  const problems = yield* problemsOfBlock(declaration, alone, check, following);
  const told = new Set(problems.flatMap(identitiesOf));
  following.told.set(declaration, told);
  return told;
}

function* problemsOfBlock(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  check: CheckBlock,
  following: Following,
): Steps<readonly Problem[]> {
  // Terraform does not check the arguments of a block without instances; problems that no call changes are reported
  // there.
  if (existenceOf(declaration, [], scope) === 'never') return [];
  // The meter notes it where no more is left.
  if (!scope.meter.spend(LOOK_STEPS)) return [];
  const own = yield* check(declaration, scope);
  if (declaration.type !== 'module' || !following.isDeep) return own;
  return [...own, ...(yield* problemsThroughCall(declaration, scope, check, own, following))];
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

function rememberedBlocks(module: Module): readonly BlockDeclaration[] {
  return module.remember(ecrBlocks);
}

function versionOf({ version }: Module): number {
  return version;
}

/** Identifies a problem: its place, and the key that it is about. */
function identitiesOf({ ruleId, place, about }: Problem): string[] {
  return [place, ...(about === undefined ? [] : [about])].map((one) => `${ruleId} ${keyOfStart(one)}`);
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
