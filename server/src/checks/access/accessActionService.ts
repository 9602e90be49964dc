import { actionsMatching, knownTexts, readAction } from '../../ecr/documents/access/actions.ts';
import type { AccessCheck } from '../check.ts';
import { replaceFix } from '../support/accessFixes.ts';

export const accessActionService: AccessCheck = {
  subject: 'access',
  id: 'access-action-service',
  title: 'Action of another service',
  severity: 'warning',
  *check(policy) {
    const { service } = policy;
    for (const { actions } of policy.statements) {
      if (actions.state !== 'known') continue;
      for (const { text, node } of knownTexts(actions.entries)) {
        const { service: written, name } = readAction(text);
        if (written?.toLowerCase() === service || text.includes('${')) continue;
        if (written === null ? /^[*?]/.test(name) : /[*?]/.test(written)) continue;
        const meant = `${service}:${name}`;
        const isKnown = name !== '' && actionsMatching(meant, service).length > 0;
        const what = written === null ? `"${text}" does not name a service` : `"${text}" is an action of ${written}`;
        yield {
          place: node.place,
          message: `${what}: in this policy, only actions that begin with "${service}:" have an effect.`,
          fixes: isKnown ? [replaceFix(`Write ${meant}`, 'choice', node, meant)] : [],
        };
      }
    }
  },
};
