import { nearestName } from '../../ecr/nearestName.ts';
import { renamedRule } from '../../facts/product/renamedRules.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, SuppressionCheck } from '../check.ts';

export const suppressionUnused: SuppressionCheck = {
  subject: 'suppression',
  id: 'suppression-unused',
  title: 'Suppression without effect',
  severity: 'hint',
  *check({ source, comment, id, isWhole }, ruleIds) {
    const place = placeOf(source, id);
    if (!ruleIds.includes(id.id)) {
      yield unknownId(place, id.id, ruleIds);
      return;
    }
    yield {
      place,
      message: `${id.id} reports nothing here. Remove the suppression, so that it does not hide a later problem.`,
      fixes: isWhole
        ? [{ title: 'Remove the suppression', kind: 'one', changes: [{ kind: 'remove-comment', source, comment }] }]
        : [],
    };
  },
};

function unknownId(place: Finding['place'], id: string, ruleIds: readonly string[]): Finding {
  const renamed = renamedRule(id);
  const near = renamed ?? nearestName(id, ruleIds);
  const fixes: Finding['fixes'] =
    near === undefined
      ? []
      : [{ title: `Replace with ${near}`, kind: 'one', changes: [{ kind: 'replace-text', place, text: near }] }];
  if (renamed !== undefined) {
    const message = `${id} is now called ${renamed}. Until the comment says so, it silences nothing.`;
    return { place, severity: 'warning', message, fixes };
  }
  const hint = near === undefined ? 'terraform-ecr rules lists the rules' : `did you mean ${near}?`;
  return { place, severity: 'warning', message: `There is no rule "${id}", so this silences nothing; ${hint}`, fixes };
}
