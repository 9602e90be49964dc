import { instancesOf } from '../ecr/instances.ts';
import { LIFECYCLE_POLICY_TYPE } from '../ecr/repository/policyTargets.ts';
import { REPOSITORY_TYPE } from '../ecr/repository/repositoryBlock.ts';
import { repositoryChain } from '../ecr/repository/repositoryChain.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributeOf, hasInstances } from '../module/declarations/declarations.ts';
import { referencedResource } from '../module/declarations/referencePaths.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Expression } from '../syntax/tree/tree.ts';
import type { CodeAround } from './write/codeAround.ts';
import { ACCESS_POLICY } from './write/separateBlocks.ts';

const PUBLIC_REPOSITORY = 'aws_ecrpublic_repository';

/**
 * The argument that names the object, for each type that an import may write; null for types that exist once per
 * registry.
 */
const KEYS: ReadonlyMap<string, string | null> = new Map([
  [REPOSITORY_TYPE, 'name'],
  [PUBLIC_REPOSITORY, 'repository_name'],
  ['aws_ecr_pull_through_cache_rule', 'ecr_repository_prefix'],
  ['aws_ecr_repository_creation_template', 'prefix'],
  ['aws_ecr_account_setting', 'name'],
  ['aws_ecr_pull_time_update_exclusion', 'principal_arn'],
  ['aws_ecr_registry_policy', null],
  ['aws_ecr_replication_configuration', null],
  ['aws_ecr_registry_scanning_configuration', null],
]);

/** How many levels of module calls are followed. */
const DEEPEST_CALL = 8;

/** The ECR objects that a module and the local modules it calls declare, as far as names are known. */
export function codeAround(module: Module): CodeAround {
  const reader = new CodeReader(new RecordingScope(module));
  reader.readDeclared();
  reader.readPolicies();
  return reader.result(module);
}

/** An object's name and the expression that refers to it, such as `aws_ecr_repository.app["x"]`. */
type Named = readonly [name: string, address: string];

class CodeReader {
  readonly #scope: RecordingScope;
  readonly #depth: number;
  readonly #objects = new Map<string, Map<string, string | null>>();
  readonly #once = new Set<string>();
  readonly #policies = new Map<string, Set<string>>();
  readonly #unnamed: string[] = [];

  constructor(scope: RecordingScope, depth = 0) {
    this.#scope = scope;
    this.#depth = depth;
  }

  /** Reads named objects, also in called modules, which no expression of the caller can refer to. */
  readDeclared(): void {
    for (const declaration of this.#scope.module.allBlocks()) {
      const [type] = declaration.labels;
      if (declaration.type === 'module') this.#readCall(declaration);
      if (declaration.type !== 'resource' || typeof type !== 'string') continue;
      const key = KEYS.get(type);
      if (key === null) this.#once.add(type);
      if (typeof key !== 'string') continue;
      const objects = this.#objectsOf(type);
      const named = this.#named(declaration, key);
      if (named === null && type === REPOSITORY_TYPE) this.#unnamed.push(declaration.address);
      for (const [name, address] of named ?? []) objects.set(name, `${address}.${key}`);
    }
  }

  /** Reads which repositories have policies; call it only when all names are known. */
  readPolicies(): void {
    for (const declaration of this.#scope.module.allBlocks()) {
      const [type] = declaration.labels;
      if (declaration.type !== 'resource' || (type !== LIFECYCLE_POLICY_TYPE && type !== ACCESS_POLICY)) continue;
      const known = this.#policies.get(type) ?? new Set();
      for (const name of this.#targetsOf(declaration)) known.add(name);
      this.#policies.set(type, known);
    }
  }

  result(module: Module): CodeAround {
    const others = new Map([...this.#objects].map(([type, objects]) => [type, new Set(objects.keys())]));
    const labels = new Map<string, Set<string>>();
    for (const {
      type,
      labels: [resourceType, label],
    } of module.allBlocks()) {
      if (type !== 'resource' || typeof resourceType !== 'string' || typeof label !== 'string') continue;
      const known = labels.get(resourceType) ?? new Set();
      labels.set(resourceType, known.add(label));
    }
    return {
      repositories: this.#objectsOf(REPOSITORY_TYPE),
      publicRepositories: others.get(PUBLIC_REPOSITORY) ?? new Set(),
      lifecyclePolicies: this.#policies.get(LIFECYCLE_POLICY_TYPE) ?? new Set(),
      accessPolicies: this.#policies.get(ACCESS_POLICY) ?? new Set(),
      others,
      once: this.#once,
      labels,
      locals: new Set(module.allLocals().map(({ name }) => name)),
      unnamed: this.#unnamed,
    };
  }

  #objectsOf(type: string): Map<string, string | null> {
    const known = this.#objects.get(type) ?? new Map<string, string | null>();
    this.#objects.set(type, known);
    return known;
  }

  #readCall(call: BlockDeclaration): void {
    if (this.#depth >= DEEPEST_CALL) return;
    for (const options of hasInstances(call.block) ? (instancesOf(call, this.#scope) ?? []) : [null]) {
      const evaluator = new Evaluator(this.#scope, { ...options?.options, assumeDefaults: true });
      const inner = this.#scope.through(call, evaluator);
      if (inner === null) continue;
      const reader = new CodeReader(inner, this.#depth + 1);
      reader.readDeclared();
      reader.readPolicies();
      for (const [type, objects] of reader.#objects)
        for (const name of objects.keys()) this.#objectsOf(type).set(name, null);
      for (const address of reader.#unnamed) this.#unnamed.push(`${call.address}.${address}`);
      for (const type of reader.#once) this.#once.add(type);
      for (const [type, names] of reader.#policies) {
        const known = this.#policies.get(type) ?? new Set();
        for (const name of names) known.add(name);
        this.#policies.set(type, known);
      }
    }
  }

  /** The names that an argument gives to the instances of a block; null when one is unknown. */
  #named(declaration: BlockDeclaration, key: string): Named[] | null {
    const { block, source, address } = declaration;
    const expression = attributeOf(block, key)?.value;
    const instances = hasInstances(block) ? instancesOf(declaration, this.#scope) : [null];
    if (expression === undefined || instances === null) return null;
    const named: Named[] = [];
    for (const instance of instances) {
      const options = { ...instance?.options, assumeDefaults: true };
      const value = new Evaluator(this.#scope, options).evaluate({ source, expression });
      if (value.kind !== 'string') return null;
      named.push([value.value, `${address}${instance?.key ?? ''}`]);
    }
    return named;
  }

  /** The names of the repositories that a policy is for. */
  #targetsOf(declaration: BlockDeclaration): string[] {
    const expression = attributeOf(declaration.block, 'repository')?.value;
    if (expression === undefined) return [];
    const written = (this.#named(declaration, 'repository') ?? []).map(([name]) => name);
    const addresses = this.#addressesIn(declaration, expression);
    const referred = [...this.#objectsOf(REPOSITORY_TYPE)].flatMap(([name, address]) => {
      const instance = address?.replace(/\.name$/, '') ?? '';
      return addresses.has(instance) || addresses.has(instance.replace(/\[.*$/s, '')) ? [name] : [];
    });
    return [...written, ...referred];
  }

  /** The addresses that an expression refers to: of one instance when its key is known, else of the whole resource. */
  #addressesIn(declaration: BlockDeclaration, expression: Expression): ReadonlySet<string> {
    const direct = referencedResource(expression);
    const chained = repositoryChain(declaration, expression, this.#scope.module)?.addresses ?? [];
    if (direct === null) return new Set(chained);
    const index = indexIn(expression);
    const { block, source } = declaration;
    const instances = hasInstances(block) ? instancesOf(declaration, this.#scope) : [null];
    if (index === null || instances === null) return new Set([direct]);
    const keys = instances.map((instance) => {
      const evaluator = new Evaluator(this.#scope, { ...instance?.options, assumeDefaults: true });
      const key = evaluator.evaluate({ source, expression: index });
      return key.kind === 'string' || key.kind === 'number' ? `[${JSON.stringify(key.value)}]` : '';
    });
    return new Set(keys.map((key) => direct + key));
  }
}

/** The key in a reference such as `aws_ecr_repository.app["x"].name`; null without one. */
function indexIn(expression: Expression): Expression | null {
  if (expression.kind === 'IndexAccess') return expression.key;
  if (expression.kind === 'AttributeAccess') return indexIn(expression.object);
  return expression.kind === 'Parenthesized' ? indexIn(expression.expression) : null;
}
