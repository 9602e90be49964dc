import type { JsonRecord } from '../plan/jsonValues.ts';
import { textOf } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';
import { nameIn, repositoryTypeOf } from './repositoryFacts.ts';

/** The repository and its registry; null for what a plan does not say. */
export interface Place {
  readonly name: string | null;
  readonly region: string | null;
  /** The account of the registry. */
  readonly account: string | null;
  /** The provider configuration, which determines a region and an account. */
  readonly provider: string | null;
}

/** The repository that a resource is, or that it is about. */
export function placeOn(side: 'before' | 'after', { type, provider, [side]: values }: PlanChange): Place {
  const repository = repositoryTypeOf(type);
  const [, region = null, account = null] = ARN.exec(textOf(values, 'arn') ?? '') ?? [];
  return {
    name: repository === undefined ? repositoryOf(values) : nameIn(repository, values),
    region: textOf(values, 'region') ?? region,
    account: textOf(values, 'registry_id') ?? account,
    provider,
  };
}

const ARN = /^arn:[^:]*:ecr[^:]*:([a-z0-9-]+):(\d{12}):/;

/** The name of the repository with a policy; null when unknown. */
export function repositoryOf(values: JsonRecord | null): string | null {
  return textOf(values, 'repository') ?? textOf(values, 'repository_name');
}

/** True for the same repository, as far as the plan says. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.name === other.name && isSameRegistry(one, other);
}

/** Two provider configurations are two registries, unless the values say that both are the same. */
function isSameRegistry(one: Place, other: Place): boolean {
  const [regions, accounts, providers] = [
    compared(one.region, other.region),
    compared(one.account, other.account),
    compared(one.provider, other.provider),
  ];
  if (regions === 'different' || accounts === 'different') return false;
  return providers !== 'different' || (regions === 'same' && accounts === 'same');
}

/** A repository with what distinguishes it from another one, if the plan says that. */
export function placeWords({ name, region, account }: Place, other: Place): string {
  const where = region !== null && region !== other.region ? ` in ${region}` : '';
  const whose = account !== null && account !== other.account ? ` of account ${account}` : '';
  return `${name ?? 'its repository'}${where}${whose}`;
}

function compared(one: string | null, other: string | null): 'same' | 'different' | 'unknown' {
  if (one === null || other === null) return 'unknown';
  return one === other ? 'same' : 'different';
}
