/**
 * What exists in a registry, according to the outputs of the AWS CLI. Fields are null when the output lacks them.
 * Source: botocore 1.43.67 `ecr/2015-09-21/service-2.json` and `ecr-public/2020-10-30/service-2.json`. Read 2026-11-29.
 */

/** Tags by key, without those that AWS sets itself. */
export type Tags = Readonly<Record<string, string>>;

export interface Encryption {
  readonly type: string;
  readonly key: string | null;
}

export interface Filter {
  readonly filter: string;
  readonly type: string;
}

/** How a template's repositories, or a repository itself, treat tags and images. */
export interface Settings {
  readonly mutability: string | null;
  /** In the order of the output. */
  readonly exclusionFilters: readonly Filter[];
  readonly encryption: Encryption | null;
}

export interface ExistingRepository extends Settings {
  readonly name: string;
  readonly isPublic: boolean;
  /** Null for a public repository, and when the output has no ARN. */
  readonly region: string | null;
  readonly scansOnPush: boolean;
  /** Null when no output has them. */
  readonly tags: Tags | null;
  /** The policy's JSON as AWS stores it; null when there is none. */
  readonly lifecyclePolicy: string | null;
  readonly accessPolicy: string | null;
}

export interface CacheRule {
  readonly prefix: string;
  readonly region: string | null;
  readonly upstreamUrl: string;
  readonly credential: string | null;
  readonly role: string | null;
  readonly upstreamPrefix: string | null;
}

export interface CreationTemplate extends Settings {
  readonly prefix: string;
  readonly region: string | null;
  readonly description: string | null;
  readonly tags: Tags;
  readonly lifecyclePolicy: string | null;
  readonly accessPolicy: string | null;
  readonly appliedFor: readonly string[];
  readonly role: string | null;
}

export interface ReplicationRule {
  readonly destinations: readonly { readonly region: string; readonly account: string }[];
  readonly filters: readonly Filter[];
}

export interface ScanningRule {
  readonly frequency: string;
  readonly filters: readonly Filter[];
}

/** What exists once per registry, as far as outputs about it were given. */
export interface RegistrySettings {
  readonly region: string | null;
  readonly policy: string | null;
  readonly replication: readonly ReplicationRule[] | null;
  readonly scanning: { readonly type: string; readonly rules: readonly ScanningRule[] } | null;
  readonly accountSettings: readonly { readonly name: string; readonly value: string }[];
  readonly pullTimeExclusions: readonly string[];
}

/** Everything that the outputs contain about one account. */
export interface ExistingRegistry {
  readonly account: string | null;
  /** The regions of the objects found, sorted. */
  readonly regions: readonly string[];
  /** The first file that names each region. */
  readonly regionFiles: ReadonlyMap<string, string>;
  /** Sorted by name, then region. */
  readonly repositories: readonly ExistingRepository[];
  readonly cacheRules: readonly CacheRule[];
  readonly templates: readonly CreationTemplate[];
  readonly settings: readonly RegistrySettings[];
  /** Names of repositories that a cache rule made, which are left out. */
  readonly cached: readonly string[];
  /** Whether outputs with tags were given at all. */
  readonly hasTags: boolean;
  /** Remarks about the input for the reader of the code, one sentence each. */
  readonly warnings: readonly string[];
}
