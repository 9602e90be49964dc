import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { CHECKS } from '../../server/src/checks/registry.ts';
import { folderWith, RIGHT, removeFolders, run, runWith, WRONG } from './support.ts';

afterEach(removeFolders);

const COLUMN = WRONG.split('\n')[2]?.indexOf('"sinceImagePushed"') ?? -1;

describe('check --format sarif', () => {
  it('carries every rule with its page, and each problem with its fix', () => {
    const { status, stdout } = run(folderWith({ 'infra/main.tf': WRONG }), 'check', '--format', 'sarif');
    expect(status).toBe(1);
    const [{ tool, results }] = JSON.parse(stdout).runs;
    expect(tool.driver.semanticVersion).toBe(version);
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(CHECKS.map(({ id }) => id));
    for (const rule of tool.driver.rules) expect(rule.help.markdown).toContain(`# ${rule.id}`);
    expect(results).toHaveLength(1);
    const [{ ruleId, ruleIndex, locations, fixes }] = results;
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'infra/main.tf' },
      region: { startLine: 3, startColumn: COLUMN + 1 },
    });
    expect(fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toContain('countUnit = "days"');
    expect(stdout).not.toContain('file:');
  });

  it('names files from the root of a workflow', () => {
    const folder = folderWith({ 'infra/main.tf': WRONG });
    const env = { GITHUB_WORKSPACE: folder };
    const sarif = runWith(join(folder, 'infra'), { env }, 'check', '--format', 'sarif');
    expect(sarif.stdout).toContain('"uri": "infra/main.tf"');
    const github = runWith(join(folder, 'infra'), { env }, 'check', '--format', 'github');
    expect(github.stdout).toContain('::error file=infra/main.tf,line=3,');
    expect(runWith(join(folder, 'infra'), { env }, 'check', '--format', 'json').stdout).toContain('"file": "main.tf"');
  });
});

describe('check --format github', () => {
  it('prints a command for each problem and the counts', () => {
    const { status, stdout } = run(folderWith({ 'main.tf': WRONG }), 'check', '--format', 'github');
    expect(status).toBe(1);
    const end = COLUMN + '"sinceImagePushed"'.length;
    const [command, summary] = stdout.split('\n');
    expect(command).toContain(
      `::error file=main.tf,line=3,endLine=3,col=${COLUMN + 1},endColumn=${end},title=rule-count-unit-missing::`,
    );
    expect(summary).toMatch(/^1 error, 0 warnings in 1 file/);
  });
});

describe('check --format junit', () => {
  it('fails for a problem and passes without', () => {
    expect(run(folderWith({ 'main.tf': WRONG }), 'check', '--format', 'junit')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('<failure type="error"'),
    });
    expect(run(folderWith({ 'main.tf': RIGHT }), 'check', '--format', 'junit')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('tests="1" failures="0"'),
    });
  });
});
