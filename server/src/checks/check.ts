import type { EcrBlock } from '../ecr/blocks/ecrBlock.ts';
import type { AccessPolicy } from '../ecr/documents/access/accessPolicy.ts';
import type { IdentityPolicy } from '../ecr/documents/access/identityPolicies.ts';
import type { LifecyclePolicy } from '../ecr/documents/lifecycle/policy.ts';
import type { Fix } from '../ecr/edits/change.ts';
import type { ImportBlock } from '../ecr/imports/importBlock.ts';
import type { ModuleCall } from '../ecr/modules/moduleCall.ts';
import type { Repository } from '../ecr/repository/repositoryBlock.ts';
import type { Severity } from '../facts/product/settingsKeys.ts';
import type { PolicyTarget } from '../guarantees/coverage.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { PieceInFile, Place } from '../syntax/tree/place.ts';
import type { Comment, Range, Tree } from '../syntax/tree/tree.ts';

export type { Severity } from '../facts/product/settingsKeys.ts';
export { SEVERITIES } from '../facts/product/settingsKeys.ts';

/** What a check found at one place. */
export interface Finding {
  readonly place: Place;
  /** The key that the finding is about: its place is the same whichever call leads to it. */
  readonly about?: Place;
  /** What will happen and what to do, in one or two sentences. */
  readonly message: string;
  /** Set where it differs from the check's own. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
  /** True when `terraform validate` reports the same, which a companion extension shows. */
  readonly isOfValidate?: boolean;
}

export interface RelatedPlace {
  readonly place: Place;
  readonly message: string;
}

interface CheckDescription {
  /** The public name: in settings, baselines, links; never changed. */
  readonly id: string;
  /** One line for lists. */
  readonly title: string;
  readonly severity: Severity;
  /** True for a check that speaks of nearly every block, so the tests of other checks leave it out. */
  readonly isWidespread?: true;
  /** True for a check that also covers the types of the AWS Cloud Control provider. */
  readonly judgesCloudControl?: true;
  /**
   * True for a check that is silent in modules whose releases are known: they complete policies by themselves, and
   * checks of their calls report what is wrong with them.
   */
  readonly skipsKnownModules?: true;
  /** True for a check of what a call leaves out, which is also shown on the whole call of a known module. */
  readonly isShownOnKnownCalls?: true;
  /** The check of a module call whose findings explain those of this one. */
  readonly isConsequenceOf?: Cause;
}

/** What explains a finding in a policy of a module call. */
export interface Cause {
  /** The id of the check of the call. */
  readonly id: string;
  /** Where it explains findings: anywhere in the call, or only inside what its own finding is `about`. */
  readonly within: 'call' | 'about';
}

/** A check of a lifecycle policy's value, in any spelling. */
export interface PolicyCheck extends CheckDescription {
  readonly subject: 'policy';
  check(policy: LifecyclePolicy, scope: RecordingScope): Iterable<Finding>;
  /** Checks the arguments of one instance of an ECR block, except its policies. */
  checkArguments?(block: EcrBlock, scope: RecordingScope): Iterable<Finding>;
  /** What the same check finds in a repository or registry policy, of whatever kind its document is. */
  checkAccess?(policy: AccessPolicy, scope: RecordingScope): Iterable<Finding>;
}

/** A check of a repository or registry policy, in any spelling. */
export interface AccessCheck extends CheckDescription {
  readonly subject: 'access';
  /**
   * True for a check that also covers policies with more statements than AWS can ever accept. It does not look at
   * single statements: hundreds of findings about them would say nothing new, and comparing them would take long.
   */
  readonly judgesLongPolicies?: true;
  check(policy: AccessPolicy, scope: RecordingScope): Iterable<Finding>;
}

/** A check of an IAM policy of a role, user or group, in a module that concerns ECR. */
export interface IdentityCheck extends CheckDescription {
  readonly subject: 'identity';
  check(policy: IdentityPolicy, scope: RecordingScope): Iterable<Finding>;
}

/** A check of a repository or a repository creation template. */
export interface RepositoryCheck extends CheckDescription {
  readonly subject: 'repository';
  check(repository: Repository, scope: RecordingScope): Iterable<Finding>;
}

/** A check of an import block. */
export interface ImportCheck extends CheckDescription {
  readonly subject: 'import';
  check(block: ImportBlock, scope: RecordingScope): Iterable<Finding>;
}

/** A check of a top-level block as it is written. */
export interface BlockCheck extends CheckDescription {
  readonly subject: 'block';
  /** True for a check that covers blocks of any service and the partial blocks of override files. */
  readonly isOfAnyBlock?: true;
  /** True for a check that also covers locals. */
  readonly coversLocals?: true;
  /** True for a check that also covers the data sources of ECR inside `check` blocks. */
  readonly coversInnerData?: true;
  /** True for a check of a module's call. */
  readonly isOfCalls?: true;
  check(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding>;
}

/** A check of the argument values of one instance of an ECR block. */
export interface ArgumentsCheck extends CheckDescription {
  readonly subject: 'arguments';
  check(block: EcrBlock, scope: RecordingScope): Iterable<Finding>;
  /** The findings of the same check about the inputs of a call of a local module with ECR blocks. */
  checkCall?(call: BlockDeclaration, scope: RecordingScope): Iterable<Finding>;
}

/** A check of a call of a module for ECR: a public one with known releases or inputs, or one that is installed. */
export interface ModuleCallCheck extends CheckDescription {
  readonly subject: 'module';
  check(call: ModuleCall, scope: RecordingScope): Iterable<Finding>;
}

/** A check of the text itself. */
export interface SyntaxCheck extends CheckDescription {
  readonly subject: 'syntax';
  check(tree: Tree, placeOf: (range: Range) => Place): Iterable<Finding>;
}

/** One id in a suppression comment that silenced nothing. */
export interface UnusedSuppression {
  readonly source: PieceInFile;
  readonly comment: Comment;
  readonly id: Range & { readonly id: string };
  /** True when the comment names no other id, so the whole comment can be removed. */
  readonly isWhole: boolean;
}

/** A check of suppression comments; `ruleIds` are the existing ids. */
export interface SuppressionCheck extends CheckDescription {
  readonly subject: 'suppression';
  check(unused: UnusedSuppression, ruleIds: readonly string[]): Iterable<Finding>;
}

/** A check of the file that holds a folder's settings. */
export interface SettingsCheck extends CheckDescription {
  readonly subject: 'settings';
  /** `repositories` gives the repositories that the file applies to, or null when not all of them are known. */
  check(
    file: SettingsFile,
    ruleIds: readonly string[],
    repositories: () => readonly PolicyTarget[] | null,
  ): Iterable<Finding>;
}

export type Check =
  | SettingsCheck
  | SuppressionCheck
  | SyntaxCheck
  | BlockCheck
  | ArgumentsCheck
  | PolicyCheck
  | AccessCheck
  | IdentityCheck
  | RepositoryCheck
  | ImportCheck
  | ModuleCallCheck;
