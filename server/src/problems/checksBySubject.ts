import type {
  AccessCheck,
  ArgumentsCheck,
  BlockCheck,
  Check,
  IdentityCheck,
  ImportCheck,
  ModuleCallCheck,
  PolicyCheck,
  RepositoryCheck,
  SettingsCheck,
  SuppressionCheck,
  SyntaxCheck,
} from '../checks/check.ts';

/** Checks by subject, so that each subject only runs its own. */
export interface ChecksBySubject {
  readonly ids: readonly string[];
  readonly settings: readonly SettingsCheck[];
  readonly suppression: readonly SuppressionCheck[];
  readonly syntax: readonly SyntaxCheck[];
  readonly block: readonly BlockCheck[];
  /** The block checks that also examine blocks of other services. */
  readonly anyBlock: readonly BlockCheck[];
  /** The block checks that examine blocks that describe the module itself, as `locals` and `variable` do. */
  readonly plainBlock: readonly BlockCheck[];
  /** The block checks that also examine the data sources inside `check` blocks. */
  readonly innerData: readonly BlockCheck[];
  readonly arguments: readonly ArgumentsCheck[];
  /** Those of them that also check calls of local modules. */
  readonly callArguments: readonly ArgumentsCheck[];
  readonly policy: readonly PolicyCheck[];
  /** Those of them that also check the arguments of a block. */
  readonly policyArguments: readonly PolicyCheck[];
  /** Those of them that also check access policies, and documents that are in the wrong place. */
  readonly mixed: readonly PolicyCheck[];
  readonly access: readonly AccessCheck[];
  readonly identity: readonly IdentityCheck[];
  readonly repository: readonly RepositoryCheck[];
  readonly import: readonly ImportCheck[];
  readonly module: readonly ModuleCallCheck[];
}

/** Sorts checks by their subjects, each subject in the order given. */
export function bySubject(rules: readonly Check[]): ChecksBySubject {
  const block = rules.filter((rule) => rule.subject === 'block');
  const ofArguments = rules.filter((rule) => rule.subject === 'arguments');
  const policy = rules.filter((rule) => rule.subject === 'policy');
  return {
    ids: rules.map(({ id }) => id),
    settings: rules.filter((rule) => rule.subject === 'settings'),
    suppression: rules.filter((rule) => rule.subject === 'suppression'),
    syntax: rules.filter((rule) => rule.subject === 'syntax'),
    block,
    anyBlock: block.filter(({ isOfAnyBlock }) => isOfAnyBlock === true),
    plainBlock: block.filter((rule) => rule.isOfAnyBlock === true || rule.coversLocals === true),
    innerData: block.filter((rule) => rule.coversInnerData === true),
    arguments: ofArguments,
    callArguments: ofArguments.filter((rule) => rule.checkCall !== undefined),
    policy,
    policyArguments: policy.filter((rule) => rule.checkArguments !== undefined),
    mixed: policy.filter((rule) => rule.checkAccess !== undefined),
    access: rules.filter((rule) => rule.subject === 'access'),
    identity: rules.filter((rule) => rule.subject === 'identity'),
    repository: rules.filter((rule) => rule.subject === 'repository'),
    import: rules.filter((rule) => rule.subject === 'import'),
    module: rules.filter((rule) => rule.subject === 'module'),
  };
}
