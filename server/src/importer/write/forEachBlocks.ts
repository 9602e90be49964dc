import { LIFECYCLE_POLICY_TYPE } from '../../ecr/repository/policyTargets.ts';
import { REPOSITORY_TYPE } from '../../ecr/repository/repositoryBlock.ts';
import type { Assignment, BlockTerm, Term } from '../../syntax/edit/term.ts';
import type { ExistingRepository } from '../existing.ts';
import { labelsFor } from '../labels.ts';
import type { Chunk } from './chunk.ts';
import { chunk, nested, reference, resource, term, text } from './chunk.ts';
import { block, hasIdentity, identityKey } from './importTerm.ts';
import { PolicyLocals } from './locals.ts';
import type { PolicyTerm } from './policyTerm.ts';
import { RepositoryArguments } from './repositoryArguments.ts';
import type { Writing } from './separateBlocks.ts';
import { ACCESS_POLICY, settingsSubject } from './separateBlocks.ts';

/**
 * One resource with `for_each` for all private repositories, and one for their policies of each kind. Repositories that
 * the code already declares, and their policies, are left out.
 */
export function forEachBlocks(writing: Writing): Chunk[] {
  const { repositories, around } = writing;
  const missing = repositories.filter(({ name }) => !around.repositories.has(name));
  return missing.length === 0 ? [] : new ForEachWriter(writing, missing).write();
}

class ForEachWriter {
  readonly #writing: Writing;
  readonly #repositories: readonly ExistingRepository[];
  readonly #label: string;
  readonly #locals: Set<string>;

  constructor(writing: Writing, repositories: readonly ExistingRepository[]) {
    const { labels, locals } = writing.around;
    const taken = [REPOSITORY_TYPE, LIFECYCLE_POLICY_TYPE, ACCESS_POLICY].flatMap((type) => [
      ...(labels.get(type) ?? []),
    ]);
    this.#writing = writing;
    this.#repositories = repositories;
    this.#label = labelsFor(['this'], new Set(taken))[0] ?? 'this';
    this.#locals = new Set(locals);
  }

  write(): Chunk[] {
    const map = this.#localName('repositories');
    const columns = new RepositoryArguments(this.#repositories, this.#writing);
    const entries = this.#repositories.map((repository) =>
      term(this.#keyOf(repository), { kind: 'object', members: columns.membersOf(repository) }),
    );
    const main = [reference('for_each', `local.${map}`), ...this.#nameArguments(), ...columns.arguments()];
    return [
      locals([term(map, { kind: 'object', members: entries })], [], this.#repositories.map(settingsSubject)),
      this.#importChunk(REPOSITORY_TYPE, map),
      chunk(resource(REPOSITORY_TYPE, this.#label, main, columns.blocks())),
      ...this.#policyChunks(LIFECYCLE_POLICY_TYPE, 'lifecycle_policies', 'lifecycle_policy', ({ lifecyclePolicy }) =>
        lifecyclePolicy === null ? null : this.#writing.terms.lifecycle(lifecyclePolicy),
      ),
      ...this.#policyChunks(ACCESS_POLICY, 'repository_policies', 'repository_policy', ({ accessPolicy }) =>
        accessPolicy === null ? null : this.#writing.terms.access(accessPolicy),
      ),
    ];
  }

  /** With several regions a name may repeat; the key is then the import id. */
  #keyOf({ name, region }: ExistingRepository): string {
    return this.#writing.options.regionArgument && region !== null ? `${name}@${region}` : name;
  }

  #nameArguments(): Assignment[] {
    if (!this.#writing.options.regionArgument) return [reference('name', 'each.key')];
    return [reference('name', 'each.value.name'), reference('region', 'each.value.region')];
  }

  #policyChunks(
    type: string,
    mapName: string,
    prefix: string,
    read: (repository: ExistingRepository) => PolicyTerm | null,
  ): Chunk[] {
    const policies = this.#repositories.flatMap((repository) => {
      const policy = read(repository);
      return policy === null ? [] : [{ repository, policy }];
    });
    if (policies.length === 0) return [];
    const shared = new PolicyLocals(prefix);
    for (const { repository, policy } of policies) shared.add(repository.name, policy);
    const written = shared.write(1, this.#locals);
    for (const { assignment } of written.locals) this.#locals.add(assignment.name);
    const map = this.#localName(mapName);
    const entries = policies.map(({ repository, policy }) =>
      term(this.#keyOf(repository), written.find(policy) ?? policy.term),
    );
    return [
      ...written.locals.map(({ assignment, policy }) => locals([assignment], policy.remarks, [policy.printed])),
      locals([term(map, { kind: 'object', members: entries })]),
      this.#importChunk(type, map),
      chunk(this.#policyResource(type, map)),
    ];
  }

  #policyResource(type: string, map: string): BlockTerm {
    const repository = `${REPOSITORY_TYPE}.${this.#label}[each.key]`;
    const region = this.#writing.options.regionArgument ? [reference('region', `${repository}.region`)] : [];
    return resource(type, this.#label, [
      reference('for_each', `local.${map}`),
      reference('repository', `${repository}.name`),
      ...region,
      reference('policy', 'each.value'),
    ]);
  }

  #importChunk(type: string, map: string): Chunk {
    const { options, account } = this.#writing;
    const to = [reference('for_each', `local.${map}`), reference('to', `${type}.${this.#label}[each.key]`)];
    if (!options.identity || !hasIdentity(type)) return chunk(block([...to, reference('id', 'each.key')]));
    const identity: Term = { kind: 'object', members: this.#identityMembers(type, account) };
    return chunk(block([...to, term('identity', identity)]));
  }

  #identityMembers(type: string, account: string | null): Assignment[] {
    const [region] = new Set(this.#repositories.map((repository) => repository.region));
    const isRegional = this.#writing.options.regionArgument;
    const key = isRegional ? 'split("@", each.key)[0]' : 'each.key';
    return [
      reference(identityKey(type), key),
      ...(account === null ? [] : [text('account_id', account)]),
      ...(isRegional ? [reference('region', 'split("@", each.key)[1]')] : []),
      ...(!isRegional && region !== undefined && region !== null ? [text('region', region)] : []),
    ];
  }

  #localName(wanted: string): string {
    const [name = wanted] = labelsFor([wanted], this.#locals);
    this.#locals.add(name);
    return name;
  }
}

function locals(
  assignments: readonly Assignment[],
  remarks: readonly string[] = [],
  subjects: readonly string[] = [],
): Chunk {
  return chunk(nested('locals', assignments), remarks, [...new Set(subjects)]);
}
