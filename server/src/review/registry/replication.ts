import { listed } from '../../ecr/sentenceParts.ts';
import { blockOf, listOf, textOf } from '../plan/jsonValues.ts';
import type { Meaning, Sides } from './registryChange.ts';

/** The destination of images from some repositories. */
interface Route {
  readonly to: string;
  /** The prefix of the names; empty for all repositories. */
  readonly prefix: string;
}

/** The effects on the replication of a registry. */
export function replicationMeaning({ before, after }: Sides): Meaning | null {
  const [old, now] = [routesOf(before), routesOf(after)];
  const lost = old.filter((route) => !now.some((other) => includes(other, route)));
  const won = now.filter((route) => !old.some((other) => includes(other, route)));
  if (lost.length > 0) {
    const more = won.length > 0 ? [`Newly copied: ${words(won)}.`] : [];
    return {
      message: `What is pushed is no longer copied ${words(lost)}; existing copies stay as they are.`,
      stops: true,
      because: more,
    };
  }
  if (won.length === 0) return null;
  return { message: `What is pushed from now on is copied ${words(won)}.`, stops: false };
}

function includes(all: Route, one: Route): boolean {
  return all.to === one.to && one.prefix.startsWith(all.prefix);
}

function routesOf(values: Sides['before']): readonly Route[] {
  const configuration = blockOf(values, 'replication_configuration');
  const rules = [...listOf(configuration, 'rule'), ...listOf(configuration, 'rules')];
  return rules.flatMap((rule) => {
    const filters = [...listOf(rule, 'repository_filter'), ...listOf(rule, 'repository_filters')];
    const prefixes = filters.length === 0 ? [''] : filters.map((filter) => textOf(filter, 'filter') ?? '');
    const targets = [...listOf(rule, 'destination'), ...listOf(rule, 'destinations')];
    return targets.flatMap((target) => {
      const to = `${textOf(target, 'region') ?? 'a region'} of account ${textOf(target, 'registry_id') ?? 'its own'}`;
      return prefixes.map((prefix) => ({ to, prefix }));
    });
  });
}

/** Beyond this number, routes are only counted. */
const MOST_ROUTES = 5;

function words(routes: readonly Route[]): string {
  const told = routes
    .slice(0, MOST_ROUTES)
    .map(
      ({ to, prefix }) =>
        `to ${to}${prefix === '' ? ', from all repositories' : `, from repositories that begin with ${prefix}`}`,
    );
  const rest = routes.length - told.length;
  return listed(rest > 0 ? [...told, `${rest} more ways`] : told);
}
