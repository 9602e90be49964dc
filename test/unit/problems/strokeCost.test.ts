import { describe, expect, it } from 'vitest';
import type { Check } from '../../../server/src/checks/check.ts';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import type { Files } from '../support/checkProblems.ts';
import { workspaceOf } from '../support/checkProblems.ts';
import { FIXTURES } from '../support/fixtures.ts';
import { hasTurn } from '../support/longTests.ts';

/** A block that nothing refers to. */
const unrelated = (name: string) => `\nresource "aws_iam_role" "typed" {\n  name = "${name}"\n}\n`;

/** The addresses of the blocks that are checked again with the last of some versions of a file. */
function checkedAgain(files: Files, uri: string, versions: readonly string[]): readonly string[] {
  const checked: string[] = [];
  const counting: Check = {
    id: 'counting',
    title: 'Counts the blocks that are checked',
    subject: 'block',
    severity: 'error',
    check: ({ address }) => {
      checked.push(address);
      return [];
    },
  };
  const workspace = workspaceOf(files);
  const context = new ServiceContext(workspace, new ProblemFinder(() => undefined, [...CHECKS, counting]));
  for (const version of versions) {
    checked.length = 0;
    workspace.openDocument(uri, version);
    context.problemsOf(uri, DEFAULT_PROBLEM_SETTINGS);
  }
  return checked;
}

/** While blocks refer to each other in a circle, each edit looks for the circle again. */
const CIRCULAR = 'docs/rules/reference-cycle.md 1';

/** A file whose blocks nothing else is checked with: neither of an override nor of a module that others call. */
const isAlone = (uri: string) => /^\w+\.tf$/.test(uri) && !uri.endsWith('override.tf');

describe('typing in a block that nothing refers to', () => {
  it.each(FIXTURES.filter(([name], index) => name !== CIRCULAR && hasTurn(index, 3)))(
    'checks no other block again: %s',
    (_, files) => {
      for (const uri of Object.keys(files).filter(isAlone)) {
        const versions = ['a', 'ab', 'abc'].map((name) => (files[uri] ?? '') + unrelated(name));
        const others = checkedAgain(files, uri, versions).filter((address) => address !== 'aws_iam_role.typed');
        expect([uri, others]).toEqual([uri, []]);
      }
    },
  );
});

const ofTeam = (team: string, days: string) => `resource "aws_ecr_repository" "${team}" {
  name = "team/${team}"
}

resource "aws_ecr_lifecycle_policy" "${team}" {
  repository = aws_ecr_repository.${team}.name
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = ${days} }
    action       = { type = "expire" }
  }] })
}

resource "aws_ecr_repository_policy" "${team}" {
  repository = aws_ecr_repository.${team}.name
  policy     = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "${days}" }, Action = "ecr:*" }] })
}
`;

/** Blocks of the whole registry, about which the other ones ask. */
const REGISTRY = `resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "BASIC"
  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_repository_creation_template" "cache" {
  prefix      = "cache"
  applied_for = ["PULL_THROUGH_CACHE"]
}
`;

describe('typing in the policies of one repository', () => {
  it.each([
    ['beside others', ''],
    ['beside others and blocks of the registry', REGISTRY],
  ])('checks no other repository and none of their policies again: %s', (_, registry) => {
    const others = Array.from({ length: 8 }, (_item, index) => ofTeam(`other${index}`, '7')).join('\n');
    const versions = ['1', '12', '123'].map((days) => `${others}\n${ofTeam('typed', days)}\n${registry}`);
    const checked = checkedAgain({ 'main.tf': versions[0] ?? '' }, 'main.tf', versions);
    expect(checked).toContain('aws_ecr_lifecycle_policy.typed');
    expect(checked.filter((address) => address.includes('other'))).toEqual([]);
  });
});
