import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import type { TextDocument } from 'vscode';
import { commands, extensions, window } from 'vscode';
import { openFile, until, untilProblems } from './support.ts';

const PROBLEM = 'rule-count-unit-missing';

/** Shows a separate file with one problem. */
async function openProblem(name: string): Promise<TextDocument> {
  const { document } = await openFile(
    `${name}.tf`,
    `resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = "${name}"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countNumber = 14
        }
        action = { type = "expire" }
      },
    ]
  })
}
`,
  );
  await untilProblems(document, PROBLEM);
  return document;
}

const restart = () => commands.executeCommand('terraform-ecr.restart');

function product() {
  const found = extensions.getExtension('ecrkit.terraform-ecr');
  if (found === undefined) throw new Error('the product is not installed');
  return found;
}

/** Runs a step while another program replaces the server. */
async function withServer(program: string, step: () => Promise<void>): Promise<void> {
  const path = join(product().extensionPath, 'dist', 'serverProcess.js');
  const own = readFileSync(path);
  writeFileSync(path, program);
  try {
    await step();
  } finally {
    writeFileSync(path, own);
  }
}

/** A program that never answers, and creates a file as soon as it runs. */
function silentServer(sign: string): string {
  return `import('node:fs').then(({ writeFileSync }) => writeFileSync(${JSON.stringify(sign)}, ''));
setInterval(() => {}, 1000);`;
}

suite('the restart command', () => {
  test('shows problems again and leaves the editor alone', async () => {
    const document = await openProblem('restart');
    await restart();
    await untilProblems(document, PROBLEM);
    assert.equal(window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  test('works after a server that could not start', async () => {
    const document = await openProblem('failed');
    await withServer('process.exit(3);', async () => {
      await restart();
      await untilProblems(document);
      await restart();
    });
    assert.equal(product().isActive, true);
    await restart();
    await untilProblems(document, PROBLEM);
  });

  test('works while a server is starting that never answers', async () => {
    const document = await openProblem('silent');
    const sign = join(product().extensionPath, 'dist', 'silentServerStarted');
    rmSync(sign, { force: true });
    let silent: Thenable<unknown> = Promise.resolve();
    await withServer(silentServer(sign), async () => {
      silent = restart();
      await untilProblems(document);
      await until('the silent server', () => existsSync(sign) || undefined);
    });
    rmSync(sign);
    await restart();
    await silent;
    await untilProblems(document, PROBLEM);
  });

  test('asked for twice at once leaves one server, which tells each problem once', async () => {
    const document = await openProblem('twice');
    await Promise.all([restart(), restart(), restart()]);
    await untilProblems(document, PROBLEM);
  });
});
