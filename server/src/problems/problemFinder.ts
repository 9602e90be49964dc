import type {
  AccessCheck,
  ArgumentsCheck,
  BlockCheck,
  Check,
  Finding,
  IdentityCheck,
  ImportCheck,
  ModuleCallCheck,
  PolicyCheck,
  RepositoryCheck,
  SettingsCheck,
  SuppressionCheck,
  SyntaxCheck,
  UnusedSuppression,
} from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import type { AccessPolicy } from '../ecr/documents/access/accessPolicy.ts';
import { isOtherDocument } from '../ecr/documents/access/documentKind.ts';
import { readIdentityPolicies } from '../ecr/documents/access/identityPolicies.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import { isBeyondReason } from '../ecr/documents/lifecycle/policy.ts';
import { readImport } from '../ecr/imports/importBlock.ts';
import { concernsEcr, isModuleOfEcr } from '../ecr/imports/importConcern.ts';
import { readModuleCall } from '../ecr/modules/moduleCall.ts';
import { readRepository } from '../ecr/repository/repositoryBlock.ts';
import type { Meter } from '../evaluate/meter.ts';
import { inIamWords } from '../facts/access/iamPolicyDocument.ts';
import { knownRepositories } from '../guarantees/knownRepositories.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { Module } from '../module/module.ts';
import { isOverrideFile } from '../module/sources/overrides.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import { meterOf } from '../module/tracking/meterOf.ts';
import { PieceResults } from '../module/tracking/pieceResults.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import { append } from '../syntax/arrays.ts';
import type { Piece } from '../syntax/tree/file.ts';
import { treeOfPiece } from '../syntax/tree/file.ts';
import { placeOf } from '../syntax/tree/place.ts';
import { atOwnBlock, isForeign, withoutToldAt, withoutToldByCall } from './foreignModules.ts';
import { ofCalledModule } from './ofCalledModule.ts';
import type { Problem } from './problem.ts';
import { problemsOfInstances } from './problemsOfInstances.ts';
import type { PolicyProblems } from './problemsOfOwner.ts';
import { problemsOfOwner } from './problemsOfOwner.ts';
import { problemsOfPolicies } from './problemsOfPolicies.ts';
import { problemsThroughCall } from './problemsThroughCall.ts';
import type { Suppression } from './suppressions.ts';
import { readSuppressions } from './suppressions.ts';

/** Told of a rule that failed; the other rules' answers still come. */
export type RuleFailureListener = (ruleId: string, error: unknown) => void;

/**
 * Runs the checks piece by piece and keeps each piece's result while its inputs are unchanged, so that an edit costs
 * what it touches.
 */
export class ProblemFinder {
  readonly #results = new PieceResults<readonly Problem[]>();
  readonly #suppressions = new WeakMap<Piece, readonly Suppression[]>();
  readonly #onRuleFailure: RuleFailureListener;
  readonly #rules: RulesBySubject;

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
    return this.#rules.suppression.flatMap((rule) => this.#run(rule, () => rule.check(unused, this.#rules.ids)));
  }

  /**
   * The problems of a settings file, with default severities. `modules` are all that it is for; null where there may be
   * others.
   */
  problemsOfSettings(file: SettingsFile, modules: readonly Module[] | null): readonly Problem[] {
    const repositories = () => (modules === null ? null : knownRepositories(modules));
    const { settings, ids } = this.#rules;
    return settings.flatMap((rule) => this.#run(rule, () => rule.check(file, ids, repositories)));
  }

  /** All problems of a module's pieces, in whichever of its files they are, with default severities. */
  problemsOf(module: Module): Problem[] {
    const problems: Problem[] = [];
    const meter = meterOf(module);
    for (const { uri, syntax } of module.files) {
      for (const { piece } of syntax.pieces) append(problems, this.#problemsOfPiece(module, uri, piece, meter));
    }
    return problems;
  }

  /**
   * Where a file's pieces begin (UTF-16 offsets) that were not looked at whole, because something in them is too large
   * to be followed. Only after the problems of the module were found.
   */
  givenUpIn(module: Module, uri: string): readonly number[] {
    const pieces = module.file(uri)?.syntax.pieces ?? [];
    return pieces.flatMap(({ piece, offset }) => (this.#results.hasGivenUp(piece) ? [offset] : []));
  }

  /** Finds a module's problems one piece after the other, so that others get their turn between two of them. */
  *findIn(module: Module): Iterable<void> {
    const meter = meterOf(module);
    for (const { uri, syntax } of module.files) {
      for (const { piece } of syntax.pieces) {
        this.#problemsOfPiece(module, uri, piece, meter);
        yield;
      }
    }
  }

  #problemsOfPiece(module: Module, uri: string, piece: Piece, meter: Meter): readonly Problem[] {
    return this.#results.resultOf(module, piece, meter, (scope) => this.#check(module, scope, uri, piece));
  }

  #check(module: Module, scope: RecordingScope, uri: string, piece: Piece): readonly Problem[] {
    const problems: Problem[] = [];
    const tree = treeOfPiece(piece);
    for (const rule of this.#rules.syntax) {
      append(
        problems,
        this.#run(rule, () => rule.check(tree, (range) => placeOf({ uri, piece }, range))),
      );
    }
    if (module.mayBeOverridden) return problems;
    // Blocks of override files are parts of others: only a policy in them is judged by itself.
    const isPart = isOverrideFile(uri);
    for (const declaration of module.declarations(piece).blocks) {
      const ofBlock = isPart ? this.#problemsOfPart(declaration, scope) : this.#problemsOfBlock(declaration, scope);
      const found = [...withoutToldByCall(this.#problemsOfPolicies(declaration, scope), ofBlock), ...ofBlock];
      // A file that is itself installed, and open, is reported as it stands.
      const isOwn = !isForeign(module.directory);
      append(problems, isOwn ? found.map((problem) => atOwnBlock(problem, declaration)) : found);
    }
    return problems;
  }

  #problemsOfPolicies(declaration: BlockDeclaration, scope: RecordingScope): readonly Problem[] {
    const find: PolicyProblems = {
      lifecycle: (policy, policyScope) => this.problemsOfPolicy(policy, policyScope),
      access: (policy, policyScope) => this.problemsOfAccess(policy, policyScope),
    };
    const own = [...problemsOfOwner(declaration, scope, find), ...this.#problemsOfIdentity(declaration, scope)];
    const checkInside = (block: BlockDeclaration, inner: RecordingScope) => [
      ...problemsOfOwner(block, inner, find),
      ...this.#problemsOfIdentity(block, inner),
      // What the caller adds to a repository of the module cannot be seen from inside: no advice is given there.
      ...(isOverrideFile(block.source.uri) ? [] : this.#problemsOfArguments(block, inner).filter(isMistake)),
    ];
    const through = declaration.type === 'module' ? problemsThroughCall(declaration, scope, checkInside) : [];
    return [...own, ...withoutToldAt(own, through)].map((problem) => ofCalledModule(problem, scope));
  }

  #problemsOfBlock(declaration: BlockDeclaration, scope: RecordingScope): readonly Problem[] {
    const { block: blockRules, import: importRules } = this.#rules;
    const problems = mayConcern(declaration)
      ? blockRules.flatMap((rule) => this.#run(rule, () => rule.check(declaration, scope)))
      : [...this.#problemsOfPart(declaration, scope)];
    append(problems, this.#problemsOfArguments(declaration, scope));
    append(problems, this.#problemsOfCall(declaration, scope));
    if (declaration.type === 'module') {
      append(
        problems,
        this.#rules.arguments.flatMap((rule) => this.#run(rule, () => rule.checkCall?.(declaration, scope) ?? [])),
      );
    }
    const block = readImport(declaration);
    if (block !== null && concernsEcr(declaration, scope)) {
      append(
        problems,
        importRules.flatMap((rule) => this.#run(rule, () => rule.check(block, scope))),
      );
    }
    return problems;
  }

  #problemsOfCall(declaration: BlockDeclaration, scope: RecordingScope): readonly Problem[] {
    const call = declaration.type === 'module' ? readModuleCall(declaration, scope) : null;
    return call === null ? [] : this.#rules.module.flatMap((rule) => this.#run(rule, () => rule.check(call, scope)));
  }

  /** What is found in a block of an override file, or in one of another service. */
  #problemsOfPart(declaration: BlockDeclaration, scope: RecordingScope): readonly Problem[] {
    return this.#rules.anyBlock.flatMap((rule) => this.#run(rule, () => rule.check(declaration, scope)));
  }

  /** What is found in each instance of a block of ECR, seen through a scope. */
  #problemsOfArguments(declaration: BlockDeclaration, scope: RecordingScope): readonly Problem[] {
    return problemsOfInstances(declaration, scope, (block) => {
      const { arguments: argumentRules, policy, repository: repositoryRules } = this.#rules;
      const repository = readRepository(declaration, scope, block);
      return [
        ...argumentRules.flatMap((rule) => this.#run(rule, () => rule.check(block, scope))),
        ...policy.flatMap((rule) => this.#run(rule, () => rule.checkArguments?.(block, scope) ?? [])),
        ...(repository === null
          ? []
          : repositoryRules.flatMap((rule) => this.#run(rule, () => rule.check(repository, scope)))),
      ];
    });
  }

  /** What the rules about policies find in one, with default severities. */
  problemsOfPolicy(policy: LifecyclePolicy, scope: RecordingScope): readonly Problem[] {
    const isWhole = ({ id }: PolicyCheck) => id.startsWith('policy-');
    const all = isOtherDocument(policy, 'lifecycle') ? this.#rules.mixed : this.#rules.policy;
    const rules = isBeyondReason(policy.root) ? all.filter(isWhole) : all;
    return rules.flatMap((rule) => this.#run(rule, () => rule.check(policy, scope)));
  }

  /** What the rules about access find in one policy, with default severities. */
  problemsOfAccess(policy: AccessPolicy, scope: RecordingScope): readonly Problem[] {
    const { mixed, access } = this.#rules;
    if (isOtherDocument(policy, 'access'))
      return mixed.flatMap((rule) => this.#run(rule, () => rule.checkAccess?.(policy, scope) ?? []));
    return access.flatMap((rule) => this.#run(rule, () => rule.check(policy, scope)));
  }

  #problemsOfIdentity(declaration: BlockDeclaration, scope: RecordingScope): readonly Problem[] {
    const { identity } = this.#rules;
    if (identity.length === 0 || !concernsModules(scope)) return [];
    const policies = readIdentityPolicies(declaration, scope);
    const check = (policy: (typeof policies)[number]) =>
      identity.flatMap((rule) => this.#run(rule, () => rule.check(policy, scope)));
    return problemsOfPolicies({ policies, doubtful: [] }, check, inIamWords);
  }

  /** What a rule finds; when it fails, nothing. */
  #run(rule: Check, check: () => Iterable<Finding>): readonly Problem[] {
    try {
      const problems: Problem[] = [];
      for (const {
        place,
        about,
        message,
        severity = rule.severity,
        related = [],
        fixes = [],
        isOfValidate,
      } of check()) {
        const problem = { ruleId: rule.id, severity, place, message, related, fixes };
        problems.push({ ...problem, ...(about && { about }), ...(isOfValidate === true && { isOfValidate }) });
      }
      return problems;
    } catch (error) {
      this.#onRuleFailure(rule.id, error);
      return [];
    }
  }
}

function isMistake({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}

/** False for blocks of other services, which most blocks of most modules are. */
function mayConcern({ type, labels }: BlockDeclaration): boolean {
  return (type !== 'resource' && type !== 'data') || labels[0]?.includes('_ecr') !== false;
}

/** Checks by subject, so that each subject meets only its own. */
interface RulesBySubject {
  readonly ids: readonly string[];
  readonly settings: readonly SettingsCheck[];
  readonly suppression: readonly SuppressionCheck[];
  readonly syntax: readonly SyntaxCheck[];
  readonly block: readonly BlockCheck[];
  /** Those of them that look at blocks of other services too. */
  readonly anyBlock: readonly BlockCheck[];
  readonly arguments: readonly ArgumentsCheck[];
  readonly policy: readonly PolicyCheck[];
  /** Those of them that also speak of a document that is in the wrong place. */
  readonly mixed: readonly PolicyCheck[];
  readonly access: readonly AccessCheck[];
  readonly identity: readonly IdentityCheck[];
  readonly repository: readonly RepositoryCheck[];
  readonly import: readonly ImportCheck[];
  readonly module: readonly ModuleCallCheck[];
}

function bySubject(rules: readonly Check[]): RulesBySubject {
  return {
    ids: rules.map(({ id }) => id),
    settings: rules.filter((rule) => rule.subject === 'settings'),
    suppression: rules.filter((rule) => rule.subject === 'suppression'),
    syntax: rules.filter((rule) => rule.subject === 'syntax'),
    block: rules.filter((rule) => rule.subject === 'block'),
    anyBlock: rules.filter((rule) => rule.subject === 'block').filter(({ isOfAnyBlock }) => isOfAnyBlock === true),
    arguments: rules.filter((rule) => rule.subject === 'arguments'),
    policy: rules.filter((rule) => rule.subject === 'policy'),
    mixed: rules.filter((rule) => rule.subject === 'policy').filter((rule) => rule.checkAccess !== undefined),
    access: rules.filter((rule) => rule.subject === 'access'),
    identity: rules.filter((rule) => rule.subject === 'identity'),
    repository: rules.filter((rule) => rule.subject === 'repository'),
    import: rules.filter((rule) => rule.subject === 'import'),
    module: rules.filter((rule) => rule.subject === 'module'),
  };
}

/** True where a module has something of ECR, or one that calls it. */
function concernsModules(scope: RecordingScope): boolean {
  return isModuleOfEcr(scope) || (scope.caller !== null && concernsModules(scope.caller.scope));
}
