import { describe, expect, it } from 'vitest';
import { refactor, refusalAt } from './support.ts';

const TITLE = 'Write the import block of this repository';

describe('the import block of a repository', () => {
  it('stands above its block and comments', () => {
    const text = `locals {
  team = "team"
}

# The API.
resource "aws_ecr_repository" "api" {$0
  name = "\${local.team}/api"
}
`;
    expect(refactor(text, TITLE, 'nothing')).toBe(`locals {
  team = "team"
}

import {
  to = aws_ecr_repository.api
  id = "team/api"
}

# The API.
resource "aws_ecr_repository" "api" {
  name = "\${local.team}/api"
}
`);
  });

  it('goes through the instances of for_each', () => {
    const text = `resource "aws_ecr_repository" "all" {$0
  for_each = toset(["a", "b"])
  name     = "team/\${each.key}"
}
`;
    expect(refactor(text, TITLE, 'nothing')).toBe(`import {
  for_each = toset(["a", "b"])
  to       = aws_ecr_repository.all[each.key]
  id       = "team/\${each.key}"
}

resource "aws_ecr_repository" "all" {
  for_each = toset(["a", "b"])
  name     = "team/\${each.key}"
}
`);
  });

  it.each([
    ['without a name', 'resource "aws_ecr_repository" "a" {$0\n}\n', 'The repository has no name yet.'],
    [
      'with an unknown name',
      'variable "n" {}\nresource "aws_ecr_repository" "a" {$0\n  name = var.n\n}\n',
      /not known/,
    ],
    ['with count', 'resource "aws_ecr_repository" "a" {$0\n  count = 2\n  name  = "a${count.index}"\n}\n', /not known/],
  ])('is refused for a repository %s', (_, text, reason) => {
    expect(refusalAt(text, TITLE)).toMatch(reason);
  });

  it('is not offered where there is one', () => {
    const text = `import {
  to = aws_ecr_repository.a
  id = "a1"
}
resource "aws_ecr_repository" "a" {$0
  name = "a1"
}
`;
    expect(refusalAt(text, TITLE)).toBeUndefined();
  });
});
