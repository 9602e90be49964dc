import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { commands, env, window, workspace } from 'vscode';
import { until } from './support.ts';

const OUTPUT = JSON.stringify({
  repositories: [
    {
      repositoryArn: 'arn:aws:ecr:eu-west-1:123456789012:repository/team/api',
      registryId: '123456789012',
      repositoryName: 'team/api',
      imageTagMutability: 'IMMUTABLE',
    },
  ],
});

const texts = () => window.visibleTextEditors.map(({ document }) => document.getText());

suite('importing repositories', () => {
  test('shows the code for what the clipboard holds, and inserts it when asked to', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const document = await workspace.openTextDocument({
      language: 'terraform',
      content: 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n\n',
    });
    const editor = await window.showTextDocument(document);
    await commands.executeCommand('cursorBottom');
    assert.equal(editor.selection.active.line, 4);
    await env.clipboard.writeText(OUTPUT);
    const done = commands.executeCommand('terraform-ecr.importRepositories');
    await until('the code beside', async () => {
      await commands.executeCommand('workbench.action.quickOpenSelectNext');
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return texts().some((text) => text.includes('to = aws_ecr_repository.team_api')) ? true : undefined;
    });
    assert.equal(document.lineCount, 5);
    await until('the code inserted', async () => {
      await commands.executeCommand('notification.acceptPrimaryAction');
      return document.getText().includes('id = "team/api"') ? true : undefined;
    });
    await done;
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});
