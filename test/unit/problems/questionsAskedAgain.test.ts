import { afterEach, describe, expect, it, vi } from 'vitest';
import { AskedQuestions } from '../../../server/src/module/tracking/recorder.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { workspaceOf } from '../support/checkProblems.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** How often a question is asked again with the last of some versions of a file. */
function askedAgain(versions: readonly string[]): number {
  let count = 0;
  const { add } = AskedQuestions.prototype;
  vi.spyOn(AskedQuestions.prototype, 'add').mockImplementation(function (this: AskedQuestions, question, ...rest) {
    const ask = () => {
      count += 1;
      return question.ask();
    };
    add.call(this, { ...question, ask }, ...rest);
  });
  const workspace = workspaceOf({ 'main.tf': versions[0] ?? '' });
  workspace.readFilesBy(() => ({ kind: 'missing' }));
  const context = new ServiceContext(workspace, new ProblemFinder(() => undefined));
  for (const version of versions) {
    count = 0;
    workspace.openDocument('main.tf', version);
    context.problemsOf('main.tf', DEFAULT_PROBLEM_SETTINGS);
  }
  vi.restoreAllMocks();
  return count;
}

const team = (name: string, days: string) => `variable "${name}_prefix" {}

locals {
  ${name}_days = ${days}
}

resource "aws_ecr_repository" "${name}" {
  name = "\${var.${name}_prefix}/${name}"
}

resource "aws_ecr_lifecycle_policy" "${name}" {
  repository = aws_ecr_repository.${name}.name
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = local.${name}_days }
    action       = { type = "expire" }
  }] })
}

resource "aws_ecr_repository_policy" "${name}" {
  repository = aws_ecr_repository.${name}.name
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "ecr:BatchGetImage" }] })
}
`;

const teams = (count: number) => Array.from({ length: count }, (_, index) => team(`team${index}`, '7')).join('\n');

const EDITS: Readonly<Record<string, (text: string) => string>> = {
  'the number of days in a local': (text) => `locals {\n  typed = ${text}\n}\n`,
  'the name of a role': (text) => `resource "aws_iam_role" "typed" {\n  name = "${text}"\n}\n`,
  'a comment': (text) => `# ${text}\n`,
  'a repository': (text) => `resource "aws_ecr_repository" "typed" {\n  name = "typed/${text}"\n}\n`,
  'a lifecycle policy': (text) => team('typed', text),
  'an output': (text) => `output "typed" {\n  value = "${text}"\n}\n`,
  'a variable': (text) => `variable "typed" {\n  description = "${text}"\n}\n`,
  'a data source': (text) => `data "aws_iam_role" "typed" {\n  name = "${text}"\n}\n`,
};

describe('typing in one block', () => {
  it.each(Object.keys(EDITS))('asks the blocks of others no question again, however many: %s', (name) => {
    const edit = EDITS[name] ?? String;
    const versionsBeside = (count: number) => ['1', '12', '123'].map((text) => `${teams(count)}\n${edit(text)}`);
    const [few, many] = [askedAgain(versionsBeside(5)), askedAgain(versionsBeside(40))];
    expect(many).toBeLessThanOrEqual(few);
  });
});
