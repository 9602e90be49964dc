import { describe, expect, it } from 'vitest';
import { namedAccessPolicies } from '../../../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import { renderDocument } from '../../../../../server/src/ecr/documents/renderDocument.ts';
import { workspaceOf } from '../../../support/checkProblems.ts';

/** The part of the only statement of a data source that has this key, as its JSON writes it. */
function part(key: string, blocks: string): unknown {
  const code = `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["ecr:*"]
${blocks}
  }
}
resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = data.aws_iam_policy_document.d.json
}
`;
  const [named] = namedAccessPolicies(workspaceOf({ 'main.tf': code }), 'main.tf');
  const made = named && renderDocument(named.access);
  if (made?.kind !== 'text') throw new Error('the document is known');
  return JSON.parse(made.text).Statement[0][key];
}

const condition = (values: readonly string[], test = 'StringEquals') =>
  `    condition {\n      values   = ${JSON.stringify(values)}\n      variable = "aws:PrincipalOrgID"\n      test     = "${test}"\n    }`;
const principals = (identifiers: readonly string[], type = 'AWS') =>
  `    principals {\n      type        = "${type}"\n      identifiers = ${JSON.stringify(identifiers)}\n    }`;

/** Every order of a list. */
function ordersOf(blocks: readonly string[]): readonly (readonly string[])[] {
  if (blocks.length < 2) return [blocks];
  return blocks.flatMap((first, index) => ordersOf(blocks.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}

/** Checksums, taken with another program: 10672849, 2686326160, 502853904, 659334802. */
const ORGANISATIONS = ['o-1111111111', 'o-3333333333', 'o-2222222222', 'o-4444444444'];

/** Checksums, taken with another program: 2197188702, 2378454416, 2888517880, 3509381126. */
const ACCOUNTS = [
  ['111122223333'],
  ['444455556666'],
  ['111122223333', '222233334444'],
  ['555566667777', '666677778888'],
];

describe('blocks that share their keys', () => {
  it.each(ordersOf(ORGANISATIONS.map((id) => condition([id]))))(
    'give the values of conditions in the order of the set: %s %s %s %s',
    (...blocks) => {
      expect(part('Condition', blocks.join('\n'))).toEqual({ StringEquals: { 'aws:PrincipalOrgID': ORGANISATIONS } });
    },
  );

  it.each(ordersOf(ACCOUNTS.map((identifiers) => principals(identifiers))))(
    'give principals in the order of the set, those of each block backwards: %s %s %s %s',
    (...blocks) => {
      expect(part('Principal', blocks.join('\n'))).toEqual({
        AWS: ACCOUNTS.flatMap((identifiers) => [...identifiers].sort().reverse()),
      });
    },
  );

  it('keep the order of the values of each condition', () => {
    const blocks = [condition(['b', 'a']), condition(['c'], 'StringLike')].join('\n');
    expect(part('Condition', blocks)).toEqual({
      StringEquals: { 'aws:PrincipalOrgID': ['b', 'a'] },
      StringLike: { 'aws:PrincipalOrgID': 'c' },
    });
  });

  it.each([
    [condition(['a']), condition(['a'])],
    [condition(['a']), condition(['a']), condition(['a'])],
  ])('count once when they are equal: %s', (...blocks) => {
    expect(part('Condition', blocks.join('\n'))).toEqual({ StringEquals: { 'aws:PrincipalOrgID': 'a' } });
  });

  it('count once when equal, whatever the order of their identifiers', () => {
    const blocks = [principals(['b', 'a']), principals(['a', 'b']), principals(['a', 'b', 'a'])].join('\n');
    expect(part('Principal', blocks)).toEqual({ AWS: ['b', 'a'] });
    expect(part('Principal', principals(['a', 'a']))).toEqual({ AWS: 'a' });
    expect(part('Principal', [principals(['*'], '*'), principals(['*', '*'], '*')].join('\n'))).toBe('*');
  });
});
