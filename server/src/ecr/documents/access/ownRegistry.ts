import { Evaluator } from '../../../evaluate/evaluate.ts';
import { attributeOf, isBlockOf } from '../../../module/declarations/declarations.ts';
import { referencedResource } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { homeOfDeclaration } from '../../registry/home.ts';
import { literalRepositories } from '../../registry/literalRepositories.ts';
import { demandedAccounts, repositoriesMentionedIn } from '../../registry/writtenAccounts.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { knownTexts } from './actions.ts';
import { readAccessPolicies } from './readAccessPolicy.ts';

/** The registry of a policy, as far as the text says; null parts are unknown. */
export interface OwnRegistry {
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * The account and region of a policy: by its provider, else the account by what the module says about its registry. A policy
 * of the registry itself is judged by its provider, by imports and by what the module asks of the caller identity.
 */
export function ownRegistry({ owner, target }: AccessPolicy, scope: RecordingScope): OwnRegistry {
  const { account, region } = homeOfDeclaration(owner, scope);
  if (account !== null) return { account, region };
  const named = scope.ask((module) => module.remember(namedAccounts));
  const sure = [...named.imported, ...named.demanded];
  const [only, ...others] = new Set(target === 'registry' ? sure : [...sure, ...named.inArns, ...named.ofRepositories]);
  return { account: only !== undefined && others.length === 0 ? only : null, region };
}

/** The accounts that a module names as those of its registry. */
interface NamedAccounts {
  /** By importing what a registry has one of. */
  readonly imported: readonly string[];
  /** By a condition on the caller identity, without which the plan stops. */
  readonly demanded: readonly string[];
  /** In the ARNs of the registry's policy. */
  readonly inArns: readonly string[];
  /** In ARNs and URLs of repositories that the module declares. */
  readonly ofRepositories: readonly string[];
}

const NO_ACCOUNTS: NamedAccounts = { imported: [], demanded: [], inArns: [], ofRepositories: [] };

function namedAccounts(module: Module): NamedAccounts {
  const scope = new RecordingScope(module);
  const blocks = module.allBlocks();
  // Several provider configurations mean several registries.
  const providers = blocks.filter(({ type, labels }) => type === 'provider' && labels[0] === 'aws');
  if (providers.length > 1) return NO_ACCOUNTS;
  const imported = blocks.flatMap(({ type, block, source }) => {
    const [to, id] = ['to', 'id'].map((name) => attributeOf(block, name)?.value);
    const target = type === 'import' && to !== undefined ? referencedResource(to) : null;
    const isOfRegistry = ONE_PER_REGISTRY.some((one) => target?.startsWith(`${one}.`) === true);
    const value = isOfRegistry && id !== undefined ? new Evaluator(scope).evaluate({ source, expression: id }) : null;
    return value?.kind === 'string' && /^\d{12}$/.test(value.value) ? [value.value] : [];
  });
  const policies = blocks.filter((block) => isBlockOf(block, 'resource', REGISTRY_POLICY));
  const inArns = policies.flatMap((owner) => readAccessPolicies(owner, scope)).flatMap(accountsOfResources);
  return {
    imported,
    demanded: blocks.flatMap((block) => demandedAccounts(block, scope)),
    inArns,
    ofRepositories: accountsOfRepositories(module),
  };
}

const REGISTRY_POLICY = 'aws_ecr_registry_policy';

/** What is imported by the account of the registry. */
const ONE_PER_REGISTRY = [
  REGISTRY_POLICY,
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
];

/** The accounts in ARNs and URLs of the repositories of a module. */
function accountsOfRepositories(module: Module): readonly string[] {
  const mentions = module.allBlocks().flatMap(repositoriesMentionedIn);
  if (mentions.length === 0) return [];
  const names = new Set(module.remember(literalRepositories).map(({ name }) => name));
  return mentions.flatMap(({ account, name }) => (names.has(name) ? [account] : []));
}

function accountsOfResources({ statements }: AccessPolicy): readonly string[] {
  const entries = statements.flatMap(({ resources }) => (resources.state === 'known' ? resources.entries : []));
  return knownTexts(entries).flatMap(({ text }) => /^arn:[\w-]+:ecr:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []);
}
