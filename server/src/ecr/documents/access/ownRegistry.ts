import { Evaluator } from '../../../evaluate/evaluate.ts';
import { attributeOf, isBlockOf } from '../../../module/declarations/declarations.ts';
import { referencedResource } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { homeOfDeclaration } from '../../registry/home.ts';
import { literalRepositories } from '../../registry/literalRepositories.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { knownTexts } from './actions.ts';
import { readAccessPolicies } from './readAccessPolicy.ts';

/** The registry of a policy, as far as the text says; null parts are unknown. */
export interface OwnRegistry {
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * The account and region of a policy: by its provider, else the account by what the module says of its registry. A policy
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
  /** By a condition on the caller identity. */
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
  const lines = blocks.flatMap(({ labels, block, source }) => {
    const own = codeLines(source.piece.text.slice(block.start, block.end));
    // Only the caller identity's own conditions mean its account by `self`.
    return labels[0] === 'aws_caller_identity' ? own : own.filter((line) => !line.includes('self.'));
  });
  return {
    imported,
    demanded: lines.flatMap(demandedIn),
    inArns,
    ofRepositories: accountsOfRepositories(module, lines),
  };
}

const REGISTRY_POLICY = 'aws_ecr_registry_policy';

/** What is imported by the account of the registry. */
const ONE_PER_REGISTRY = [
  REGISTRY_POLICY,
  'aws_ecr_registry_scanning_configuration',
  'aws_ecr_replication_configuration',
];

/** The lines of a text that are no comments. */
function codeLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => !/^\s*(?:#|\/\/|\/?\*)/.test(line));
}

const CALLER = '(?:data\\.aws_caller_identity\\.[\\w-]+|self)\\.account_id';
const DEMANDED = [
  new RegExp(`^\\s*condition\\s*=\\s*${CALLER}\\s*==\\s*"(\\d{12})"\\s*$`),
  new RegExp(`^\\s*condition\\s*=\\s*"(\\d{12})"\\s*==\\s*${CALLER}\\s*$`),
];

/** The account that a condition on the caller identity asks for: with another one the plan stops. */
function demandedIn(line: string): readonly string[] {
  return DEMANDED.flatMap((pattern) => pattern.exec(line)?.[1] ?? []);
}

const NAME = '([a-z0-9][a-z0-9._/-]*)';
const OF_REPOSITORY = [
  new RegExp(`\\barn:[\\w-]+:ecr:[\\w-]*:(\\d{12}):repository/${NAME}`, 'g'),
  new RegExp(`\\b(\\d{12})\\.dkr[.-]ecr(?:-fips)?\\.[\\w.-]+/${NAME}`, 'g'),
];

/** The accounts in ARNs and URLs of the repositories of a module. */
function accountsOfRepositories(module: Module, lines: readonly string[]): readonly string[] {
  const mentions = lines.flatMap((line) =>
    OF_REPOSITORY.flatMap((pattern) =>
      [...line.matchAll(pattern)].map(([, account = '', name = '']) => ({ account, name })),
    ),
  );
  if (mentions.length === 0) return [];
  const names = new Set(module.remember(literalRepositories).map(({ name }) => name));
  return mentions.flatMap(({ account, name }) => (names.has(name) ? [account] : []));
}

function accountsOfResources({ statements }: AccessPolicy): readonly string[] {
  const entries = statements.flatMap(({ resources }) => (resources.state === 'known' ? resources.entries : []));
  return knownTexts(entries).flatMap(({ text }) => /^arn:[\w-]+:ecr:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []);
}
