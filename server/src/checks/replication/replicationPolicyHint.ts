import { homeOf, isOwnAccount, isOwnRegion } from '../../ecr/registry/home.ts';
import { destinationsOf, replicationRules } from '../../ecr/registry/replication.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { ArgumentsCheck } from '../check.ts';

export const replicationPolicyHint: ArgumentsCheck = {
  subject: 'arguments',
  id: 'replication-policy-hint',
  title: "The other account's registry policy must allow the replication",
  severity: 'hint',
  isWidespread: true,
  *check(block, scope) {
    if (block.isNever) return;
    const home = homeOf(block, scope);
    for (const rule of replicationRules(block)) {
      for (const { region, account } of destinationsOf(rule)) {
        if (account?.kind !== 'string') continue;
        const isOwn = isOwnAccount(account, home, block, scope);
        const isForeign = isOwn === false || (region !== null && isOwnRegion(region, home, block, scope) === true);
        if (isOwn === true || !isForeign || isAllowedSomewhere(scope)) continue;
        yield {
          place: account.place,
          message: `Account ${account.value} must allow ecr:ReplicateImage and ecr:CreateRepository to this account in its aws_ecr_registry_policy, or nothing arrives there, without an error. Lifecycle policies are not copied: a creation template with REPLICATION gives the copies one.`,
        };
      }
    }
  },
};

/** True when a module of the workspace has a registry policy about replication. */
function isAllowedSomewhere(scope: RecordingScope): boolean {
  return (
    scope.ask(({ environment }) => environment.modules.some((module) => module.remember(allowsReplication))) ||
    scope.ask((module) => module.remember(allowsReplication))
  );
}

function allowsReplication(module: Module): boolean {
  const blocks = module.allBlocks();
  if (!blocks.some((declaration) => isBlockOf(declaration, 'resource', 'aws_ecr_registry_policy'))) return false;
  return blocks.some(({ source, block }) => /ReplicateImage|ecr:\*/.test(textOf(placeOf(source, block))));
}
