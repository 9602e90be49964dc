/** What the existing code declares, as far as an import must fit in. */
export interface CodeAround {
  /** How an expression refers to each declared private repository's name; null when none can. */
  readonly repositories: ReadonlyMap<string, string | null>;
  readonly publicRepositories: ReadonlySet<string>;
  /** Names of repositories with a lifecycle policy, and with an access policy. */
  readonly lifecyclePolicies: ReadonlySet<string>;
  readonly accessPolicies: ReadonlySet<string>;
  /** The prefixes, names or principals that are declared, by resource type. */
  readonly others: ReadonlyMap<string, ReadonlySet<string>>;
  /** Types that a registry has once and the code declares. */
  readonly once: ReadonlySet<string>;
  /** Labels in use, by resource type. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  readonly locals: ReadonlySet<string>;
  /** Addresses of repositories whose names cannot be known, so that an import may duplicate them. */
  readonly unnamed: readonly string[];
}

/** Code that declares nothing. */
export const NO_CODE: CodeAround = {
  repositories: new Map(),
  publicRepositories: new Set(),
  lifecyclePolicies: new Set(),
  accessPolicies: new Set(),
  others: new Map(),
  once: new Set(),
  labels: new Map(),
  locals: new Set(),
  unnamed: [],
};
