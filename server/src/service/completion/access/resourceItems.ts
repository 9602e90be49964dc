import type { AccessCursor } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { ownAccountsIn, ownRegionsIn, repositoriesIn } from './moduleNames.ts';
import { referenceItem, textItem } from './textItem.ts';

/**
 * The repositories that a policy may name. A repository's own policy names none, because it applies to that repository.
 */
export function resourceItems(point: Point, cursor: AccessCursor): Draft[] {
  const { target, takesReferences } = cursor;
  if (target === 'repository' || target === 'public') return [];
  const repositories = takesReferences ? point.module.remember(repositoriesIn) : [];
  const all = { label: '*', detail: 'everything', documentation: 'Everything that the policy can be about.' };
  return [
    ...whole(point, cursor),
    ...repositories.map((address) =>
      referenceItem(point, cursor, `${address}.arn`, 'The ARN of a repository of this module.'),
    ),
    textItem(point, cursor, all),
  ];
}

/** All repositories of a registry, with the region and account that the module knows. */
function whole(point: Point, cursor: AccessCursor): Draft[] {
  const documentation =
    'All repositories of a registry, in one region. Put the beginning of their names before the star.';
  const [account] = cursor.takesReferences ? point.module.remember(ownAccountsIn) : [];
  const [region] = cursor.takesReferences ? point.module.remember(ownRegionsIn) : [];
  const own =
    account === undefined || region === undefined
      ? []
      : [
          textItem(point, cursor, {
            label: 'all repositories of this registry',
            detail: 'ARN',
            documentation,
            text: `arn:aws:ecr:\${${region}.name}:\${${account}.account_id}:repository/*`,
          }),
        ];
  const example = 'arn:aws:ecr:eu-west-1:111122223333:repository/*';
  const label = 'arn:aws:ecr:REGION:ACCOUNT:repository/*';
  return [...own, textItem(point, cursor, { label, detail: 'ARN', documentation, text: example, isExample: true })];
}
