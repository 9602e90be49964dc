import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { isCacheRule } from '../../ecr/registry/cacheRule.ts';
import type { Home } from '../../ecr/registry/home.ts';
import { homeOf, isOwnText } from '../../ecr/registry/home.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import { textOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const cacheOwnRegistry: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-own-registry',
  title: 'A cache rule has its own registry as upstream',
  severity: 'error',
  *check(block, scope) {
    const written = argumentIn(block.body, 'upstream_registry_url');
    if (written === undefined || block.isNever || !isCacheRule(block)) return;
    const home = homeOf(block, scope);
    for (const value of judgedValues(written.value)) {
      if (!isOwnRegistry(value, home, block, scope)) continue;
      yield {
        place: value.place,
        message:
          'Name the registry of another account or region: a registry cannot cache itself, and AWS refuses the rule at apply ("Upstream registry URL cannot be the same as the cache registry").',
      };
    }
  },
};

const HOST = new RegExp(`^(\\d{12}|${HOLE})\\.dkr\\.ecr(?:-fips)?\\.([a-z0-9-]+|${HOLE})\\.amazonaws\\.com(?:\\.cn)?$`);

/** True when both the account and the region of the host are known to be the rule's own. */
function isOwnRegistry(value: Value, home: Home, block: EcrBlock, scope: RecordingScope): boolean {
  if (value.kind !== 'string' && value.kind !== 'partial-string') return false;
  const [, account = '', region = ''] = HOST.exec(value.mapped.text) ?? [];
  if (account === '' || region === '') return false;
  const holes = value.mapped.segments
    .filter(({ kind, start, end }) => kind === 'hole' || value.mapped.text.slice(start, end) === HOLE)
    .map(({ place }) => textOf(place).replace(/^\$\{~?\s*|\s*~?\}$/g, ''));
  const spelled = [account, region].map((part) => (part === HOLE ? (holes.shift() ?? '') : null));
  return (
    isOwnText('account', account, spelled[0] ?? null, home, block, scope) &&
    isOwnText('region', region, spelled[1] ?? null, home, block, scope)
  );
}
