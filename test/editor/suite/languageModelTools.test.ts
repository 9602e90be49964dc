import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import { commands, LanguageModelTextPart, lm } from 'vscode';
import { openFile, until, writeFile } from './support.ts';

const WRONG = `resource "aws_ecr_repository" "app" {
  name = "team/app"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 14 }
      action       = { type = "expire" }
    }]
  })
}
`;

async function invoke(name: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(`terraform-ecr_${name}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

suite('tools for language models', () => {
  suiteSetup(async () => {
    await openFile('agents.tf', WRONG);
    await until('the tools', () => (lm.tools.some(({ name }) => name === 'terraform-ecr_check') ? true : undefined));
  });
  suiteTeardown(() => commands.executeCommand('workbench.action.closeAllEditors'));

  test('are known to the editor with what they do', () => {
    const ours = lm.tools.filter(({ name }) => name.startsWith('terraform-ecr_'));
    const names = ours.map(({ name }) => name.replace(/^.*_/, '')).sort();
    assert.deepEqual(names, ['check', 'explain', 'fix', 'guarantees', 'pull', 'render', 'review', 'simulate']);
    for (const { description, inputSchema } of ours) assert.ok(description !== '' && inputSchema !== undefined);
  });

  test('check a file of the workspace, and a draft that is right', async () => {
    assert.match(await invoke('check', { path: 'agents.tf' }), /"rule": "rule-count-unit-missing"/);
    const text = WRONG.replace('countNumber', 'countUnit = "days", countNumber');
    const { problems } = JSON.parse(await invoke('check', { path: 'agents.tf', text }));
    assert.deepEqual(problems, []);
  });

  test('review a plan of the workspace', async () => {
    await writeFile('empty-plan.json', '{"format_version":"1.2","planned_values":{},"resource_changes":[]}');
    assert.match(await invoke('review', { planPath: 'empty-plan.json' }), /"findings": \[\]/);
  });

  test('refuse a path that leads out of the workspace', async () => {
    await assert.rejects(invoke('check', { path: '../elsewhere.tf' }), /leads out of the workspace/);
  });
});
