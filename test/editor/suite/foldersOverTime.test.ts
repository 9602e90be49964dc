import { commands, Uri, WorkspaceEdit, workspace } from 'vscode';
import { inFolder, openFile, untilProblems, writeFile } from './support.ts';

const TOP = 'folders-over-time';

const policyThatKeeps = (count: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/r"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${count} }
      action       = { type = "expire" }
    }]
  })
}
`;

const WRONG = policyThatKeeps('0');

/** Passes a number that AWS refuses to the module beside it. */
const CALLER = `module "part" {
  source = "./part"
  keep   = 0
}
`;

const PART = `variable "keep" {
  type = number
}
${policyThatKeeps('var.keep')}`;

const file = (name: string) => ({ uri: inFolder(`${TOP}/${name}`) });

/** Renames as the explorer does: through the editor's own edit. */
async function renameInEditor(from: string, to: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.renameFile(file(from).uri, file(to).uri);
  if (!(await workspace.applyEdit(edit))) throw new Error(`${from} was not renamed`);
}

suite('folders that are renamed, moved in and deleted', () => {
  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.fs.delete(inFolder(TOP), { recursive: true });
  });

  test('take their problems with them when they are renamed', async () => {
    await writeFile(`${TOP}/old/main.tf`, WRONG);
    await untilProblems(file('old/main.tf'), 'policy-number-range');
    await renameInEditor('old', 'new');
    await untilProblems(file('new/main.tf'), 'policy-number-range');
    await untilProblems(file('old/main.tf'));
  });

  test('change the problems of their callers when they go and come back', async () => {
    await writeFile(`${TOP}/part/main.tf`, PART);
    const { document } = await openFile(`${TOP}/main.tf`, CALLER);
    await untilProblems(document, 'policy-number-range');
    await renameInEditor('part', 'other');
    await untilProblems(document);
    await renameInEditor('other', 'part');
    await untilProblems(document, 'policy-number-range');
  });

  test('are read when they are moved in, and forgotten when they are deleted', async () => {
    const outside = Uri.joinPath(inFolder('.'), `../${TOP}-${Date.now()}`);
    await workspace.fs.writeFile(Uri.joinPath(outside, 'deep/main.tf'), new TextEncoder().encode(WRONG));
    await workspace.fs.rename(outside, file('moved').uri);
    await untilProblems(file('moved/deep/main.tf'), 'policy-number-range');
    await workspace.fs.delete(file('moved').uri, { recursive: true });
    await untilProblems(file('moved/deep/main.tf'));
    await workspace.fs.delete(file('new').uri, { recursive: true });
    await untilProblems(file('new/main.tf'));
  });
});
