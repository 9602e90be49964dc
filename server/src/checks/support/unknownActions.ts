import { readAction } from '../../ecr/documents/access/actions.ts';
import type { PolicyNode } from '../../ecr/documents/documentNodes.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import type { EcrService } from '../../facts/access/accessActions.ts';
import { actionNames, MEANT_ACTIONS } from '../../facts/access/accessActions.ts';
import { lookUp } from '../../facts/lookUp.ts';
import type { Finding } from '../check.ts';
import { replaceFix } from './accessFixes.ts';

/** Reports an action that no service has. AWS accepts it, and it has no effect. */
export function unknownAction(text: string, node: PolicyNode, service: EcrService): Finding {
  const { name } = readAction(text);
  const meant = meantActions(name, service).map((action) => `${service}:${action}`);
  const [only, ...others] = meant;
  const instead = meant.length === 0 ? '' : ` Did you mean ${meant.join(', ')}?`;
  return {
    place: node.place,
    message: `"${text}" does not exist: AWS accepts it, and it allows and denies nothing.${instead}`,
    fixes: only === undefined || others.length > 0 ? [] : [replaceFix(`Write ${only}`, 'choice', node, only)],
  };
}

function meantActions(name: string, service: EcrService): readonly string[] {
  const listed = lookUp(MEANT_ACTIONS, name.toLowerCase());
  if (listed !== undefined) return listed;
  const nearest = nearestName(name, actionNames(service));
  return nearest === undefined ? [] : [nearest];
}
