import type { AccessPolicy, Entry } from '../../ecr/documents/access/accessPolicy.ts';
import { knownTexts } from '../../ecr/documents/access/actions.ts';
import { ownRegistry } from '../../ecr/documents/access/ownRegistry.ts';
import { listedPrincipals } from '../../ecr/documents/access/principals.ts';
import { partitionOf } from '../../facts/provider/regions.ts';
import type { AccessCheck } from '../check.ts';

export const accessPrincipalPartition: AccessCheck = {
  subject: 'access',
  id: 'access-principal-partition',
  title: 'Principal of another AWS partition',
  severity: 'warning',
  *check(policy, scope) {
    const [first, ...others] = arnsOf(policy);
    const odd = others.find(({ partition }) => partition !== first?.partition);
    if (first === undefined) return;
    if (odd === undefined) {
      const { region } = ownRegistry(policy, scope);
      const own = region === null ? first.partition : partitionOf(region);
      if (own === first.partition) return;
      yield {
        place: first.node.place,
        message: `This belongs to the partition ${first.partition}, and the policy is in ${region}, which belongs to ${own}. Partitions are isolated from each other, so it has no effect. Write arn:${own}:…`,
      };
      return;
    }
    yield {
      place: odd.node.place,
      message: `This belongs to the partition ${odd.partition}, and another ARN of the policy to ${first.partition}. Partitions are isolated from each other, so one of them never has an effect.`,
      related: [{ place: first.node.place, message: `An ARN of ${first.partition}` }],
    };
  },
};

type Arn = Pick<Entry, 'node'> & { readonly partition: string };

function arnsOf({ statements }: AccessPolicy): readonly Arn[] {
  const entries = statements.flatMap((statement) => {
    const { resources } = statement;
    return [...listedPrincipals(statement), ...(resources.state === 'known' ? resources.entries : [])];
  });
  return knownTexts(entries).flatMap(({ text, node }) => {
    const partition = /^arn:(aws[a-z-]*):/.exec(text)?.[1];
    return partition === undefined ? [] : [{ node, partition }];
  });
}
