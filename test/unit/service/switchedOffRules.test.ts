import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import type { RuleSettings } from '../../../server/src/problems/ruleSettings.ts';
import type { ProblemSettings } from '../../../server/src/problems/settings.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll, mendedByFixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { quickFixes } from '../../../server/src/service/fixes/quickFixes.ts';

const policy = (rule: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = jsonencode({ rules = [${rule}] })
}
`;

const rule = (selection: string, action = 'expire') =>
  `{ rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = ["v"], ${selection} }, action = { type = "${action}" } }`;

/** An unambiguous fix after which another rule reports something. */
const FIXES: readonly (readonly [brought: string, wrong: string, title: string])[] = [
  [
    'rule-count-unit-forbidden',
    rule('countType = "imageCountMoreThen", countUnit = "days", countNumber = 1'),
    'Change it to imageCountMoreThan',
  ],
  [
    'rule-storage-class-mismatch',
    rule('storageClass = "Archive", countType = "sinceImagePushed", countUnit = "days", countNumber = 1'),
    'Change it to archive',
  ],
  [
    'rule-action-mismatch',
    rule('countType = "sinceImagePulled", countUnit = "days", countNumber = 1', 'Expire'),
    'Change it to expire',
  ],
  [
    'rule-tag-list-forbidden',
    rule('countType = "sinceImagePushed", countUnit = "days", countNumber = 1').replace('"tagged"', '"ANY"'),
    'Change it to any',
  ],
];

interface Silenced {
  readonly settings: ProblemSettings;
  readonly file?: string;
  readonly comment?: string;
}

const withRules = (rules: RuleSettings): ProblemSettings => ({ ...DEFAULT_PROBLEM_SETTINGS, rules });

/** The ways in which a user turns off a rule's problems. */
const WAYS: Readonly<Record<string, (id: string) => Silenced>> = {
  'the settings of the editor': (id) => ({ settings: withRules({ [id]: 'off' }) }),
  'a milder severity': (id) => ({ settings: withRules({ [id]: 'hint' }) }),
  'a flag of the command line': (id) => ({ settings: { ...DEFAULT_PROBLEM_SETTINGS, overrides: { [id]: 'off' } } }),
  'the settings file': (id) => ({
    settings: DEFAULT_PROBLEM_SETTINGS,
    file: JSON.stringify({ rules: { [id]: 'off' } }),
  }),
  'the settings file, for some files': (id) => ({
    settings: DEFAULT_PROBLEM_SETTINGS,
    file: JSON.stringify({ ignore: [{ files: '*.tf', rules: [id] }] }),
  }),
  'a comment': (id) => ({ settings: DEFAULT_PROBLEM_SETTINGS, comment: `# terraform-ecr-ignore: ${id} as agreed\n` }),
};

const finder = new ProblemFinder((ruleId, error) => {
  throw new Error(ruleId, { cause: error });
});

function mend(text: string, { settings, file }: Silenced, title: string) {
  const workspace = new Workspace();
  workspace.setDiskFile('/w/main.tf', text);
  if (file !== undefined) workspace.setDiskFile('/w/.terraform-ecr.json', file);
  const contextOf = () => new ServiceContext(workspace, finder);
  const fixes = quickFixes(contextOf(), settings, '/w/main.tf', { start: 0, end: text.length });
  const found = fixes.find((fix) => fix.title.startsWith(title));
  return {
    title: found?.title,
    isPreferred: found?.isPreferred,
    isMended: found && mendedByFixAll(contextOf(), '/w/main.tf', settings)(found.problem),
    changes: fixAll(contextOf(), '/w/main.tf', settings) !== text,
  };
}

describe('a fix after which a rule that is switched off would speak', () => {
  const cases = Object.keys(WAYS).flatMap((way) => FIXES.map((fix) => [way, ...fix] as const));

  it.each(cases)('is not held back by %s: %s', (way, brought, wrong, title) => {
    const silenced = WAYS[way]?.(brought) ?? { settings: DEFAULT_PROBLEM_SETTINGS };
    const found = mend(`${silenced.comment ?? ''}${policy(wrong)}`, silenced, title);
    // A suppression comment without effect is removed first.
    const isMended = silenced.comment === undefined;
    expect(found).toEqual({ title, isPreferred: true, isMended, changes: true });
  });

  it.each(FIXES)('is held back where the rule is on: %s', (brought, wrong, title) => {
    const found = mend(policy(wrong), { settings: DEFAULT_PROBLEM_SETTINGS }, title);
    expect(found).toEqual({
      title: `${title} (brings ${brought})`,
      isPreferred: false,
      isMended: false,
      changes: false,
    });
  });

  it.each(FIXES)('and by a switch of another rule not let go: %s', (brought, wrong, title) => {
    const found = mend(policy(wrong), { settings: withRules({ 'rule-shadowed': 'off' }) }, title);
    expect(found.title).toBe(`${title} (brings ${brought})`);
  });
});
