import assert from 'node:assert/strict';
import { suite, suiteTeardown, test } from 'mocha';
import { commands, window, workspace } from 'vscode';
import { OWN_MODULE } from '../../../server/src/protocol/ownModule.ts';
import { inFolder, until, untilProblems, writeFile } from './support.ts';

async function textOf(name: string): Promise<string | null> {
  return workspace.fs.readFile(inFolder(name)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
}

async function textsOfAll(): Promise<(string | null)[]> {
  return Promise.all(OWN_MODULE.map(({ path }) => textOf(path)));
}

async function removeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const name of ['modules', 'ecr.tf']) {
    await workspace.fs.delete(inFolder(name), { recursive: true }).then(undefined, () => undefined);
  }
}

/** Runs the command and returns when its refusal message is closed, which happens here. */
async function runRefused(): Promise<void> {
  let isOver = false;
  const over = Promise.resolve(commands.executeCommand('terraform-ecr.newModule')).then(() => {
    isOver = true;
  });
  await until('the end of the command', async () => {
    await commands.executeCommand('notifications.clearAll');
    return isOver ? true : undefined;
  });
  await over;
}

suite('a new module', () => {
  suiteTeardown(removeAll);

  for (const { path } of OWN_MODULE) {
    test(`is not written where ${path} is there already`, async () => {
      await removeAll();
      await writeFile(path, '# mine\n');
      await runRefused();
      assert.deepEqual(
        await textsOfAll(),
        OWN_MODULE.map((file) => (file.path === path ? '# mine\n' : null)),
      );
    });
  }

  test('is written whole, its call is shown, and no file has a problem', async () => {
    await removeAll();
    await commands.executeCommand('terraform-ecr.newModule');
    assert.deepEqual(
      await textsOfAll(),
      OWN_MODULE.map(({ text }) => text),
    );
    assert.equal(window.activeTextEditor?.document.uri.path, inFolder('ecr.tf').path);
    for (const { path } of OWN_MODULE) {
      const document = await workspace.openTextDocument(inFolder(path));
      assert.equal(document.isDirty, false, path);
      await untilProblems(document);
    }
  });
});
