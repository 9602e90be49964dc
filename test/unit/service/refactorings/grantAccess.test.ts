import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { RECIPES } from '../../../../server/src/facts/access/recipes.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { editsOfRefactoring, refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds, workspaceOf } from '../../support/checkProblems.ts';
import { unformattedAmong } from '../../support/terraformFmt.ts';
import { fail } from './support.ts';

const ONE = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
const EACH = 'resource "aws_ecr_repository" "app" {\n  for_each = toset(["web", "api"])\n  name     = each.key\n}\n';
const COUNT = 'resource "aws_ecr_repository" "app" {\n  count = 2\n  name  = "app-${count.index}"\n}\n';

const STATEMENT = {
  Sid: 'PullFromAccount',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::999988887777:root' },
  Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
};
const policyJson = (more: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ ...STATEMENT, ...more }] }, null, 2);

/** An existing policy, in each spelling that can be extended. */
const EXISTING = (type: string, others: string, more: object): Readonly<Record<string, string>> => ({
  jsonencode: `${ONE}\nresource "${type}" "p" {\n${others}  policy = jsonencode(${policyJson(more)})\n}\n`,
  heredoc: `${ONE}\nresource "${type}" "p" {\n${others}  policy = <<EOF\n${policyJson(more)}\nEOF\n}\n`,
  blocks: `${ONE}\ndata "aws_iam_policy_document" "d" {\n  statement {\n    sid     = "PullFromAccount"\n    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]\n${'Resource' in more ? '    resources = ["arn:aws:ecr:eu-west-1:444455556666:repository/*"]\n' : ''}    principals {\n      type        = "AWS"\n      identifiers = ["arn:aws:iam::999988887777:root"]\n    }\n  }\n}\n\nresource "${type}" "p" {\n${others}  policy = data.aws_iam_policy_document.d.json\n}\n`,
});

interface Taken {
  readonly refusal: string | null;
  readonly text: string;
}

/** The first file after applying the recipe at the header of its first block. */
function take(id: string, text: string): Taken {
  const files: Files = { 'main.tf': text };
  const workspace = workspaceOf(files);
  const request = { uri: 'main.tf', range: { start: 3, end: 3 }, createsFiles: false };
  const offer = refactoringsAt(workspace, request, () => true, fail).find(
    (one) => one.id === 'grant-access' && one.choice === id,
  );
  if (offer === undefined) throw new Error(`${id} is not offered`);
  if (offer.refusal !== null) return { refusal: offer.refusal, text };
  const edits = editsOfRefactoring(workspace, request, offer)?.edits.get('main.tf') ?? [];
  return { refusal: null, text: applyEdits(text, edits) ?? 'the edits overlap' };
}

/** The problems of a text, from warnings on. */
function faults(text: string): readonly string[] {
  return ruleIds(text).filter((line) => /^(?:error|warning) /.test(line));
}

const written: string[] = [];

describe.each(RECIPES)('let $does', ({ id, target, otherSide, statements }) => {
  it.each([
    ['one repository', ONE],
    ['a repository for each', EACH],
    ['counted repositories', COUNT],
  ])('adds a policy to %s that we say nothing about', async (_name, text) => {
    const { text: after } = take(id, text);
    expect(after).toContain(`# ${otherSide}`);
    expect(after.match(/resource "aws_ecr_(?:repository|registry)_policy"/g)).toHaveLength(1);
    expect(faults(after)).toEqual([]);
    await parse('main.tf', after);
    written.push(after);
  });

  const type = target === 'repository' ? 'aws_ecr_repository_policy' : 'aws_ecr_registry_policy';
  const others = target === 'repository' ? '  repository = aws_ecr_repository.app.name\n' : '';
  const more = target === 'repository' ? {} : { Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/*' };
  const count = (text: string) => text.match(/\bSid\b|\bsid\b/g)?.length;
  it.each(Object.entries(EXISTING(type, others, more)))(
    'adds to a policy that is there, in %s',
    async (_name, text) => {
      const { refusal, text: after } = take(id, text);
      expect(refusal).toBe(null);
      expect(after.match(/resource "aws_ecr_(?:repository|registry)_policy"/g)).toHaveLength(1);
      expect(count(after)).toBe((count(text) ?? 0) + statements.length);
      expect(faults(after)).toEqual([]);
      await parse('main.tf', after);
      const again = take(id, after);
      expect(faults(again.text)).toEqual([]);
      const sids = [...again.text.matchAll(/\b[Ss]id"?\s*[=:]\s*"(\w+)"/g)].map(([, sid]) => sid);
      expect(new Set(sids).size).toBe(sids.length);
    },
  );
});

describe('where a statement cannot be added', () => {
  it.each([
    [
      'a policy that is computed',
      `${ONE}\nresource "aws_ecr_repository_policy" "p" {\n  repository = aws_ecr_repository.app.name\n  policy = var.policy\n}\n`,
    ],
    [
      'a policy for a repository that is not known',
      `${ONE}\nresource "aws_ecr_repository_policy" "p" {\n  repository = var.name\n  policy = var.policy\n}\n`,
    ],
    [
      'two policies',
      `${ONE}\nresource "aws_ecr_repository_policy" "p" {\n  repository = aws_ecr_repository.app.name\n  policy = var.policy\n}\n\nresource "aws_ecr_repository_policy" "q" {\n  repository = aws_ecr_repository.app.name\n  policy = var.policy\n}\n`,
    ],
  ])('says so: %s', (_name, text) => {
    expect(take('pull-account', text).refusal).toMatch(/\.$/);
  });

  it('offers nothing inside the block or on other resources', () => {
    const workspace = workspaceOf({ 'main.tf': `${ONE}\nresource "aws_s3_bucket" "b" {}\n` });
    const at = (start: number) =>
      refactoringsAt(
        workspace,
        { uri: 'main.tf', range: { start, end: start }, createsFiles: false },
        () => true,
        fail,
      ).filter(({ id }) => id === 'grant-access').length;
    expect([at(3), at(ONE.indexOf('name')), at(ONE.length + 5)]).toEqual([RECIPES.length, 0, 0]);
  });
});

it('is laid out as terraform fmt leaves it', () => {
  expect(written.length).toBe(3 * RECIPES.length);
  expect([...unformattedAmong(written)]).toEqual([]);
});
