import { Evaluator } from '../../../evaluate/evaluate.ts';
import { attributeOf, isBlockOf } from '../../../module/declarations/declarations.ts';
import { referencedResource } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { homeOfDeclaration } from '../../registry/home.ts';
import type { AccessPolicy } from './accessPolicy.ts';
import { knownTexts } from './actions.ts';
import { readAccessPolicies } from './readAccessPolicy.ts';

/** The registry of a policy, as far as the text tells; null parts are unknown. */
export interface OwnRegistry {
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * The account and region of a policy: by its provider, else the account by what the module says of its registry. A policy
 * of the registry itself is judged by its provider alone.
 */
export function ownRegistry({ owner, target }: AccessPolicy, scope: RecordingScope): OwnRegistry {
  const { account, region } = homeOfDeclaration(owner, scope);
  if (account !== null) return { account, region };
  const named = scope.ask((module) => module.remember(namedAccounts));
  const [only, ...others] = target === 'registry' ? named.imported : [...new Set([...named.imported, ...named.inArns])];
  return { account: only !== undefined && others.length === 0 ? only : null, region };
}

/** The accounts that a module names as those of its registry: by importing its policy, and in the policy's ARNs. */
function namedAccounts(module: Module): { readonly imported: readonly string[]; readonly inArns: readonly string[] } {
  const scope = new RecordingScope(module);
  const blocks = module.allBlocks();
  // Several configurations of the provider are several registries.
  const providers = blocks.filter(({ type, labels }) => type === 'provider' && labels[0] === 'aws');
  if (providers.length > 1) return { imported: [], inArns: [] };
  const imported = blocks.flatMap(({ type, block, source }) => {
    const [to, id] = ['to', 'id'].map((name) => attributeOf(block, name)?.value);
    const isPolicy = type === 'import' && to !== undefined && referencedResource(to)?.startsWith(`${REGISTRY_POLICY}.`);
    const value = isPolicy && id !== undefined ? new Evaluator(scope).evaluate({ source, expression: id }) : null;
    return value?.kind === 'string' && /^\d{12}$/.test(value.value) ? [value.value] : [];
  });
  const policies = blocks.filter((block) => isBlockOf(block, 'resource', REGISTRY_POLICY));
  const inArns = policies.flatMap((owner) => readAccessPolicies(owner, scope)).flatMap(accountsOfResources);
  return { imported: [...new Set(imported)], inArns: [...new Set(inArns)] };
}

const REGISTRY_POLICY = 'aws_ecr_registry_policy';

function accountsOfResources({ statements }: AccessPolicy): readonly string[] {
  const entries = statements.flatMap(({ resources }) => (resources.state === 'known' ? resources.entries : []));
  return knownTexts(entries).flatMap(({ text }) => /^arn:[\w-]+:ecr:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []);
}
