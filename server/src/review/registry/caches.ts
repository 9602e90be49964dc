import { textOf } from '../plan/jsonValues.ts';
import type { Meaning, Sides } from './registryChange.ts';

/** The arguments of a cache rule, for both providers. */
export const CACHE_ARGUMENTS = ['ecr_repository_prefix', 'upstream_registry_url', 'upstream_repository_prefix'];

/** The effects on a pull through cache rule. */
export function cacheMeaning({ before, after }: Sides): Meaning | null {
  const [old, now] = [ruleOf(before), ruleOf(after)];
  if (old === null && now === null) return null;
  if (old === null) {
    return { message: `Pulls under ${now?.prefix} fill the registry from ${now?.upstream} from now on.`, stops: false };
  }
  if (now === null) {
    return {
      message: `Nothing is cached from ${old.upstream} under ${old.prefix} any more: pulls of what is not there yet fail.`,
      stops: true,
    };
  }
  if (old.prefix !== now.prefix || old.upstream !== now.upstream) {
    return {
      message: `The cache of ${old.upstream} under ${old.prefix} is replaced by one of ${now.upstream} under ${now.prefix}: pulls under the old one of what is not there yet fail.`,
      stops: true,
    };
  }
  const isOther = old.credential !== now.credential;
  return isOther
    ? { message: `The cache of ${now.upstream} under ${now.prefix} gets other credentials.`, stops: false }
    : null;
}

function ruleOf(values: Sides['before']) {
  if (values === null) return null;
  const inner = textOf(values, 'upstream_repository_prefix');
  const path = inner === null || inner === 'ROOT' ? '' : `/${inner}`;
  return {
    prefix: textOf(values, 'ecr_repository_prefix') ?? 'a prefix',
    upstream: `${textOf(values, 'upstream_registry_url') ?? textOf(values, 'upstream_registry') ?? 'its upstream'}${path}`,
    credential: `${textOf(values, 'credential_arn')} ${textOf(values, 'custom_role_arn')}`,
  };
}
