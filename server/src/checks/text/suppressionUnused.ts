import { nearestName } from '../../ecr/nearestName.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { SuppressionCheck } from '../check.ts';

export const suppressionUnused: SuppressionCheck = {
  subject: 'suppression',
  id: 'suppression-unused',
  title: 'A suppression silences nothing',
  severity: 'hint',
  *check({ source, comment, id, isWhole }, ruleIds) {
    const place = placeOf(source, id);
    if (!ruleIds.includes(id.id)) {
      const near = nearestName(id.id, ruleIds);
      const hint = near === undefined ? 'terraform-ecr rules lists the rules' : `did you mean ${near}?`;
      yield { place, severity: 'warning', message: `There is no rule "${id.id}", so this silences nothing; ${hint}` };
      return;
    }
    yield {
      place,
      message: `${id.id} has nothing to say here any more. Remove the suppression, so that it hides no later problem.`,
      fixes: isWhole
        ? [{ title: 'Remove the suppression', kind: 'one', changes: [{ kind: 'remove-comment', source, comment }] }]
        : [],
    };
  },
};
