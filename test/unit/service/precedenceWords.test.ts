import { describe, expect, it } from 'vitest';
import { InlayHints } from '../../../server/src/service/hints/inlayHints.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { explainAt } from '../../../server/src/service/policies/policyTexts.ts';
import { SymbolIndex } from '../../../server/src/service/structure/symbolIndex.ts';
import { workspaceOf } from '../support/checkProblems.ts';

interface Rule {
  readonly priority: number;
  readonly tagStatus: 'tagged' | 'untagged' | 'any';
  readonly pattern?: string;
  readonly days?: number;
}

/** Everything that is said in words of a rule of a policy: in hovers, hints, the outline and the explanation. */
function saidOf(rules: readonly Rule[], spelling: 'hcl' | 'json'): readonly string[] {
  const written = rules.map(({ priority, tagStatus, pattern, days }) => ({
    rulePriority: priority,
    selection: {
      tagStatus,
      ...(pattern === undefined ? {} : { tagPatternList: [pattern] }),
      ...(days === undefined
        ? { countType: 'imageCountMoreThan', countNumber: 5 }
        : { countType: 'sinceImagePushed', countUnit: 'days', countNumber: days }),
    },
    action: { type: 'expire' },
  }));
  const json = JSON.stringify({ rules: written }, null, 1);
  const value = spelling === 'json' ? `<<EOF\n${json}\nEOF` : `jsonencode(${json})`;
  const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "orders"\n  policy = ${value}\n}\n`;
  const workspace = workspaceOf({ 'main.tf': text });
  const module = workspace.moduleOf('main.tf');
  if (module === undefined) throw new Error('the file is open');
  const last = text.lastIndexOf('rulePriority');
  const spots = [
    text.indexOf('rulePriority', last) + 2,
    text.indexOf('tagStatus": "', last) + 'tagStatus": "'.length + 1,
    text.indexOf('countType": "', last) + 'countType": "'.length + 1,
  ];
  const hovers = spots.map((offset) => hover({ module, uri: 'main.tf', offset })?.markdown ?? '');
  const hints = new InlayHints(workspace).within('main.tf', { start: last, end: text.length }, new Set(['units']));
  const outline = new SymbolIndex(workspace).ofFile(module, 'main.tf').at(-1)?.children.at(-1)?.name ?? '';
  const explained = explainAt(workspace, 'main.tf', text.indexOf('policy ='));
  const explanation =
    'text' in explained
      ? (explained.text.split(`Priority ${rules.at(-1)?.priority}`)[1]?.split('Priority ')[0] ?? '')
      : '';
  return [
    ...hovers,
    ...hints.filter(({ label }) => label !== 'only this tag').map(({ tooltip }) => tooltip),
    outline,
    explanation,
  ];
}

const TAGGED: Rule = { priority: 1, tagStatus: 'tagged', pattern: 'v*' };
const UNTAGGED: Rule = { priority: 2, tagStatus: 'untagged', days: 14 };

describe.each(['hcl', 'json'] as const)('a rule of a later priority, in %s', (spelling) => {
  it.each<[string, readonly Rule[], RegExp]>([
    ['by count', [TAGGED, { priority: 3, tagStatus: 'any' }], /newest 5 of all other images/],
    ['by age', [TAGGED, { priority: 3, tagStatus: 'any', days: 60 }], /Deletes all other images/],
    ['after untagged', [UNTAGGED, { priority: 3, tagStatus: 'any' }], /newest 5 of all other images/],
    ['after both', [TAGGED, UNTAGGED, { priority: 9, tagStatus: 'any', days: 1 }], /Deletes all other images/],
    [
      'tagged after tagged',
      [TAGGED, { priority: 2, tagStatus: 'tagged', pattern: 'dev-*' }],
      /the other images with a tag/,
    ],
    [
      'tagged by age',
      [TAGGED, { priority: 2, tagStatus: 'tagged', pattern: '*', days: 3 }],
      /Deletes the other images with a tag/,
    ],
    [
      'written last, counted first',
      [
        { ...TAGGED, priority: 5 },
        { priority: 3, tagStatus: 'tagged', pattern: 'a*' },
      ],
      /of the images with a tag/,
    ],
    [
      'other images entirely',
      [UNTAGGED, { priority: 3, tagStatus: 'tagged', pattern: 'a*' }],
      /of the images with a tag/,
    ],
    ['alone', [{ priority: 1, tagStatus: 'any' }], /newest 5 of all images/],
  ])('counts in what earlier ones claim: %s', (_, rules, words) => {
    const said = saidOf(rules, spelling);
    expect(said).toHaveLength(6);
    for (const text of said) expect(text).toMatch(words);
  });

  it.each([
    ['v', 'exactly the tag'],
    ['latest', 'exactly the tag'],
    ['v1.2', 'exactly the tag'],
    ['v*', 'a tag'],
    ['*-prod', 'a tag'],
    ['*', 'a tag'],
  ])('says of the pattern %s that it is %s', (pattern, words) => {
    const said = saidOf([{ priority: 1, tagStatus: 'tagged', pattern }], spelling);
    for (const text of said) expect(text).toContain(`images with ${words} `);
  });
});

describe('the hint after a tag pattern', () => {
  const hintsOf = (list: string) => {
    const text = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "orders"\n  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "tagged", ${list}, countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })\n}\n`;
    const found = new InlayHints(workspaceOf({ 'main.tf': text })).within(
      'main.tf',
      { start: 0, end: text.length },
      new Set(['units']),
    );
    return found
      .filter(({ label }) => label === 'only this tag')
      .map(({ offset }) => text.slice(0, offset).split(/[[ ]/).at(-1));
  };

  it.each([
    ['tagPatternList = ["v"]', ['"v"']],
    ['tagPatternList = ["v*"]', []],
    ['tagPatternList = ["v*", "latest"]', ['"latest"']],
    ['tagPatternList = ["a", "b"]', ['"a"', '"b"']],
    ['tagPatternList = [""]', []],
    ['tagPatternList = [var.x]', []],
    ['tagPatternList = ["${var.x}"]', []],
    ['tagPrefixList = ["v"]', []],
  ])('%s', (list, expected) => {
    expect(hintsOf(list).map((one) => one?.replace(/^,/, ''))).toEqual(expected);
  });
});
