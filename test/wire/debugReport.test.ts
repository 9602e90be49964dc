import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { WireClient } from './client.ts';
import { folderWith, removeFolders } from './support.ts';

/** A word in every place where a user may write one. */
const MARK = 'hushhush';

const FILES = {
  [`${MARK}/${MARK}.tf`]: `# ${MARK}
variable "${MARK}" {
  default = "${MARK}"
}

resource "aws_ecr_repository" "${MARK}" {
  name = "${MARK}/app"
  tags = { ${MARK} = "${MARK}" }
  ${MARK} = 1
}

resource "${MARK}_thing" "${MARK}" {}

resource "aws_ecr_lifecycle_policy" "${MARK}" {
  repository = aws_ecr_repository.${MARK}.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, description = "${MARK}", selection = { tagStatus = "tagged", tagPrefixList = ["${MARK}"], countType = "${MARK}", countNumber = 1 }, action = { type = "expire" } }] })
}

data "aws_ecr_image" "${MARK}" {
  repository_name = "${MARK}"
  image_tag       = "${MARK}"
}

module "${MARK}" {
  source = "git::https://${MARK}.example.com/${MARK}.git"
}

resource "aws_ecr_repository_policy" "p" {
  repository = "${MARK}"
  policy     = file("\${path.module}/${MARK}.json")
}
`,
  [`${MARK}/${MARK}.json`]: `{ "Statement": [{ "Sid": "${MARK}", "Effect": "Allow", "Principal": "${MARK}", "Action": "${MARK}" }] }`,
  [`${MARK}/${MARK}.auto.tfvars`]: `${MARK} = "${MARK}"\n`,
  [`${MARK}/.terraform-ecr.json`]: `{ "${MARK}": 1, "rules": { "${MARK}-rule": "off", "repository-scan-on-push": "off" }, "ignore": [{ "files": "${MARK}", "rules": ["repository-name"], "reason": "${MARK}" }] }`,
};

describe('the report for a fault', () => {
  const client = new WireClient();

  afterEach(() => client.process.kill());
  afterAll(removeFolders);

  it('has versions, settings, counts and durations, and nothing of the user', async () => {
    const folder = pathToFileURL(folderWith(FILES, `${MARK}-`)).href;
    const uri = `${folder}/${MARK}/${MARK}.tf`;
    client.configuration = {
      rules: { [MARK]: 'off', [`${MARK}-b`]: 'error', 'repository-name': 'warning' },
      completion: { arguments: MARK },
      policySize: MARK,
      [MARK]: MARK,
    };
    await client.initialize('all', [folder], { showsSimulations: true, companion: false });
    client.open(uri, FILES[`${MARK}/${MARK}.tf`] ?? '');
    const { items } = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: object[];
    };
    expect(items.length).toBeGreaterThan(2);
    await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 5, character: 12 } });
    const command = 'terraform-ecr.server.debugReport';
    const ask = async () => String(await client.request('workspace/executeCommand', { command, arguments: [] }));
    // The folder is read in the background.
    await expect.poll(ask).toContain('reading folders: ');
    const report = await ask();
    expect(report).not.toMatch(new RegExp(`${MARK}|example\\.com|/tmp/|file://`, 'i'));
    for (const line of [
      /^- version: \d+\.\d+\.\d+$/m,
      /^- runs in: Node \d+\.\d+\.\d+, \w+ \w+$/m,
      /^- completion\.arguments: auto$/m,
      /^- rules: repository-name warning, 2 unknown$/m,
      /^- rules in those files: repository-scan-on-push off, 1 unknown$/m,
      /^- directories: 1$/m,
      /^- \.tf: 1$/m,
      /^- open in the editor: 1$/m,
      /^- data aws_ecr_image: 1$/m,
      /^- module: 1$/m,
      /^- resource aws_ecr_repository: 1$/m,
      /^- error argument-unknown: 1$/m,
      /^- reading folders: 1 times, median \d+, longest \d+$/m,
      /^- problems of a file: 1 times, /m,
      /^- hover: 1 times, /m,
    ])
      expect(report).toMatch(line);
  });
});
