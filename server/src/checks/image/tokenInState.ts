import { headerOf } from '../../ecr/header.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { releaseOf } from '../../module/versions/release.ts';
import { supportByConstraints } from '../../module/versions/support.ts';
import { engineRequirement } from '../../module/versions/versionRequirement.ts';
import type { ArgumentsCheck } from '../check.ts';

/** The first releases that support ephemeral blocks. */
const EPHEMERAL_SINCE = { terraform: '1.10', tofu: '1.11' };

export const tokenInState: ArgumentsCheck = {
  subject: 'arguments',
  id: 'token-in-state',
  title: 'A registry password is stored in the state',
  severity: 'hint',
  *check({ declaration, fact, isNever }, scope) {
    if (isNever || declaration.type !== 'data' || !fact.type.endsWith('_authorization_token')) return;
    const requirement = engineRequirement(scope);
    if (requirement === null || requirement.constraints.length === 0) return;
    const since = isOfTofu(scope) === true ? EPHEMERAL_SINCE.tofu : EPHEMERAL_SINCE.terraform;
    if (supportByConstraints(requirement, releaseOf(since))?.share !== 'all') return;
    yield {
      place: headerOf(declaration),
      message: `The password is stored in the state, where everyone who can read the state sees it. ephemeral "${fact.type}" gives the same without storing it, for use in providers and write-only arguments.`,
    };
  },
};
