import { PULLING_SERVICES } from '../../../facts/access/accessValues.ts';
import type { AccessCursor } from '../../cursor/access/accessCursor.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';
import { accountsIn, ownAccountsIn, rolesIn } from './moduleNames.ts';
import { referenceItem, textItem } from './textItem.ts';

/** Possible principals: accounts, roles of the module, services that pull; `of` is the requested kind. */
export function principalItems(point: Point, cursor: AccessCursor, of: string | null): Draft[] {
  switch (of) {
    case 'Service':
      return services(point, cursor);
    case 'AWS':
      return [...accounts(point, cursor), ...roles(point, cursor), everyone(point, cursor)];
    case '*':
      return [everyone(point, cursor)];
    case null:
      return [...accounts(point, cursor), ...roles(point, cursor), ...services(point, cursor)];
    default:
      return [];
  }
}

function services(point: Point, cursor: AccessCursor): Draft[] {
  return PULLING_SERVICES.filter(({ value }) => !cursor.entries.includes(value)).map(({ value, documentation }) =>
    textItem(point, cursor, { label: value, detail: 'service', documentation }),
  );
}

function everyone(point: Point, cursor: AccessCursor): Draft {
  const documentation = 'Everyone who has an account of AWS. Limit it with a condition, such as `aws:PrincipalOrgID`.';
  return textItem(point, cursor, { label: '*', detail: 'everyone', documentation });
}

/** The roots of accounts: the own one, those that the module names, and a placeholder. */
function accounts(point: Point, cursor: AccessCursor): Draft[] {
  const named = point.module.remember(accountsIn);
  const root = (account: string) => `arn:aws:iam::${account}:root`;
  const documentation = 'A whole account: everyone whom its own policies allow.';
  const own = cursor.takesReferences ? point.module.remember(ownAccountsIn) : [];
  return [
    ...own.map((address) =>
      textItem(point, cursor, {
        label: `this account (${address})`,
        detail: 'account',
        documentation,
        text: root(`\${${address}.account_id}`),
      }),
    ),
    ...named
      .map(root)
      .filter((arn) => !cursor.entries.includes(arn))
      .map((label) => textItem(point, cursor, { label, detail: 'account', documentation })),
    textItem(point, cursor, {
      label: 'arn:aws:iam::ACCOUNT:root',
      detail: 'account',
      documentation,
      text: root('111122223333'),
      isExample: true,
    }),
  ];
}

function roles(point: Point, cursor: AccessCursor): Draft[] {
  if (!cursor.takesReferences) return [];
  const documentation =
    'A role of this module. On the first apply it may not be there yet: AWS answers "Principal not found".';
  return point.module.remember(rolesIn).map((address) => referenceItem(point, cursor, `${address}.arn`, documentation));
}
