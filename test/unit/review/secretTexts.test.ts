import { expect, test } from 'vitest';
import { printHtmlReview } from '../../../server/src/report/review/reviewHtml.ts';
import { printJsonReview } from '../../../server/src/report/review/reviewJson.ts';
import { printMarkdownReview } from '../../../server/src/report/review/reviewMarkdown.ts';
import { printTextReview } from '../../../server/src/report/review/reviewText.ts';
import { hiding } from '../../../server/src/review/plan/hiding.ts';
import { cpuSecondsOf, MUCH } from '../support/cpuTime.ts';
import type { WrittenChange } from './support.ts';
import { elementOf, planText, readPlan, reviewed } from './support.ts';

const SECRET = 'sesame/open "now"';

/** An ECR change that repeats the secret without marking it. */
const REPEATING: WrittenChange = {
  address: `aws_ecr_repository.app["${SECRET.replaceAll('"', '\\"')}"]`,
  actions: ['delete', 'create'],
  before: { name: SECRET, arn: `arn:aws:ecr:eu-west-1:123456789012:repository/${SECRET}`, force_delete: true },
  after: { name: `${SECRET}2` },
  change: { replace_paths: [['name']] },
};

const POLICY: WrittenChange = {
  address: 'aws_ecr_lifecycle_policy.app',
  actions: ['create'],
  after: {
    repository: 'there',
    policy: JSON.stringify({
      rules: [
        {
          rulePriority: 1,
          selection: {
            tagStatus: 'tagged',
            tagPatternList: [SECRET],
            countType: 'sinceImagePushed',
            countUnit: 'days',
            countNumber: 3,
          },
          action: { type: 'expire' },
        },
      ],
    }),
  },
};

const foreign = (change: object, more: object = {}) =>
  elementOf({ address: 'aws_db_instance.main', actions: ['no-op'], change, more });

/** Where a plan marks the secret: other resources, and other members of the plan. */
const MARKED: Readonly<Record<string, { readonly elements?: readonly object[]; readonly more?: object }>> = {
  'another resource, before': {
    elements: [foreign({ before: { password: SECRET }, before_sensitive: { password: true } })],
  },
  'another resource, after': {
    elements: [foreign({ after: { password: SECRET }, after_sensitive: { password: true } })],
  },
  'another resource as a whole': { elements: [foreign({ after: { a: [{ b: SECRET }] }, after_sensitive: true })] },
  'a part of a list': {
    elements: [foreign({ after: { a: ['x', { b: SECRET }] }, after_sensitive: { a: [false, { b: true }] } })],
  },
  'another repository': {
    elements: [
      elementOf({
        address: 'aws_ecr_repository.other',
        actions: ['no-op'],
        before: { name: SECRET },
        after: { name: SECRET },
        change: { after_sensitive: { name: true } },
      }),
    ],
  },
  'a resource that drifted': {
    more: { resource_drift: [foreign({ after: { password: SECRET }, after_sensitive: { password: true } })] },
  },
  'an output': {
    more: { output_changes: { a: { actions: ['create'], before: null, after: SECRET, after_sensitive: true } } },
  },
  'an output that goes': {
    more: { output_changes: { a: { actions: ['delete'], before: [SECRET], after: null, before_sensitive: true } } },
  },
  'a variable': {
    more: {
      variables: { plain: { value: 'x' }, team: { value: SECRET } },
      configuration: { root_module: { variables: { plain: {}, team: { sensitive: true } } } },
    },
  },
  'a part of a variable': {
    more: {
      configuration: { root_module: { variables: { team: { sensitive: true } } } },
      variables: { team: { value: { a: [SECRET] } } },
    },
  },
  'a data source': {
    more: {
      prior_state: {
        values: {
          root_module: {
            resources: [dataSource()],
          },
        },
      },
    },
  },
  'a data source of a module in a module': {
    more: {
      prior_state: {
        values: { root_module: { child_modules: [{ child_modules: [{ resources: [dataSource()] }] }] } },
      },
    },
  },
};

function dataSource(): object {
  return {
    address: 'data.aws_ssm_parameter.a',
    mode: 'data',
    type: 'aws_ssm_parameter',
    values: { value: SECRET },
    sensitive_values: { value: true },
  };
}

const JSON_SECRET = JSON.stringify(SECRET).slice(1, -1);

function outputs(text: string): string {
  const findings = reviewed(text);
  return [
    printTextReview(findings, false),
    printMarkdownReview(findings),
    printJsonReview(findings),
    printHtmlReview({ style: '', styleDigest: '', script: '', scriptDigest: '' }, { findings, images: null, now: 0 }),
  ].join('\n');
}

function planWith(elements: readonly object[], more: object): string {
  const plan = JSON.parse(planText([REPEATING, POLICY], more));
  return JSON.stringify({ ...plan, resource_changes: [...plan.resource_changes, ...elements] });
}

test.each(Object.entries(MARKED))(
  'a text that is sensitive in %s is printed nowhere',
  (_, { elements = [], more = {} }) => {
    const text = planWith(elements, more);
    const printed = outputs(text);
    for (const spelling of [SECRET, JSON_SECRET, 'sesame']) expect(printed).not.toContain(spelling);
    expect(printed).toContain('(sensitive)');
  },
);

test('a text that nothing marks is printed', () => {
  expect(outputs(planWith([foreign({ after: { password: SECRET }, after_sensitive: {} })], {}))).toContain('sesame');
  const notSensitive = {
    variables: { team: { value: SECRET } },
    configuration: { root_module: { variables: { team: {} } } },
  };
  expect(outputs(planWith([], notSensitive))).toContain('sesame');
});

test('what is sensitive is found in whatever pieces the text comes', () => {
  for (const [name, { elements = [], more = {} }] of Object.entries(MARKED)) {
    for (const length of [1, 7, 100]) {
      expect(readPlan(planWith(elements, more), length), name).toMatchObject({ plan: { secrets: [SECRET] } });
    }
  }
});

test.each([
  ['a', 'a plan adds a; b', '(sensitive) plan adds (sensitive); b'],
  ['abc', 'abc abcd _abc "abc"', '(sensitive) abcd _abc "(sensitive)"'],
  ['abcd', 'xabcdx', 'x(sensitive)x'],
  ['ab"cd', 'ab\\"cd and ab"cd', '(sensitive) and (sensitive)'],
])('%s is hidden in %s', (secret, text, hidden) => {
  expect(hiding([secret])(text)).toBe(hidden);
});

test('texts that overlap are hidden whole', () => {
  expect(hiding(['team', 'team/app'])('team/app team')).toBe('(sensitive) (sensitive)');
  expect(hiding(['abcdef', 'defghi'])('xabcdefghiy')).toBe('x(sensitive)y');
  expect(hiding([])('team')).toBe('team');
});

test('10,000 sensitive texts take little time', () => {
  const secrets = Array.from({ length: 10_000 }, (_, index) => `password-${index}`);
  const hide = hiding(secrets);
  const hideAll = () => {
    for (let index = 0; index < 600; index += 1)
      expect(hide(`of user-${index} is password-${index}.`)).toContain('(sensitive)');
  };
  expect(cpuSecondsOf(hideAll)).toBeLessThan(MUCH);
});
