import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import type { Assignment, Term } from '../../syntax/edit/term.ts';
import type { ExistingRepository, Tags } from '../existing.ts';
import { labelsFor } from '../labels.ts';
import type { ImportOptions } from '../options.ts';
import type { Chunk } from './chunk.ts';
import { chunk, optional, reference, resource, term, text } from './chunk.ts';
import type { CodeAround } from './codeAround.ts';
import { importBlock } from './importTerm.ts';
import { PolicyLocals } from './locals.ts';
import type { PolicyTerm, PolicyTerms } from './policyTerm.ts';
import { encryptionBlocks, filterBlocks, mutabilityArguments, scanningBlock } from './settingsBlocks.ts';

export const ACCESS_POLICY = 'aws_ecr_repository_policy';

/** The inputs of the writers of repositories. */
export interface Writing {
  readonly repositories: readonly ExistingRepository[];
  readonly account: string | null;
  readonly hasTags: boolean;
  readonly options: ImportOptions;
  readonly around: CodeAround;
  readonly terms: PolicyTerms;
}

/** A resource and its import block for each private repository and each of its policies. */
export function* separateBlocks(writing: Writing): Generator<Chunk> {
  const labels = repositoryLabels(writing);
  const locals = new PolicyLocals('lifecycle_policy');
  for (const { name, lifecyclePolicy } of missingPolicies(writing))
    locals.add(name, writing.terms.lifecycle(lifecyclePolicy));
  const shared = locals.write(2, writing.around.locals);
  for (const { policy, assignment } of shared.locals) {
    const block = { type: 'locals', labels: [], arguments: [assignment], blocks: [] };
    yield chunk(block, policy.remarks, [policy.printed]);
  }
  for (const [index, repository] of writing.repositories.entries()) {
    yield* new RepositoryWriter(writing, repository, labels[index] ?? '').write(shared.find);
  }
}

/** The repositories whose lifecycle policy the code does not have yet. */
function missingPolicies({ repositories, around }: Writing) {
  return repositories.flatMap(({ name, lifecyclePolicy }) =>
    lifecyclePolicy === null || around.lifecyclePolicies.has(name) ? [] : [{ name, lifecyclePolicy }],
  );
}

/** A label for each repository; names that exist in several regions get the region as well. */
function repositoryLabels({ repositories, around }: Writing): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of repositories) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = repositories.map(({ name, region }) =>
    (counts.get(name) ?? 0) > 1 && region !== null ? `${name} ${region}` : name,
  );
  const taken = (types: readonly string[]) => new Set(types.flatMap((type) => [...(around.labels.get(type) ?? [])]));
  const labels = labelsFor(names, taken([REPOSITORY_TYPE, LIFECYCLE_POLICY_TYPE, ACCESS_POLICY]));
  // The policies of a repository that the code already declares get that repository's label.
  const ofPolicies = taken([LIFECYCLE_POLICY_TYPE, ACCESS_POLICY]);
  return repositories.map(({ name }, index) => {
    const declared = /^aws_ecr_repository\.([\w-]+)\.name$/.exec(around.repositories.get(name) ?? '')?.[1];
    return declared === undefined || ofPolicies.has(declared) ? (labels[index] ?? '') : declared;
  });
}

class RepositoryWriter {
  readonly #writing: Writing;
  readonly #repository: ExistingRepository;
  readonly #label: string;

  constructor(writing: Writing, repository: ExistingRepository, label: string) {
    this.#writing = writing;
    this.#repository = repository;
    this.#label = label;
  }

  write(sharedPolicy: (policy: PolicyTerm) => Term | null): Chunk[] {
    const { around } = this.#writing;
    const { name, lifecyclePolicy, accessPolicy } = this.#repository;
    const declared = around.repositories.get(name);
    const target = declared === undefined ? `${REPOSITORY_TYPE}.${this.#label}.name` : declared;
    const lifecycle = around.lifecyclePolicies.has(name) ? null : lifecyclePolicy;
    const access = around.accessPolicies.has(name) ? null : accessPolicy;
    if (target === null) return lifecycle === null && access === null ? [] : [outOfReach(name)];
    return [
      ...(declared === undefined ? this.#repositoryChunks() : []),
      ...(lifecycle === null ? [] : this.#lifecycleChunks(target, lifecycle, sharedPolicy)),
      ...(access === null ? [] : this.#policyChunks(ACCESS_POLICY, target, this.#writing.terms.access(access))),
    ];
  }

  #repositoryChunks(): Chunk[] {
    const { hasTags } = this.#writing;
    const { name, exclusionFilters, encryption, scansOnPush, tags } = this.#repository;
    const args = [
      text('name', name),
      ...this.#regionArgument(),
      ...mutabilityArguments(this.#repository),
      ...tagArguments(tags),
    ];
    const blocks = [...filterBlocks(exclusionFilters), ...scanningBlock(scansOnPush), ...encryptionBlocks(encryption)];
    const remarks = hasTags && tags === null ? ['Its tags were not given: a plan removes those that it has.'] : [];
    return [
      this.#importChunk(REPOSITORY_TYPE),
      chunk(resource(REPOSITORY_TYPE, this.#label, args, blocks), remarks, [settingsSubject(this.#repository)]),
    ];
  }

  #lifecycleChunks(target: string, json: string, sharedPolicy: (policy: PolicyTerm) => Term | null): Chunk[] {
    const policy = this.#writing.terms.lifecycle(json);
    const local = sharedPolicy(policy);
    return this.#policyChunks(
      LIFECYCLE_POLICY_TYPE,
      target,
      local === null ? policy : { term: local, printed: '', remarks: [] },
    );
  }

  #policyChunks(type: string, target: string, policy: PolicyTerm): Chunk[] {
    const args = [reference('repository', target), ...this.#regionArgument(), term('policy', policy.term)];
    return [this.#importChunk(type), chunk(resource(type, this.#label, args), policy.remarks, [policy.printed])];
  }

  #importChunk(type: string): Chunk {
    const { account, options } = this.#writing;
    const { name, region } = this.#repository;
    return chunk(importBlock({ type, label: this.#label, id: name, region, account }, options));
  }

  #regionArgument(): Assignment[] {
    return this.#writing.options.regionArgument ? optional('region', this.#repository.region) : [];
  }
}

/** Repositories with the same settings are judged alike: AWS has accepted their names and tags. */
export function settingsSubject({ mutability, exclusionFilters, encryption, scansOnPush }: ExistingRepository): string {
  return JSON.stringify([REPOSITORY_TYPE, mutability, exclusionFilters, encryption, scansOnPush]);
}

function tagArguments(tags: Tags | null): Assignment[] {
  const members = tagMembers(tags ?? {});
  return members.length === 0 ? [] : [term('tags', { kind: 'object', members })];
}

export function tagMembers(tags: Tags): Assignment[] {
  return Object.entries(tags).map(([key, value]) => text(key, value));
}

/** Remarks that the code declares a repository in a way that no expression of the module can refer to. */
function outOfReach(name: string): Chunk {
  return {
    remarks: [`The policies of ${name} are left out: the code declares it inside a module.`],
    block: null,
    subjects: [],
  };
}
