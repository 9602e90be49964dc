import type { BlockCheck, Check, Finding, UnusedSuppression } from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import { dataInCheck } from '../ecr/blocks/dataInCheck.ts';
import type { EcrBlock } from '../ecr/blocks/ecrBlock.ts';
import { isOfEcr } from '../ecr/blocks/isOfEcr.ts';
import type { AccessPolicy } from '../ecr/documents/access/accessPolicy.ts';
import { isLongBeyondReason } from '../ecr/documents/access/accessPolicy.ts';
import { isOtherDocument } from '../ecr/documents/access/documentKind.ts';
import { readIdentityPolicies } from '../ecr/documents/access/identityPolicies.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import { readImport } from '../ecr/imports/importBlock.ts';
import { concernsEcr, isModuleOfEcr } from '../ecr/imports/importConcern.ts';
import { readModuleCall } from '../ecr/modules/moduleCall.ts';
import { readCloudControlRepository, readRepository } from '../ecr/repository/repositoryBlock.ts';
import type { Meter } from '../evaluate/meter.ts';
import { inIamWords } from '../facts/access/iamPolicyDocument.ts';
import { knownRepositories } from '../guarantees/knownRepositories.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { Module, ModuleEnvironment } from '../module/module.ts';
import { isOverrideFile } from '../module/sources/overrides.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import { PieceResults } from '../module/tracking/pieceResults.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Steps } from '../module/tracking/steps.ts';
import { finish } from '../module/tracking/steps.ts';
import { WorkspaceAllowance } from '../module/tracking/workspaceAllowance.ts';
import { append } from '../syntax/arrays.ts';
import type { Piece } from '../syntax/tree/file.ts';
import { treeOfPiece } from '../syntax/tree/file.ts';
import { placeOf } from '../syntax/tree/place.ts';
import type { Range } from '../syntax/tree/tree.ts';
import type { ChecksBySubject } from './checksBySubject.ts';
import { bySubject } from './checksBySubject.ts';
import { atOwnBlock, isForeign, withoutToldByCall } from './foreignModules.ts';
import { FoundProblems } from './foundProblems.ts';
import { ofCalledModule } from './ofCalledModule.ts';
import type { Problem } from './problem.ts';
import { problemsOfInstances } from './problemsOfInstances.ts';
import type { PolicyProblems } from './problemsOfOwner.ts';
import { problemsOfOwner } from './problemsOfOwner.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';
import { problemsThroughCall } from './problemsThroughCall.ts';
import type { RuleFailureListener } from './runAll.ts';
import { runAll } from './runAll.ts';
import type { Suppression } from './suppressions.ts';
import { readSuppressions } from './suppressions.ts';

/** After so many pieces whose problems are kept, other work may run. */
const KEPT_AT_ONCE = 100;

/**
 * Runs the checks piece by piece and keeps each piece's result while its inputs are unchanged, so that an edit costs
 * what it touches.
 */
export class ProblemFinder {
  readonly #results = new PieceResults<readonly Problem[]>();
  readonly #allowances = new WeakMap<ModuleEnvironment, WorkspaceAllowance>();
  readonly #found = new WeakMap<Module, FoundProblems>();
  readonly #suppressions = new WeakMap<Piece, readonly Suppression[]>();
  readonly #onRuleFailure: RuleFailureListener;
  readonly #rules: ChecksBySubject;
  /** False while nothing else can run in between, so that a step for each rule would only cost time. */
  #pauses = true;

  constructor(onRuleFailure: RuleFailureListener, rules: readonly Check[] = CHECKS) {
    this.#onRuleFailure = onRuleFailure;
    this.#rules = bySubject(rules);
  }

  /** The suppressions of a piece, read once for as long as it lasts. */
  suppressionsOf(uri: string, piece: Piece): readonly Suppression[] {
    const known = this.#suppressions.get(piece);
    if (known !== undefined) return known;
    const suppressions = readSuppressions(uri, piece);
    this.#suppressions.set(piece, suppressions);
    return suppressions;
  }

  /** The problems of a suppressed id that silenced nothing. */
  problemsOfUnused(unused: UnusedSuppression): readonly Problem[] {
    return this.atOnce(this.#runAll(this.#rules.suppression, (rule) => rule.check(unused, this.#rules.ids)));
  }

  /**
   * The problems of a settings file, with default severities. `modules` are all that it applies to; null when there may
   * be others.
   */
  problemsOfSettings(file: SettingsFile, modules: readonly Module[] | null): readonly Problem[] {
    const repositories = () => (modules === null ? null : knownRepositories(modules));
    const { settings, ids } = this.#rules;
    return this.atOnce(this.#runAll(settings, (rule) => rule.check(file, ids, repositories)));
  }

  /** All problems of a module's pieces, in any of its files, with default severities. */
  problemsOf(module: Module): readonly Problem[] {
    return this.atOnce(this.stepsTo(module));
  }

  /** The same piece by piece and check by check, so that other work can run in between. */
  *stepsTo(module: Module): Steps<readonly Problem[]> {
    const known = this.#found.get(module);
    return known?.isCurrent(module) === true ? known.problems : yield* this.#walk(module);
  }

  /**
   * The offsets (UTF-16) of a file's pieces that were not examined completely because something in them is too large.
   * Call it only after finding the problems of the module.
   */
  givenUpIn(module: Module, uri: string): readonly number[] {
    const pieces = module.file(uri)?.syntax.pieces ?? [];
    return pieces.flatMap(({ piece, offset }) => (this.#results.hasGivenUp(piece) ? [offset] : []));
  }

  /** The steps that finding problems of modules has taken so far. */
  get worked(): number {
    return this.#results.worked;
  }

  /** The steps that the problems of a module took to find when they were found last. */
  spentOn(module: Module): number {
    return module.files.reduce(
      (all, { syntax }) => syntax.pieces.reduce((sum, { piece }) => sum + this.#results.spentOn(piece), all),
      0,
    );
  }

  *#walk(module: Module): Steps<readonly Problem[]> {
    const found = new FoundProblems(module);
    const meter = this.#meterFor(module);
    let kept = 0;
    for (const { uri, syntax } of module.files) {
      for (const { piece } of syntax.pieces) {
        const known = this.#results.kept(module, piece, meter);
        append(found.problems, known?.result ?? (yield* this.#problemsOfPiece(module, uri, piece, meter)));
        kept = known === null ? KEPT_AT_ONCE : kept + 1;
        if (kept < KEPT_AT_ONCE) continue;
        kept = 0;
        yield;
      }
    }
    // What is cut for want of steps depends on what other modules take.
    if (!meter.isCut && found.isCurrent(module)) this.#found.set(module, found);
    return found.problems;
  }

  #meterFor(module: Module): Meter {
    const { environment } = module;
    const allowance = this.#allowances.get(environment) ?? new WorkspaceAllowance(environment);
    this.#allowances.set(environment, allowance);
    return allowance.meterFor(module);
  }

  #problemsOfPiece(module: Module, uri: string, piece: Piece, meter: Meter): Steps<readonly Problem[]> {
    return this.#results.stepsTo(module, piece, meter, (scope) => this.#check(module, scope, uri, piece));
  }

  *#check(module: Module, scope: RecordingScope, uri: string, piece: Piece): Steps<readonly Problem[]> {
    const tree = treeOfPiece(piece);
    const placeIn = (range: Range) => placeOf({ uri, piece }, range);
    const problems = yield* this.#runAll(this.#rules.syntax, (rule) => rule.check(tree, placeIn));
    if (module.mayBeOverridden) return problems;
    // Blocks of override files are parts of others: only a policy in them is judged by itself.
    const isPart = isOverrideFile(uri);
    for (const declaration of module.declarations(piece).blocks) {
      const ofBlock = yield* isPart
        ? this.#problemsOfPart(declaration, scope)
        : this.#problemsOfBlock(declaration, scope);
      const ofPolicies = yield* this.#problemsOfPolicies(declaration, scope);
      const found = [...withoutToldByCall(ofPolicies, ofBlock), ...ofBlock];
      // An open file that is itself installed is reported directly.
      const isOwn = !isForeign(module.directory);
      append(problems, isOwn ? found.map((problem) => atOwnBlock(problem, declaration)) : found);
    }
    return problems;
  }

  *#problemsOfPolicies(declaration: BlockDeclaration, scope: RecordingScope): Steps<readonly Problem[]> {
    const find: PolicyProblems = {
      lifecycle: (policy, policyScope) => this.#stepsOfPolicy(policy, policyScope),
      access: (policy, policyScope) => this.#stepsOfAccess(policy, policyScope),
    };
    const own = yield* this.#problemsOfOwn(declaration, scope, find);
    const finder = this;
    const checkInside = function* (block: BlockDeclaration, inner: RecordingScope): Steps<readonly Problem[]> {
      const ofPolicies = yield* finder.#problemsOfOwn(block, inner, find);
      // What the caller adds to a repository of the module cannot be seen from inside, so no advice is given there.
      const isPart = isOverrideFile(block.source.uri);
      const ofArguments = isPart ? [] : yield* finder.#problemsOfArguments(block, inner);
      return [...ofPolicies, ...ofArguments.filter(isMistake)];
    };
    const isCall = declaration.type === 'module';
    const through = isCall ? yield* problemsThroughCall(declaration, scope, checkInside, own) : [];
    return [...own, ...through].map((problem) => ofCalledModule(problem, scope));
  }

  *#problemsOfOwn(
    declaration: BlockDeclaration,
    scope: RecordingScope,
    find: PolicyProblems,
  ): Steps<readonly Problem[]> {
    const ofOwner = yield* problemsOfOwner(declaration, scope, find);
    return [...ofOwner, ...(yield* this.#problemsOfIdentity(declaration, scope))];
  }

  *#problemsOfBlock(declaration: BlockDeclaration, scope: RecordingScope): Steps<readonly Problem[]> {
    const { import: importRules, callArguments } = this.#rules;
    const problems = yield* this.#runAll(this.#blockRulesFor(declaration), (rule) => rule.check(declaration, scope));
    if (isPlain(declaration)) return problems;
    append(problems, yield* this.#problemsOfArguments(declaration, scope));
    for (const data of dataInCheck(declaration).filter(isOfEcr)) {
      const found = yield* this.#runAll(this.#rules.innerData, (rule) => rule.check(data, scope));
      append(problems, found);
      append(problems, yield* this.#problemsOfArguments(data, scope));
    }
    append(problems, yield* this.#problemsOfCall(declaration, scope));
    if (declaration.type === 'module') {
      const found = yield* this.#runAll(callArguments, (rule) => rule.checkCall?.(declaration, scope) ?? []);
      append(problems, found);
    }
    const block = readImport(declaration);
    if (block !== null && concernsEcr(declaration, scope)) {
      const found = yield* this.#runAll(importRules, (rule) => rule.check(block, scope));
      append(problems, found);
    }
    return problems;
  }

  #blockRulesFor(declaration: BlockDeclaration): readonly BlockCheck[] {
    if (isPlain(declaration)) return this.#rules.plainBlock;
    return mayConcern(declaration) ? this.#rules.block : this.#rules.anyBlock;
  }

  *#problemsOfCall(declaration: BlockDeclaration, scope: RecordingScope): Steps<readonly Problem[]> {
    const call = declaration.type === 'module' ? readModuleCall(declaration, scope) : null;
    return call === null ? [] : yield* this.#runAll(this.#rules.module, (rule) => rule.check(call, scope));
  }

  /** The problems of a block in an override file, or of another service. */
  #problemsOfPart(declaration: BlockDeclaration, scope: RecordingScope): Steps<readonly Problem[]> {
    return this.#runAll(this.#rules.anyBlock, (rule) => rule.check(declaration, scope));
  }

  /** The problems of each instance of an ECR block, seen through a scope. */
  #problemsOfArguments(declaration: BlockDeclaration, scope: RecordingScope): Steps<readonly Problem[]> {
    return problemsOfInstances(declaration, scope, (block) => this.#problemsOfInstance(declaration, block, scope));
  }

  *#problemsOfInstance(
    declaration: BlockDeclaration,
    block: EcrBlock,
    scope: RecordingScope,
  ): Steps<readonly Problem[]> {
    const { arguments: argumentRules, policyArguments, repository: repositoryRules } = this.#rules;
    if (block.fact.isOfCloudControl === true) return yield* this.#problemsOfCloudControl(block, scope);
    const repository = readRepository(declaration, scope, block);
    const problems = yield* this.#runAll(argumentRules, (rule) => rule.check(block, scope));
    append(problems, yield* this.#runAll(policyArguments, (rule) => rule.checkArguments?.(block, scope) ?? []));
    if (repository === null) return problems;
    append(problems, yield* this.#runAll(repositoryRules, (rule) => rule.check(repository, scope)));
    return problems;
  }

  /** Only some checks examine the types of the AWS Cloud Control provider. */
  *#problemsOfCloudControl(block: EcrBlock, scope: RecordingScope): Steps<readonly Problem[]> {
    const judges = ({ judgesCloudControl }: Check) => judgesCloudControl === true;
    const ofArguments = yield* this.#runAll(this.#rules.arguments.filter(judges), (rule) => rule.check(block, scope));
    const repository = readCloudControlRepository(block);
    if (repository === null) return ofArguments;
    const rules = this.#rules.repository.filter(judges);
    return [...ofArguments, ...(yield* this.#runAll(rules, (rule) => rule.check(repository, scope)))];
  }

  /** The problems that the policy checks find, with default severities. */
  problemsOfPolicy(policy: LifecyclePolicy, scope: RecordingScope): readonly Problem[] {
    return this.atOnce(this.#stepsOfPolicy(policy, scope));
  }

  #stepsOfPolicy(policy: LifecyclePolicy, scope: RecordingScope): Steps<readonly Problem[]> {
    const rules = isOtherDocument(policy, 'lifecycle') ? this.#rules.mixed : this.#rules.policy;
    return this.#runAll(rules, (rule) => rule.check(policy, scope));
  }

  *#stepsOfAccess(policy: AccessPolicy, scope: RecordingScope): Steps<readonly Problem[]> {
    const { mixed, access } = this.#rules;
    const ofAnyKind = yield* this.#runAll(mixed, (rule) => rule.checkAccess?.(policy, scope) ?? []);
    if (isOtherDocument(policy, 'access')) return ofAnyKind;
    const rules = isLongBeyondReason(policy) ? access.filter((rule) => rule.judgesLongPolicies === true) : access;
    return [...ofAnyKind, ...(yield* this.#runAll(rules, (rule) => rule.check(policy, scope)))];
  }

  *#problemsOfIdentity(declaration: BlockDeclaration, scope: RecordingScope): Steps<readonly Problem[]> {
    const { identity } = this.#rules;
    if (identity.length === 0 || !concernsModules(scope)) return [];
    const policies = readIdentityPolicies(declaration, scope);
    const check = (policy: (typeof policies)[number]) => this.#runAll(identity, (rule) => rule.check(policy, scope));
    return yield* problemsOfPolicies({ policies, doubtful: [] }, check, inIamWords);
  }

  #runAll<T extends Check>(rules: readonly T[], check: (rule: T) => Iterable<Finding>): Steps<Problem[]> {
    return runAll(rules, check, this.#onRuleFailure, this.#pauses);
  }

  /** Does work that finds problems at once, without a pause after each check. */
  atOnce<Result>(steps: Steps<Result>): Result {
    const pauses = this.#pauses;
    this.#pauses = false;
    try {
      return finish(steps);
    } finally {
      this.#pauses = pauses;
    }
  }
}

function isMistake({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}

/** False for blocks of other services, which are most blocks of most modules. */
function mayConcern({ type, labels }: BlockDeclaration): boolean {
  return (type !== 'resource' && type !== 'data') || labels[0]?.includes('_ecr') !== false;
}

/** Blocks that describe the module itself. */
const PLAIN: ReadonlySet<string> = new Set(['locals', 'variable', 'output', 'terraform', 'provider']);

function isPlain({ type }: BlockDeclaration): boolean {
  return PLAIN.has(type);
}

/** True when a module, or one of its callers, has something of ECR. */
function concernsModules(scope: RecordingScope): boolean {
  return isModuleOfEcr(scope) || (scope.caller !== null && concernsModules(scope.caller.scope));
}
