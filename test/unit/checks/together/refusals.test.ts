import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../server/src/checks/registry.ts';
import type { LifecyclePolicy } from '../../../../server/src/ecr/documents/lifecycle/policy.ts';
import { Module } from '../../../../server/src/module/module.ts';
import { RecordingScope } from '../../../../server/src/module/tracking/recordingScope.ts';
import { simulatedRulesOf } from '../../../../server/src/simulate/input/readRules.ts';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import { below, pick, seeded } from '../../../corpus/random.ts';
import { refusalsOf as judge } from '../../service/awsJudge.ts';
import { policyIn } from '../../simulate/support.ts';
import { isLong, shareOf } from '../../support/longTests.ts';
import { resourceWith, spellingsOf } from '../../support/policyTexts.ts';

/** Errors about losses of Terraform or the author, not about what AWS rejects. */
const NOT_ABOUT_REFUSALS = ['policy-duplicate-key'];

const ERROR_CHECKS = CHECKS.flatMap((check) =>
  check.subject === 'policy' && /^(policy|rule)-/.test(check.id) && !NOT_ABOUT_REFUSALS.includes(check.id)
    ? [check]
    : [],
);

/** The ids of the checks that report an error in the policy of a text. */
function errorsIn(policy: LifecyclePolicy): string[] {
  const scope = new RecordingScope(new Module());
  return ERROR_CHECKS.flatMap((check) =>
    [...check.check(policy, scope)]
      .filter(({ severity }) => (severity ?? check.severity) === 'error')
      .map(() => check.id),
  );
}

/** What AWS rejects in the policy of a text, according to the simulator. */
function refusedIn(policy: LifecyclePolicy): string[] {
  const read = simulatedRulesOf(policy);
  return read.kind === 'rules'
    ? []
    : read.obstacles.filter(({ kind }) => kind === 'refused').map(({ message }) => message);
}

/**
 * Expects as many errors as refusals in the simulator, so that neither knows one that the other lacks. Returns the
 * refusals.
 */
function expectSameList(text: string): readonly string[] {
  const policy = policyIn(text);
  const [errors, refused] = [errorsIn(policy), refusedIn(policy)];
  expect(refused.length, `${text}\n${errors.join()}\n${refused.join('\n')}`).toBe(errors.length);
  return refused;
}

const ABSENT = undefined;

const STATUSES = ['tagged', 'untagged', 'any', 'all', ABSENT];
const LISTS = [
  {},
  { tagPatternList: ['v*'] },
  { tagPrefixList: ['v'] },
  { tagPatternList: ['*'], tagPrefixList: ['v'] },
  { tagPatternList: [] },
  { tagPrefixList: [], tagPatternList: ['v'] },
  { tagPatternList: ['*a*b*c*d*'] },
  { tagPrefixList: [null] },
  { tagPrefixList: 'v' },
];
const COUNT_TYPES = [
  'imageCountMoreThan',
  'sinceImagePushed',
  'sinceImagePulled',
  'sinceImageTransitioned',
  'sinceImageSeen',
  ABSENT,
];
const UNITS = [ABSENT, 'days', 'hours', null];
const CLASSES = [ABSENT, 'standard', 'archive', 'cold'];
const NUMBERS = [30, 0, '30', 1.5, ABSENT];
const ACTIONS = [
  { type: 'expire' },
  { type: 'transition', targetStorageClass: 'archive' },
  { type: 'transition' },
  { type: 'delete' },
  { type: 'expire', targetStorageClass: 'archive' },
  {},
  'expire',
];

/** Leaves out absent members. */
function present(members: Readonly<Record<string, JsonValue | undefined>>): JsonValue {
  const entries = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return Object.fromEntries(entries);
}

function ruleOf(
  selection: Readonly<Record<string, JsonValue | undefined>>,
  action: JsonValue,
  priority: JsonValue = 1,
) {
  return present({ rulePriority: priority, selection: present(selection), action });
}

/** Every rule of the values that decide about refusals, with a valid number. */
function* rules(): Iterable<JsonValue> {
  for (const tagStatus of STATUSES)
    for (const lists of LISTS)
      for (const countType of COUNT_TYPES)
        for (const countUnit of UNITS)
          for (const storageClass of CLASSES)
            for (const action of ACTIONS)
              yield ruleOf({ tagStatus, ...lists, storageClass, countType, countUnit, countNumber: 30 }, action);
}

/** A value that is right nine times out of ten. */
function mostly<Item>(random: () => number, items: readonly Item[], right: number): Item {
  const choices = items.slice(0, below(random, 10) === 0 ? items.length : right).map((item) => ({ item }));
  return pick(random, choices).item;
}

function randomRules(random: () => number): JsonValue[] {
  const count = below(random, 4) + 1;
  return Array.from({ length: count }, () => {
    const tagStatus = mostly(random, STATUSES, 3);
    const lists = tagStatus === 'tagged' ? mostly(random, LISTS.slice(1), 2) : mostly(random, LISTS, 1);
    const isArchive = below(random, 3) === 0;
    const selection = {
      tagStatus,
      ...lists,
      storageClass: isArchive ? 'archive' : mostly(random, CLASSES, 2),
      countType: isArchive ? 'sinceImageTransitioned' : mostly(random, COUNT_TYPES, 3),
      countUnit: 'days',
      countNumber: mostly(random, NUMBERS, 1),
    };
    const { countUnit, ...others } = selection;
    const counted = selection.countType === 'imageCountMoreThan' ? others : { ...others, countUnit };
    return ruleOf(counted, isArchive ? { type: 'expire' } : mostly(random, ACTIONS, 2), below(random, 6) + 1);
  });
}

describe('what AWS refuses', () => {
  it('is an error of the checks exactly where the simulator refuses, for every rule', () => {
    const every = isLong() ? 1 : 29;
    let index = 0;
    let refused = 0;
    for (const rule of rules()) {
      index += 1;
      if (index % every !== 0) continue;
      const text = spellingsOf({ rules: [rule] }).jsonencode;
      const isRefused = expectSameList(text).length > 0;
      if (isRefused) refused += 1;
    }
    expect(refused).toBeGreaterThan(1000);
  });

  it('is so for rules together, and is what a judge of its own says', () => {
    const random = seeded(16);
    const verdicts = { refused: 0, accepted: 0 };
    for (let turn = 0; turn < shareOf(10_000, 20); turn += 1) {
      const policy: JsonValue = { rules: randomRules(random) };
      const text = spellingsOf(policy)[pick(random, ['jsonencode', 'heredoc', 'quoted'] as const)];
      const isRefused = expectSameList(text).length > 0;
      verdicts[isRefused ? 'refused' : 'accepted'] += 1;
      if (judge(JSON.stringify(policy)).length > 0) expect(isRefused, text).toBe(true);
    }
    expect(Math.min(verdicts.refused, verdicts.accepted)).toBeGreaterThan(120);
  });

  it.each([
    '{}',
    '{"rules":[]}',
    '{"rules":[{}]}',
    '{"rules":{}}',
    '{"rules":null}',
    '{"rules":[1]}',
    '{"rules":[null]}',
    '[]',
    '"text"',
    '12',
    '{"rule":[]}',
    '{"rules":[{"rulePriority":1}]}',
    '{"rules":[{"rulePriority":1,"selection":{},"action":{}}]}',
  ])('holds for a text of less than 100 characters, which always lacks something: %s', (json) => {
    expect(json.length).toBeLessThan(100);
    const text = resourceWith(`<<-EOF\n${json}\nEOF`);
    expect(expectSameList(text)).not.toEqual([]);
  });

  it('needs no word on the length of a policy that has a rule', () => {
    const shortest = ruleOf({ tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 1 }, { type: 'expire' });
    expect(JSON.stringify({ rules: [shortest] }).length).toBeGreaterThanOrEqual(100);
  });

  it.each(['', '{', '{"rules": [', '{} {}', "{'rules': []}", 'null', '// a comment\n{}'])(
    'prevents a simulation where the text is no policy: %j',
    (json) => {
      const text = resourceWith(`<<-EOF\n${json}\nEOF`);
      expect([errorsIn(policyIn(text)).length > 0, refusedIn(policyIn(text)).length > 0]).toEqual([true, true]);
    },
  );

  it('is not told of a repeated key, of which AWS reads the last', () => {
    const text = resourceWith(
      '<<-EOF\n{"rules":[{"rulePriority":1,"rulePriority":2,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":1},"action":{"type":"expire"}}]}\nEOF',
    );
    expect([errorsIn(policyIn(text)), refusedIn(policyIn(text))]).toEqual([[], []]);
  });
});
