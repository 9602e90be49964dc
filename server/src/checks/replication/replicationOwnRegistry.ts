import { homeOf, isOwnAccount, isOwnRegion } from '../../ecr/registry/home.ts';
import { destinationsOf, replicationRules } from '../../ecr/registry/replication.ts';
import type { ArgumentsCheck } from '../check.ts';
import { removeDestination } from '../support/removeDestination.ts';

export const replicationOwnRegistry: ArgumentsCheck = {
  subject: 'arguments',
  id: 'replication-own-registry',
  title: 'A registry replicates to itself',
  severity: 'error',
  *check(block, scope) {
    if (block.isNever) return;
    const home = homeOf(block, scope);
    for (const rule of replicationRules(block)) {
      const destinations = destinationsOf(rule);
      for (const { body, region, account, isSure } of destinations) {
        if (region === null || account === null || !isSure) continue;
        if (isOwnRegion(region, home, block, scope) !== true) continue;
        if (isOwnAccount(account, home, block, scope) !== true) continue;
        yield {
          place: body.header,
          message:
            'Name another region or account: this destination is the registry itself, and AWS refuses it at apply ("Replication destination cannot be the same as the source registry").',
          fixes: removeDestination(block, body, destinations),
        };
      }
    }
  },
};
