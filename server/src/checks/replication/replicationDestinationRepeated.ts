import { destinationsOf, replicationRules } from '../../ecr/registry/replication.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';
import { removeDestination } from '../support/removeDestination.ts';

export const replicationDestinationRepeated: ArgumentsCheck = {
  subject: 'arguments',
  id: 'replication-destination-repeated',
  title: 'Duplicate replication destination',
  severity: 'warning',
  *check(block) {
    if (block.isNever) return;
    for (const rule of replicationRules(block)) {
      const firsts = new Map<string, Place>();
      const destinations = destinationsOf(rule);
      for (const { body, key, isSure } of destinations) {
        if (key === null || !isSure) continue;
        const first = firsts.get(key);
        if (first === undefined) firsts.set(key, body.header);
        else {
          yield {
            place: body.header,
            message:
              'Remove this destination: the rule already has this region and registry, and an image is copied to a registry only once.',
            related: [{ place: first, message: 'The first destination of that kind' }],
            fixes: removeDestination(block, body, destinations),
          };
        }
      }
    }
  },
};
