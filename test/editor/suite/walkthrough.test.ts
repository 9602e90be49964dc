import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { TextEditor } from 'vscode';
import { commands, window } from 'vscode';
import { acceptFirst, until, untilProblems } from './support.ts';

const MISTAKES = ['rule-count-unit-missing', 'rule-priority-duplicate'];

/** The line of the cursor. */
const lineOf = ({ document, selection }: TextEditor) => document.lineAt(selection.active.line).text.trim();

function activeEditor(): TextEditor {
  if (window.activeTextEditor === undefined) throw new Error('no text is shown');
  return window.activeTextEditor;
}

suite('the walkthrough', () => {
  test('opens an example whose mistakes are shown and which touches no file', async () => {
    await commands.executeCommand('terraform-ecr.openExample');
    const { document } = activeEditor();
    assert.equal(document.uri.scheme, 'terraform-ecr-example');
    assert.equal(document.languageId, 'terraform');
    await untilProblems(document, ...MISTAKES);
    assert.equal(document.isDirty, false);
  });

  test('goes from one problem to the next, from before the page of the walkthrough too', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('terraform-ecr.openExample');
    await untilProblems(activeEditor().document, ...MISTAKES);
    await commands.executeCommand('workbench.action.openWalkthrough', 'ecrkit.terraform-ecr#start', false);
    await until('the page in front', () => (window.activeTextEditor === undefined ? true : undefined));
    const lines: string[] = [];
    for (let time = 0; time < 3; time += 1) {
      await commands.executeCommand('terraform-ecr.nextProblem');
      lines.push(lineOf(activeEditor()));
    }
    assert.deepEqual(lines, [
      'countType   = "sinceImagePushed"',
      'rulePriority = 1',
      'countType   = "sinceImagePushed"',
    ]);
  });

  test('opens the fixes of the problem at the cursor', async () => {
    const line = lineOf(activeEditor());
    await acceptFirst('the problem fixed from the menu', {
      open: () => commands.executeCommand('terraform-ecr.fixProblem'),
      accept: 'acceptSelectedCodeAction',
      isDone: () => /countUnit +=/.test(activeEditor().document.getText()),
    });
    assert.equal(line, 'countType   = "sinceImagePushed"');
    await untilProblems(activeEditor().document, 'rule-priority-duplicate');
    // What is tried leaves nothing to save: the editor closes without a question.
    await until('nothing unsaved', () => (activeEditor().document.isDirty ? undefined : true));
    assert.equal(activeEditor().document.isUntitled, false);
  });

  test('brings the first text back once its tab was closed', async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('terraform-ecr.openExample');
    await untilProblems(activeEditor().document, ...MISTAKES);
    assert.doesNotMatch(activeEditor().document.getText(), /countUnit/);
  });

  test('simulates the example from the page of the walkthrough', async () => {
    await commands.executeCommand('terraform-ecr.getStarted');
    await until('the page in front', () => (window.activeTextEditor === undefined ? true : undefined));
    await commands.executeCommand('terraform-ecr.simulate');
    const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    await until('the view', () => (tabs().includes('Simulation') ? true : undefined), tabs);
    assert.equal(activeEditor().document.uri.scheme, 'terraform-ecr-example');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
});
