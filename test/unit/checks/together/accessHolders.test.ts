import { describe, expect, it } from 'vitest';
import { giveJson } from '../../../../server/src/ecr/plan/givenJson.ts';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { problemsOfGiven } from '../../../../server/src/report/problemsOfGiven.ts';
import { ServiceContext } from '../../../../server/src/service/context.ts';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import type { Holder, Target } from '../../support/accessSpellings.ts';
import { blocksOf, hcl } from '../../support/accessSpellings.ts';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds, settingsFor } from '../../support/checkProblems.ts';
import { DOCUMENTS } from '../support/accessDocuments.ts';

const AWS: Readonly<Record<Target, Holder>> = {
  repository: { type: 'aws_ecr_repository_policy', argument: 'policy', others: '  repository = "team/app"\n' },
  registry: { type: 'aws_ecr_registry_policy', argument: 'policy', others: '' },
  public: { type: 'aws_ecrpublic_repository_policy', argument: 'policy', others: '  repository_name = "app"\n' },
};

const CLOUD_CONTROL: Readonly<Record<Target, Holder>> = {
  repository: { type: 'awscc_ecr_repository', argument: 'repository_policy_text', others: '' },
  registry: { type: 'awscc_ecr_registry_policy', argument: 'policy_text', others: '' },
  public: { type: 'awscc_ecr_public_repository', argument: 'repository_policy_text', others: '' },
};

const TEMPLATE: Holder = {
  type: 'aws_ecr_repository_creation_template',
  argument: 'repository_policy',
  others: '  prefix = "team"\n  applied_for = ["PULL_THROUGH_CACHE"]\n',
};

const held = ({ type, argument, others }: Holder, expression: string) =>
  `resource "${type}" "p" {\n${others}  ${argument} = ${expression}\n}\n`;

/** The other arguments of a holder, as JSON has them. */
const othersOf = ({ others }: Holder): Record<string, JsonValue> =>
  Object.fromEntries(
    [...others.matchAll(/(\w+) = (.+)/g)].map(([, name, value]) => [String(name), JSON.parse(String(value))]),
  );

const TEXT = (text: string) => text.replaceAll('${', () => '$${');

/** The same document in each way in which a resource of that kind can hold it. */
function waysOf(holder: Holder, policy: JsonValue): readonly (readonly [string, Files])[] {
  const json = JSON.stringify(policy);
  const { type, argument } = holder;
  const inJson = { resource: { [type]: { p: { ...othersOf(holder), [argument]: TEXT(json) } } } };
  const blocks = blocksOf(policy);
  const ways: [string, Files][] = [
    ['jsonencode', { 'main.tf': held(holder, `jsonencode(${hcl(policy)})`) }],
    ['a heredoc', { 'main.tf': held(holder, `<<EOF\n${hcl(policy)}\nEOF`) }],
    ['a string', { 'main.tf': held(holder, hcl(json)) }],
    ['a file', { 'main.tf': held(holder, 'file("${path.module}/p.json")'), 'p.json': json }],
    ["Terraform's JSON", { 'main.tf.json': JSON.stringify(inJson, null, 2) }],
    ['a branch', { 'main.tf': held(holder, `var.open ? jsonencode(${hcl(policy)}) : null`) }],
  ];
  if (blocks !== null)
    ways.push(['blocks', { 'main.tf': blocks + held(holder, 'data.aws_iam_policy_document.d.json') }]);
  return ways;
}

/** The ways that the test of spellings does not go through for the resources of the AWS provider. */
const NOT_ELSEWHERE = ["Terraform's JSON", 'a branch'];

const access = (ids: readonly string[]) => ids.filter((id) => / access-/.test(id));

/** What is said about a plan that sends the document. */
function inPlan(holder: Holder, policy: JsonValue): readonly string[] {
  const values = { ...othersOf(holder), [holder.argument]: JSON.stringify(policy) };
  const resource = { address: `${holder.type}.p`, mode: 'managed', type: holder.type, name: 'p', values };
  const plan = JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources: [resource] } } });
  const workspace = new Workspace();
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  const context = new ServiceContext(workspace, finder);
  return giveJson(workspace, 'file:///w/plan.json', plan).flatMap((given) =>
    problemsOfGiven(given, workspace, context, settingsFor(null)).map(
      ({ problem: { severity, ruleId } }) => `${severity} ${ruleId}`,
    ),
  );
}

describe.each(DOCUMENTS)('an access policy for %s', (_, target, Statement, expected) => {
  const policy = { Version: '2012-10-17', Statement };

  it.each(waysOf(CLOUD_CONTROL[target], policy))('is judged alike by Cloud Control in %s', (_way, files) => {
    expect(access(ruleIds(files))).toEqual(expected);
  });

  it.runIf(target === 'repository').each(waysOf(TEMPLATE, policy))(
    'is judged alike in a creation template in %s',
    (_way, files) => {
      expect(access(ruleIds(files))).toEqual(expected);
    },
  );

  it.each(waysOf(AWS[target], policy).filter(([way]) => NOT_ELSEWHERE.includes(way)))(
    'is judged alike in %s',
    (_way, files) => {
      expect(access(ruleIds(files))).toEqual(expected);
    },
  );

  it.each([AWS[target], CLOUD_CONTROL[target]])('is judged alike in a plan of $type', (holder) => {
    expect(access(inPlan(holder, policy))).toEqual(expected);
  });
});
