import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';

/** The methods that walk through a whole list. */
const WALKS = ['every', 'filter', 'find', 'flatMap', 'includes', 'map', 'some', 'toSorted'] as const;

/** The number of elements in the lists that are walked through meanwhile. */
function elementsWalked(during: () => void): number {
  let count = 0;
  const before = WALKS.map((name) => ({ name, real: Object.getOwnPropertyDescriptor(Array.prototype, name) ?? {} }));
  for (const { name, real } of before) {
    const value = function (this: readonly unknown[], ...given: readonly unknown[]): unknown {
      count += this.length;
      return Reflect.apply(real.value, this, given);
    };
    Object.defineProperty(Array.prototype, name, { ...real, value });
  }
  try {
    during();
  } finally {
    for (const { name, real } of before) Object.defineProperty(Array.prototype, name, real);
  }
  return count;
}

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n');

const inRepository = (text: string) => `resource "aws_ecr_repository" "r" {\n  name = "r"\n${text}\n}\n`;

/** Documents with many blocks of one kind. */
const DOCUMENTS: Readonly<Record<string, (count: number) => string>> = {
  'repositories, each with a provider of its own': (count) =>
    times(
      count,
      (index) =>
        `provider "aws" {\n  alias = "p${index}"\n}\nresource "aws_ecr_repository" "r${index}" {\n  provider = aws.p${count - index - 1}\n  name = "r${index}"\n}`,
    ),
  'repositories, each with a missing provider': (count) =>
    times(
      count,
      (index) =>
        `provider "aws" {\n  alias = "p${index}"\n}\nresource "aws_ecr_repository" "r${index}" {\n  provider = aws.p${index}\n  name = "r${index}"\n}`,
    ),
  'one provider for all': (count) =>
    `provider "aws" {\n  region = "eu-west-1"\n}\n${times(count, (index) => `resource "aws_ecr_repository" "r${index}" {\n  name = "r${index}"\n}`)}`,
  'policies, each with a provider of its own': (count) =>
    times(
      count,
      (index) =>
        `provider "aws" {\n  alias = "p${index}"\n}\nresource "aws_ecr_repository_policy" "r${index}" {\n  provider = aws.p${index}\n  repository = "r${index}"\n  policy = "{}"\n}`,
    ),
  'scanning blocks of one repository': (count) =>
    inRepository(times(count, () => '  image_scanning_configuration {\n    scan_on_push = true\n  }')),
  'exclusion filters of one repository': (count) =>
    inRepository(
      times(
        count,
        (index) =>
          `  image_tag_mutability_exclusion_filter {\n    filter = "v${index}*"\n    filter_type = "WILDCARD"\n  }`,
      ),
    ),
  'encryption blocks of one repository': (count) =>
    inRepository(times(count, () => '  encryption_configuration {\n    encryption_type = "KMS_DSSE"\n  }')),
  'values of a later release': (count) =>
    inRepository(times(count, () => '  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"')),
  'unknown arguments of one repository': (count) => inRepository(times(count, (index) => `  nam${index} = "x"`)),
  'rules of a replication': (count) =>
    `resource "aws_ecr_replication_configuration" "r" {\n  replication_configuration {\n${times(
      count,
      (index) =>
        `    rule {\n      destination {\n        region = "eu-west-${index}"\n        registry_id = "123456789012"\n      }\n    }`,
    )}\n  }\n}\n`,
};

/** The number of elements that finding the problems of a text walks through. */
function workOn(text: string): number {
  const workspace = new Workspace();
  workspace.setDiskFile('file:///w/main.tf', text);
  const finder = new ProblemFinder((id, error) => {
    throw new Error(id, { cause: error });
  });
  return elementsWalked(() => {
    for (const module of workspace.modules) problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS);
  });
}

describe('what finding the problems of many blocks takes', () => {
  it.each(Object.entries(DOCUMENTS))('grows with their number: %s', (_, textOf) => {
    // What is made once is not counted.
    workOn(textOf(3));
    const half = workOn(textOf(100));
    expect(half).toBeGreaterThan(1000);
    expect(workOn(textOf(200))).toBeLessThan(2.6 * half);
  });
});
