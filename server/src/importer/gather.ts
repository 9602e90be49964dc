import type { ExistingRegistry, ExistingRepository, RegistrySettings, Tags } from './existing.ts';
import { ImportError } from './importError.ts';
import type { InputFile } from './input/inputFile.ts';
import type { Attached } from './input/readAttached.ts';
import { readLifecyclePolicies, readRepositoryPolicies, readTags } from './input/readAttached.ts';
import { readCacheRules, readRegistryOutputs, readTemplates } from './input/readRegistry.ts';
import type { ReadRepository } from './input/readRepositories.ts';
import { readRepositories } from './input/readRepositories.ts';

/** The files of an import, by what they hold. */
export interface ImportFiles {
  readonly repositories: readonly InputFile[];
  readonly policies: readonly InputFile[];
  readonly repositoryPolicies: readonly InputFile[];
  readonly tags: readonly InputFile[];
  readonly cacheRules: readonly InputFile[];
  readonly templates: readonly InputFile[];
  readonly registry: readonly InputFile[];
}

export const NO_FILES: ImportFiles = {
  repositories: [],
  policies: [],
  repositoryPolicies: [],
  tags: [],
  cacheRules: [],
  templates: [],
  registry: [],
};

/**
 * Reads the files and combines what they say about one account. Throws an `ImportError` for a file of the wrong kind,
 * and for several accounts.
 */
export function gatherRegistry(files: ImportFiles): ExistingRegistry {
  return new Gatherer().gather(files);
}

class Gatherer {
  readonly #warnings: string[] = [];
  readonly #regionFiles = new Map<string, string>();
  /** The accounts that the outputs name, each with the first file that does. */
  readonly #accounts = new Map<string, string>();

  gather(files: ImportFiles): ExistingRegistry {
    const read = files.repositories.flatMap((file) => this.#repositoriesOf(file));
    const cacheRules = this.#parts(files.cacheRules, readCacheRules).flat();
    const templates = this.#parts(files.templates, readTemplates).flat();
    const settings = this.#parts(files.registry, readRegistryOutputs);
    const repositories = this.#withAttached(unique(read), files);
    this.#requireOneAccount();
    const prefixes = cacheRules.map(({ prefix }) => `${prefix.replace(/\/$/, '')}/`);
    const isCached = ({ name }: ExistingRepository) => prefixes.some((prefix) => name.startsWith(prefix));
    const [account = null] = this.#accounts.keys();
    return {
      account,
      regions: regionsOf([...repositories, ...cacheRules, ...templates, ...settings]),
      repositories: repositories.filter((repository) => !isCached(repository)).sort(byName),
      cacheRules: [...cacheRules].sort((one, other) => compare(one.prefix, other.prefix)),
      templates: [...templates].sort((one, other) => compare(one.prefix, other.prefix)),
      settings: mergeByRegion(settings),
      cached: repositories.filter(isCached).map(({ name }) => name),
      regionFiles: this.#regionFiles,
      hasTags: files.tags.length > 0 || repositories.some(({ tags }) => tags !== null),
      warnings: this.#warnings,
    };
  }

  #repositoriesOf(file: InputFile): readonly ReadRepository[] {
    const { repositories, isPartial } = readRepositories(file);
    if (isPartial) this.#tellPartial(file);
    for (const { account, region } of repositories) {
      this.#note(account, file);
      if (region !== null && !this.#regionFiles.has(region)) this.#regionFiles.set(region, file.name);
    }
    return repositories;
  }

  #parts<T>(
    files: readonly InputFile[],
    read: (
      file: InputFile,
      skip: (message: string) => void,
    ) => { value: T; account: string | null; isPartial: boolean }[],
  ): T[] {
    return files.flatMap((file) => {
      const parts = read(file, (message) => this.#warnings.push(message));
      if (parts.some(({ isPartial }) => isPartial)) this.#tellPartial(file);
      for (const { account } of parts) this.#note(account, file);
      return parts.map(({ value }) => value);
    });
  }

  #tellPartial({ name }: InputFile): void {
    this.#warnings.push(
      `${name} is one page of several (it has a nextToken): run the command again for the rest, without --max-items`,
    );
  }

  #note(account: string | null, { name }: InputFile): void {
    if (account !== null && !this.#accounts.has(account)) this.#accounts.set(account, name);
  }

  #requireOneAccount(): void {
    if (this.#accounts.size < 2) return;
    const found = [...this.#accounts].map(([account, name]) => `${account} (${name})`).join(', ');
    throw new ImportError(`the outputs are of several accounts: ${found}; import each account separately`);
  }

  /** The repositories with their policies and tags. */
  #withAttached(repositories: readonly ReadRepository[], files: ImportFiles): ExistingRepository[] {
    const skip = (message: string) => this.#warnings.push(message);
    const lifecycle = this.#attach(
      repositories,
      files.policies.flatMap((file) => readLifecyclePolicies(file, skip)),
    );
    const access = this.#attach(
      repositories,
      files.repositoryPolicies.flatMap((file) => readRepositoryPolicies(file, skip)),
    );
    const tags = this.#attach<Tags>(
      repositories,
      files.tags.flatMap((file) => readTags(file, skip)),
      fileNameOf,
    );
    return repositories.map((repository) => ({
      ...repository,
      tags: tags.get(repository) ?? repository.tags,
      lifecyclePolicy: lifecycle.get(repository) || repository.lifecyclePolicy,
      accessPolicy: access.get(repository) || repository.accessPolicy,
    }));
  }

  /** The values by repository. */
  #attach<T>(
    repositories: readonly ReadRepository[],
    attached: readonly Attached<T>[],
    nameOf: (repository: ReadRepository) => string = ({ name }) => name,
  ): ReadonlyMap<ReadRepository, T> {
    const values = new Map<ReadRepository, T>();
    if (attached.length === 0) return values;
    const byName = groupBy(repositories, nameOf);
    for (const { file, repository, region, account, value } of attached) {
      this.#note(account, file);
      const named = byName.get(repository) ?? [];
      const [found, other] = region === null || named.length < 2 ? named : named.filter((one) => one.region === region);
      if (found === undefined) {
        this.#warnings.push(
          `${file.name} belongs to ${repository}, which is not among the repositories; it is left out`,
        );
      } else if (other !== undefined && other.name !== found.name) {
        this.#warnings.push(
          `${file.name} may belong to ${found.name} or to ${other.name}, whose files have the same name; it is left out`,
        );
      } else if (other !== undefined) {
        throw new ImportError(
          `${file.name}: several regions have a repository ${found.name}; put the file into a folder named after its region, such as ${other.region ?? 'eu-west-1'}/${file.baseName}`,
        );
      } else values.set(found, value);
    }
    return values;
  }
}

/** The name of a repository's tags file, without `.json`. */
function fileNameOf({ name }: ReadRepository): string {
  return name.replaceAll('/', '__');
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Identifies a repository. */
function idOf({ name, region, isPublic }: Pick<ExistingRepository, 'name' | 'region' | 'isPublic'>): string {
  return `${isPublic ? 'public' : (region ?? '')} ${name}`;
}

/** Each repository once: pages may overlap. */
function unique(repositories: readonly ReadRepository[]): ReadRepository[] {
  return [...new Map(repositories.map((repository) => [idOf(repository), repository])).values()];
}

function regionsOf(parts: readonly { readonly region: string | null }[]): string[] {
  return [...new Set(parts.flatMap(({ region }) => region ?? []))].sort();
}

/** One record of settings for each region, combined from partial outputs. */
function mergeByRegion(parts: readonly RegistrySettings[]): RegistrySettings[] {
  const merged = new Map<string | null, RegistrySettings>();
  for (const part of parts) {
    const before = merged.get(part.region);
    if (before === undefined) merged.set(part.region, part);
    else {
      merged.set(part.region, {
        region: part.region,
        policy: part.policy ?? before.policy,
        replication: part.replication ?? before.replication,
        scanning: part.scanning ?? before.scanning,
        accountSettings: [...before.accountSettings, ...part.accountSettings],
        pullTimeExclusions: [...before.pullTimeExclusions, ...part.pullTimeExclusions],
      });
    }
  }
  return [...merged.values()];
}

function byName(one: ExistingRepository, other: ExistingRepository): number {
  return compare(one.name, other.name) || compare(one.region ?? '', other.region ?? '');
}

/** By code units, so that the order is the same everywhere. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
