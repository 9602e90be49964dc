import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { BINARY, folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const KEEP = JSON.stringify({
  keep: [
    { repositories: 'team/*', tags: ['release-*'], newest: 3 },
    { repositories: 'team/*', tags: ['v*'], newest: 3 },
    { repositories: 'other/*', tags: ['v*'], newest: 3 },
  ],
});

const TEXT = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'tagged', tagPatternList: ['v*'], countType: 'imageCountMoreThan', countNumber: 3 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 2,
      selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
      action: { type: 'expire' },
    },
  ],
});

const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "team/app"
  policy     = <<EOF
${TEXT}
EOF
}
`;

const CODE = `${POLICY}resource "aws_lambda_function" "f" {
  image_uri = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:prod"
}
`;

/** A plan of one policy, of a repository or a template. */
function plan(type: string, values: object): string {
  const resource = { address: `${type}.app`, mode: 'managed', type, name: 'app', values };
  return JSON.stringify({ format_version: '1.2', planned_values: { root_module: { resources: [resource] } } });
}

const OF_REPOSITORY = plan('aws_ecr_lifecycle_policy', { repository: 'team/app', policy: TEXT });
const OF_TEMPLATE = plan('aws_ecr_repository_creation_template', { prefix: 'team', lifecycle_policy: TEXT });
const OF_OTHER = plan('aws_ecr_lifecycle_policy', { repository: 'elsewhere', policy: TEXT });

const simulated = (folder: string, source: string) =>
  JSON.parse(run(folder, 'simulate', source, '--format', 'json', '--now', '2026-01-31T00:00:00Z').stdout);

interface Told {
  readonly rule: string;
  readonly severity: string;
  readonly related: readonly { readonly file: string }[];
}

describe('guarantees on the command line', () => {
  it('are in the JSON of a simulation, and what runs', () => {
    const { guarantees, running } = simulated(folderWith({ '.terraform-ecr.json': KEEP, 'main.tf': CODE }), 'main.tf');
    expect(guarantees).toMatchObject([
      {
        guarantee: 0,
        holds: false,
        because:
          'Rule 2 can delete an image tagged release-1 31 days after its push, but the 3 newest images tagged release-* must stay.',
      },
      { guarantee: 1, holds: true, because: 'No rule can delete any of the 3 newest images tagged v*.', witness: [] },
    ]);
    expect(running).toEqual([{ address: 'aws_lambda_function.f', tag: 'prod' }]);
  });

  it('have witnesses in the form of images, of which the first is deleted', () => {
    const keep = JSON.stringify({ keep: [{ tags: ['release-*'], days: 90 }] });
    const { guarantees } = simulated(folderWith({ '.terraform-ecr.json': keep, 'main.tf': CODE }), 'main.tf');
    expect(guarantees[0].witness).toEqual([
      {
        digest: 'made-up:witness-1',
        tags: ['release-1'],
        verdict: 'expire',
        rule: 2,
        claimedBy: 2,
        reason: 'Rule 2 expires what was pushed more than 30 days ago; this was 31 days ago.',
        when: null,
      },
    ]);
  });

  it('are in the table of a simulation', () => {
    const { stdout } = run(folderWith({ '.terraform-ecr.json': KEEP, 'main.tf': CODE }), 'simulate', 'main.tf');
    expect(stdout).toContain('  keep[0]  broken: Rule 2 can delete');
    expect(stdout).toContain('  keep[1]  kept: No rule can delete');
  });

  it('are empty lists where the settings have none', () => {
    const { guarantees, running } = simulated(folderWith({ 'main.tf': POLICY }), 'main.tf');
    expect([guarantees, running]).toEqual([[], []]);
  });

  it('hold for the policies of plans, by the names of repositories and prefixes', () => {
    const folder = folderWith({
      '.terraform-ecr.json': KEEP,
      'plan.json': OF_REPOSITORY,
      'template.json': OF_TEMPLATE,
      'other.json': OF_OTHER,
    });
    const found = (file: string) => {
      const problems: readonly Told[] = JSON.parse(run(folder, 'check', file, '--format', 'json').stdout).problems;
      return problems
        .filter(({ rule }) => rule === 'policy-breaks-guarantee')
        .map(({ severity, related }) => [severity, related[0]?.file]);
    };
    const broken = ['error', '.terraform-ecr.json'];
    expect(found('plan.json')).toEqual([broken, broken]);
    expect(found('template.json')).toEqual([broken, broken]);
    expect(found('other.json')).toEqual([]);
    expect(simulated(folder, 'plan.json').guarantees).toMatchObject([{ holds: false }, { holds: true }]);
  });

  it('are told with their place and their images in SARIF', () => {
    const folder = folderWith({ '.terraform-ecr.json': KEEP, 'main.tf': CODE });
    const options = { cwd: folder, encoding: 'utf8' } as const;
    const { stdout, status } = spawnSync(process.execPath, [BINARY, 'check', '--format', 'sarif'], options);
    expect(status).toBe(1);
    const results: { ruleId: string; relatedLocations: { message: { text: string } }[] }[] =
      JSON.parse(stdout).runs[0].results;
    const [first] = results.filter(({ ruleId }) => ruleId === 'policy-breaks-guarantee');
    expect(first?.relatedLocations.map(({ message }) => message.text)).toEqual([
      'The settings say here what must stay',
      'Image 1 of 4: tagged v1 and release-1, pushed 1 day before the run',
      'Image 2 of 4: tagged v2, pushed less than a day before the run',
      'Image 3 of 4: tagged v3, pushed less than a day before the run',
      'Image 4 of 4: tagged v4, pushed less than a day before the run',
    ]);
  });
});
