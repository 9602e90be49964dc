import { describe, expect, it } from 'vitest';
import { namedAccessPolicies } from '../../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import { namedPolicies } from '../../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { renderDocument } from '../../../../server/src/ecr/documents/renderDocument.ts';
import { BlockCounter } from '../../../../server/src/report/countBlocks.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

const keeps = (images: number) =>
  `{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":${images}},"action":{"type":"expire"}}]}`;
const policy = (body: string) => `resource "aws_ecr_lifecycle_policy" "app" {\n${body}\n}\n`;
const keeping = (images: number) => `  policy = ${JSON.stringify(keeps(images))}`;
const BASE = policy(`  repository = "app"\n${keeping(1)}`);
const NO_POLICY = policy('  repository = "app"');
const JSON_PART = JSON.stringify({ resource: { aws_ecr_lifecycle_policy: { app: { policy: keeps(2) } } } });
const ACCESS = (who: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"${who}"},"Action":"ecr:BatchGetImage"}]}`;
const access = (who: string) =>
  `resource "aws_ecr_repository_policy" "app" {\n  repository = "app"\n  policy = ${JSON.stringify(ACCESS(who))}\n}\n`;

/** The number of images that each lifecycle policy of a file keeps, with the policy's address. */
function keptIn(files: Files, uri: string): string[] {
  return namedPolicies(workspaceOf(files), uri).map(({ address, policy: found }) => {
    const rendered = renderDocument(found);
    const kept = rendered.kind === 'unknown' ? 'unknown' : /"countNumber":(\d+)/.exec(rendered.text)?.[1];
    return `${address} ${kept}`;
  });
}

function countedIn(files: Files, wanted: readonly string[]): readonly number[] {
  const workspace = workspaceOf(files);
  const counter = new BlockCounter();
  for (const module of workspace.modules) counter.addModule(module, new Set(wanted));
  const { policies, accessPolicies } = counter.counts(workspace);
  return [policies, accessPolicies];
}

describe('a policy that an override file replaces', () => {
  it.each<[why: string, Files, uri: string, kept: readonly string[]]>([
    ['read where the block is', { 'main.tf': BASE, 'override.tf': policy(keeping(2)) }, 'main.tf', ['2']],
    ['read where it is replaced', { 'main.tf': BASE, 'override.tf': policy(keeping(2)) }, 'override.tf', ['2']],
    ['added to a block without one', { 'main.tf': NO_POLICY, 'override.tf': policy(keeping(2)) }, 'main.tf', ['2']],
    ['left alone by an override of another argument', { 'main.tf': BASE, 'override.tf': NO_POLICY }, 'main.tf', ['1']],
    ['not in the override of another argument', { 'main.tf': BASE, 'override.tf': NO_POLICY }, 'override.tf', []],
    [
      'replaced twice: the last file wins',
      { 'main.tf': BASE, 'z_override.tf': policy(keeping(3)), 'a_override.tf': policy(keeping(2)) },
      'main.tf',
      ['3'],
    ],
    [
      'replaced twice: the first has no effect',
      { 'main.tf': BASE, 'z_override.tf': policy(keeping(3)), 'a_override.tf': policy(keeping(2)) },
      'a_override.tf',
      [],
    ],
    ['replaced in JSON', { 'main.tf': BASE, 'main_override.tf.json': JSON_PART }, 'main.tf', ['2']],
    ['an override of no block', { 'main.tf': '', 'override.tf': policy(keeping(2)) }, 'override.tf', []],
  ])('%s', (_, files, uri, kept) => {
    expect(keptIn(files, uri)).toEqual(kept.map((number) => `aws_ecr_lifecycle_policy.app ${number}`));
  });

  it('is read through the call of its module', () => {
    const files = {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': BASE + access('111122223333'),
      'm/override.tf': policy(keeping(2)) + access('444455556666'),
    };
    expect(keptIn(files, 'main.tf')).toEqual(['module.m.aws_ecr_lifecycle_policy.app 2']);
    const found = namedAccessPolicies(workspaceOf(files), 'main.tf').map(({ access: one }) => renderDocument(one));
    expect(found).toEqual([{ kind: 'text', text: expect.stringContaining('444455556666') }]);
  });

  it('of a repository is read like a lifecycle policy', () => {
    const files = { 'main.tf': access('111122223333'), 'override.tf': access('444455556666') };
    for (const uri of Object.keys(files)) {
      const texts = namedAccessPolicies(workspaceOf(files), uri).map(({ access: one }) => renderDocument(one));
      expect(texts).toEqual([{ kind: 'text', text: expect.stringContaining('444455556666') }]);
    }
  });

  it('is counted once', () => {
    const files = {
      'main.tf': BASE + access('111122223333'),
      'a_override.tf': policy(keeping(2)) + access('444455556666'),
      'b_override.tf': policy(keeping(3)),
    };
    expect(countedIn(files, Object.keys(files))).toEqual([1, 1]);
    expect(countedIn(files, ['b_override.tf'])).toEqual([1, 0]);
    expect(countedIn({ 'main.tf': BASE }, ['main.tf'])).toEqual([1, 0]);
  });
});
