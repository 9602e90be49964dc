import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { judgeEach } from '../../ecr/blocks/judgedValues.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { isCacheRule } from '../../ecr/registry/cacheRule.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { OTHER_HOSTS, UPSTREAM_HOSTS, upstreamRegistry } from '../../facts/registry/upstreamRegistries.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { replaceText } from '../support/valueFixes.ts';

export const cacheUpstreamUnknown: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-upstream-unknown',
  title: 'AWS does not cache this upstream registry',
  severity: 'error',
  *check(block) {
    const written = argumentIn(block.body, 'upstream_registry_url');
    if (written === undefined || block.isNever || !isCacheRule(block)) return;
    yield* judgeEach(written.value, function* (value): Iterable<Finding> {
      if (value.kind !== 'string' || upstreamRegistry(value.value) !== undefined) return;
      const nearest = nearestUpstream(value.value);
      const hint = nearest === null ? `It takes ${UPSTREAM_HOSTS.join(', ')}` : `Write ${nearest}`;
      yield {
        place: value.place,
        message: `${hint}${nearest === null ? ', NAME.azurecr.io and private registries of ECR' : ''}: AWS accepts only the exact host and refuses this at apply ("The upstream registry URL ${shortened(value.value)} is invalid").`,
        fixes: nearest === null ? [] : replaceText(value, nearest, 'one'),
      };
    });
  },
};

/** The intended host (without scheme and path, in lower case, by an alias or a near spelling), or null. */
function nearestUpstream(url: string): string | null {
  const host = url
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/\/.*$/s, '');
  if (upstreamRegistry(host) !== undefined) return host;
  return lookUp(OTHER_HOSTS, host) ?? nearestName(host, UPSTREAM_HOSTS) ?? null;
}

function shortened(url: string): string {
  return url.length > 64 ? `${url.slice(0, 64)}…` : url;
}
