import { commands, extensions, window } from 'vscode';
import {
  apply,
  fixesFor,
  inFolder,
  labelsAtCursor,
  openFile,
  problemsOf,
  until,
  untilProblems,
  writeFile,
} from './support.ts';

const policy = (name: string, text: string) =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  policy     = ${text}\n}\n`;

const ruleKeeping = (count: string) =>
  `{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${count} }, "action": { "type": "expire" } }] }`;

suite('the extension in a browser', () => {
  test('has no Node to lean on', () => {
    if ('process' in globalThis && 'node' in (globalThis.process?.versions ?? {})) throw new Error('this is Node');
  });

  test('opens its example, whose mistakes are shown', async () => {
    await commands.executeCommand('terraform-ecr.openExample');
    const document = window.activeTextEditor?.document;
    if (document === undefined) throw new Error('no example was opened');
    await untilProblems(document, 'rule-count-unit-missing', 'rule-priority-duplicate');
  });

  test('shows and fixes problems of a file', async () => {
    const wrong =
      '{ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }, action = { type = "expire" } }] }';
    const { document } = await openFile('problem.tf', policy('problem', `jsonencode(${wrong})`));
    await untilProblems(document, 'rule-count-unit-missing');
    await apply((await fixesFor(document, 'rule-count-unit-missing'))[0]);
    await untilProblems(document);
  });

  test('completes values', async () => {
    const editor = await openFile(
      'values.tf',
      'resource "aws_ecr_repository" "values" {\n  name = "values"\n  image_tag_mutability = "$0"\n}\n',
    );
    await until('values', async () => ((await labelsAtCursor(editor)).includes('IMMUTABLE') ? true : undefined));
  });

  test('reads the files of the folder that nobody opened, but those that git ignores', async () => {
    await untilProblems({ uri: inFolder('there/deep/main.tf') }, 'policy-number-range');
    const ignored = problemsOf({ uri: inFolder('there/ignored/main.tf') });
    if (ignored.length > 0) throw new Error(`an ignored file was read: ${ignored.join(' ')}`);
  });

  test('reads the files that modules read, as they come, change and go', async () => {
    const { document } = await openFile(
      'reader.tf',
      policy('reader', 'file("${path.module}/policies/own policy.json")'),
    );
    await untilProblems(document, 'file-missing');
    const read = await writeFile('policies/own policy.json', ruleKeeping('0'));
    await untilProblems(document);
    await untilProblems({ uri: read }, 'policy-number-range');
    await writeFile('policies/own policy.json', ruleKeeping('5'));
    await untilProblems({ uri: read });
  });

  test('takes the settings of the folder', async () => {
    const { document } = await openFile('settled/main.tf', policy('settled', `<<-EOF\n${ruleKeeping('0')}\nEOF`));
    await untilProblems(document, 'policy-number-range');
    await writeFile('settled/.terraform-ecr.json', '{ "rules": { "policy-number-range": "off" } }');
    await untilProblems(document);
  });

  test('opens the simulator', async () => {
    const { document } = await openFile('simulated.tf', policy('simulated', `<<-EOF\n${ruleKeeping('5')}\nEOF`));
    await untilProblems(document);
    await commands.executeCommand('terraform-ecr.simulate', document.uri.toString(), { line: 2, character: 4 });
    const { exports } = extensions.getExtension('ecrkit.terraform-ecr') ?? {};
    await until('a simulation', () => exports?.shownSimulation() ?? undefined);
  });
});
