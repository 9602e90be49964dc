import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { TextDocument } from 'vscode';
import { ConfigurationTarget, commands, Position, Range, WorkspaceEdit, window, workspace } from 'vscode';
import { actionsAt, apply, inFolder, openFile, until, untilLens, untilProblems } from './support.ts';

const RULE = `{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }, action = { type = "expire" } }`;
const POLICY = `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = jsonencode({ rules = [${RULE}] })\n}\n`;
const REPOSITORY = (name: string) =>
  `resource "aws_ecr_repository" "${name}" {\n  name                 = "${name}"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n`;

/** Ignores the problem of the policy in its file, without a reason. */
async function ignoreInFile(document: TextDocument): Promise<void> {
  const at = document.positionAt(POLICY.indexOf('"sinceImagePushed"'));
  const ignore = (await actionsAt(document, new Range(at, at))).find(
    ({ title }) => title === 'Ignore rule-count-unit-missing in this file',
  );
  const { command, arguments: words = [] } = ignore?.command ?? { command: 'none' };
  let isWritten = false;
  const done = commands.executeCommand(command, ...words).then(() => {
    isWritten = true;
  });
  // Until the editor shows the question, there is nothing to accept.
  await until('the question for the reason', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isWritten || undefined;
  });
  await done;
  await untilProblems(document);
}

suite('what people reach for', () => {
  test('a folder with Terraform files is checked before a file is opened', async () => {
    assert.equal(window.activeTextEditor, undefined);
    await untilProblems({ uri: inFolder('main.tf') }, 'rule-count-unit-missing');
  });

  test('a missing policy is told by a line alone, and one for all repositories has tab stops', async () => {
    const { document } = await openFile('apart/bare.tf', `${REPOSITORY('app')}\n${REPOSITORY('shop')}`);
    const above = await untilLens(document, 'No lifecycle policy');
    await untilProblems(document);
    const offered = await actionsAt(document, above);
    await apply(offered.find(({ title }) => /^Add one lifecycle policy.*for_each$/.test(title)));
    const selected = () => window.activeTextEditor?.document.getText(window.activeTextEditor.selection);
    await until('a tab stop', () => (selected() === '14' ? true : undefined), selected);
    await commands.executeCommand('type', { text: '21' });
    await commands.executeCommand('jumpToNextSnippetPlaceholder');
    await until('the next tab stop', () => (selected() === '30' ? true : undefined), selected);
    await commands.executeCommand('leaveSnippet');
    assert.match(document.getText(), /for_each = \{\s+app\s+= aws_ecr_repository\.app\.name/);
    assert.match(document.getText(), /countNumber = 21/);
    await until('no line that offers one', async () => {
      const offers = await commands.executeCommand<{ command?: { title: string } }[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        99,
      );
      return offers.some(({ command }) => command?.title.startsWith('No lifecycle policy')) ? undefined : true;
    });
  });

  test('a problem is ignored in the settings file, with a reason asked for', async () => {
    const { document } = await openFile('ignored/main.tf', POLICY);
    await untilProblems(document, 'rule-count-unit-missing');
    await ignoreInFile(document);
    const written = new TextDecoder().decode(await workspace.fs.readFile(inFolder('.terraform-ecr.json')));
    assert.deepEqual(JSON.parse(written), {
      ignore: [{ files: '/ignored/main.tf', rules: ['rule-count-unit-missing'] }],
    });
    await workspace.fs.delete(inFolder('.terraform-ecr.json'));
    await untilProblems(document, 'rule-count-unit-missing');
  });

  test('a settings file with changes of the user is not saved by that', async () => {
    // A browser's editor saves by itself after a pause.
    const files = workspace.getConfiguration('files');
    await files.update('autoSave', 'off', ConfigurationTarget.Workspace);
    const settings = (await openFile('unsaved/.terraform-ecr.json', '{ "rules": {} }\n')).document;
    const change = new WorkspaceEdit();
    change.insert(settings.uri, new Position(0, 0), '// mine\n');
    await workspace.applyEdit(change);
    const { document } = await openFile('unsaved/main.tf', POLICY);
    await untilProblems(document, 'rule-count-unit-missing');
    await ignoreInFile(document);
    assert.match(settings.getText(), /"files": "\/main\.tf"/);
    assert.equal(settings.isDirty, true);
    const written = new TextDecoder().decode(await workspace.fs.readFile(settings.uri));
    assert.equal(written, '{ "rules": {} }\n');
    await window.showTextDocument(settings);
    await commands.executeCommand('workbench.action.files.revert');
    await files.update('autoSave', undefined, ConfigurationTarget.Workspace);
  });

  test('the page about a rule is shown rendered', async () => {
    await commands.executeCommand('terraform-ecr.showRulePage', 'rule-count-unit-missing');
    const labels = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await until(
      'a preview',
      () => (labels().some((label) => /Preview.*rule-count-unit-missing/.test(label)) ? true : undefined),
      labels,
    );
  });

  test('a repository is renamed with its moved block', async () => {
    const text = `${REPOSITORY('app')}\noutput "url" {\n  value = aws_ecr_repository.app.repository_url\n}\n`;
    const { document } = await openFile('renamed/main.tf', text);
    const edit = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      new Position(0, 32),
      'shop',
    );
    await workspace.applyEdit(edit);
    assert.match(
      document.getText(),
      /"shop" \{[\s\S]*moved \{\n {2}from = aws_ecr_repository\.app\n {2}to {3}= aws_ecr_repository\.shop\n\}/,
    );
    assert.match(document.getText(), /value = aws_ecr_repository\.shop\.repository_url/);
  });

  test('problems are mended on save', async () => {
    const settings = workspace.getConfiguration('editor', { languageId: 'terraform' });
    const wish = { 'source.fixAll.terraform-ecr': 'explicit' };
    // In a browser the editor saves by itself after a second, and `explicit` leaves such saves alone.
    const files = workspace.getConfiguration('files');
    await files.update('autoSave', 'off', ConfigurationTarget.Workspace);
    await settings.update('codeActionsOnSave', wish, ConfigurationTarget.Workspace, true);
    const editor = await openFile('saved/main.tf', POLICY);
    await untilProblems(editor.document, 'rule-count-unit-missing');
    await editor.edit((builder) => builder.insert(new Position(0, 0), '# edited\n'));
    const set = () => workspace.getConfiguration('editor', editor.document).get('codeActionsOnSave');
    await until('the setting', () => (JSON.stringify(set()) === JSON.stringify(wish) ? true : undefined), set);
    await window.showTextDocument(editor.document);
    await editor.document.save();
    await until(
      'the mended text',
      () => (/countUnit\s*= "days"/.test(editor.document.getText()) && !editor.document.isDirty ? true : undefined),
      () => [editor.document.isDirty, editor.document.getText()],
    );
    await settings.update('codeActionsOnSave', undefined, ConfigurationTarget.Workspace, true);
    await files.update('autoSave', undefined, ConfigurationTarget.Workspace);
  });

  test('what a report of a fault needs is collected, without the code', async () => {
    void commands.executeCommand('terraform-ecr.collectDebugInformation');
    const shown = () => window.activeTextEditor?.document;
    const report = await until('the report', () =>
      shown()?.uri.scheme === 'terraform-ecr-report' ? shown() : undefined,
    );
    assert.match(report.getText(), /- Terraform ECR: \d/);
    assert.match(report.getText(), /- resource aws_ecr_repository: \d/);
    assert.match(report.getText(), /- reading folders: \d+ times/);
    assert.doesNotMatch(report.getText(), /shop|main\.tf|file:\/\//);
  });
});
