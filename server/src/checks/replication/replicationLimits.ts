import { destinationsOf, replicationRules } from '../../ecr/registry/replication.ts';
import { DESTINATION_QUOTA } from '../../facts/registry/registryQuotas.ts';
import type { ArgumentsCheck } from '../check.ts';

export const replicationLimits: ArgumentsCheck = {
  subject: 'arguments',
  id: 'replication-limits',
  title: 'Too many replication destinations',
  severity: 'error',
  *check(block) {
    if (block.isNever) return;
    const found = new Set<string>();
    for (const rule of replicationRules(block)) {
      const destinations = destinationsOf(rule);
      // `block-count` reports a rule that has too many by itself.
      if (destinations.filter(({ isSure }) => isSure).length > DESTINATION_QUOTA) return;
      for (const { body, key, isSure } of destinations) {
        if (key === null || !isSure || found.has(key)) continue;
        found.add(key);
        if (found.size !== DESTINATION_QUOTA + 1) continue;
        yield {
          place: body.header,
          message: `A registry replicates to at most ${DESTINATION_QUOTA} different destinations over all its rules, and this is number ${found.size}; AWS refuses the configuration at apply, and the quota cannot be raised.`,
        };
      }
    }
  },
};
