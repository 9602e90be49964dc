import { homeOf } from '../../ecr/registry/home.ts';
import { destinationsOf, replicationRules } from '../../ecr/registry/replication.ts';
import { partitionOf } from '../../facts/provider/regions.ts';
import type { ArgumentsCheck } from '../check.ts';

export const replicationRegionPartition: ArgumentsCheck = {
  subject: 'arguments',
  id: 'replication-region-partition',
  title: 'Replication destination in another AWS partition',
  severity: 'warning',
  *check(block, scope) {
    if (block.isNever) return;
    const { region: home } = homeOf(block, scope);
    const own = home === null ? null : { region: home, partition: partitionOf(home) };
    let known = own;
    for (const rule of replicationRules(block)) {
      for (const { region, isSure } of destinationsOf(rule)) {
        if (region?.kind !== 'string' || !isSure) continue;
        const partition = partitionOf(region.value);
        known ??= { region: region.value, partition };
        if (partition === known.partition) continue;
        yield {
          place: region.place,
          message: `${region.value} is in the partition ${partition}, and ${own === null ? `the destination ${known.region}` : `this registry (${known.region})`} in ${known.partition}: images are replicated within one partition only. Choose a region of ${known.partition}.`,
        };
      }
    }
  },
};
