import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

const PULL = '["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';

const MODULE = `resource "aws_ecr_repository" "api" {
  name                 = "team/api"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "api" {
  repository = aws_ecr_repository.api.name
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }, action = { type = "expire" } },
  ] })
}

resource "aws_ecr_repository_policy" "api" {
  repository = aws_ecr_repository.api.name
  policy     = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = ${PULL} }] })
}

resource "aws_ecr_repository" "web" {
  name = "Team/Web"
}
`;

const UNKNOWN = `variable "settings" {}

resource "aws_ecr_repository" "any" {
  name                 = var.settings.name
  image_tag_mutability = var.settings.tags
  image_scanning_configuration {
    scan_on_push = var.settings.scan
  }
}

resource "aws_ecr_lifecycle_policy" "any" {
  repository = aws_ecr_repository.any.name
  policy     = var.settings.lifecycle
}

resource "aws_ecr_repository_policy" "any" {
  repository = aws_ecr_repository.any.name
  policy     = var.settings.access
}
`;

describe('list', () => {
  it('shows every repository in a line', () => {
    const { status, stdout } = run(folderWith({ 'main.tf': MODULE }), 'list');
    const lines = stdout.split('\n').map((line) => line.split(/ {2,}/));
    expect({ status, lines: lines.slice(0, 3) }).toEqual({
      status: 0,
      lines: [
        ['repository', 'tags', 'scanning', 'pull', 'push', 'problems', 'lifecycle policy', 'where'],
        [
          'team/api (aws_ecr_repository.api)',
          'IMMUTABLE',
          'on push',
          '111122223333',
          'nobody',
          expect.any(String),
          'expires untagged images pushed more than 7 days ago; expires all other images but the newest 30',
          'main.tf:1',
        ],
        [
          'Team/Web (aws_ecr_repository.web)',
          'MUTABLE',
          'off',
          'own account',
          'own account',
          expect.stringContaining('error'),
          'none',
          'main.tf:22',
        ],
      ],
    });
  });

  it('says of what is not known that it is not', () => {
    const { stdout } = run(folderWith({ 'main.tf': UNKNOWN }), 'list', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      repositories: [
        {
          address: 'aws_ecr_repository.any',
          name: null,
          tagMutability: null,
          scanning: null,
          pull: null,
          push: null,
          lifecycle: null,
        },
      ],
      summary: { repositories: 1 },
    });
  });

  it('gives places and numbers of problems as JSON', () => {
    const { stdout } = run(folderWith({ 'a/main.tf': MODULE, 'b/main.tf': UNKNOWN }), 'list', '--format=json');
    const { repositories } = JSON.parse(stdout) as { readonly repositories: readonly Record<string, unknown>[] };
    expect(repositories.map(({ file }) => file).sort()).toEqual(['a/main.tf', 'a/main.tf', 'b/main.tf']);
    expect(repositories.find(({ name }) => name === 'Team/Web')).toMatchObject({
      range: { start: { line: 21, character: 0 }, end: { line: 23, character: 1 } },
      problems: { error: 1 },
    });
  });

  it('lists the files that are named alone', () => {
    const folder = folderWith({ 'a.tf': MODULE, 'b.tf': UNKNOWN });
    const { stdout } = run(folder, 'list', '--format', 'json', 'b.tf');
    expect(JSON.parse(stdout)).toMatchObject({ repositories: [{ address: 'aws_ecr_repository.any' }] });
  });

  it('writes a table of Markdown in which no name is more than text', () => {
    const hostile = 'resource "aws_ecr_repository" "x" {\n  name = "a|b](http://x)<img>\\n::error::"\n}\n';
    const { stdout } = run(folderWith({ 'main.tf': hostile }), 'list', '--format', 'markdown');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]?.match(/(?<!\\)\|/g)).toHaveLength(9);
    expect(lines[2]).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(/);
  });

  it('says that there is none', () => {
    const { status, stdout } = run(folderWith({ 'main.tf': 'locals {}\n' }), 'list');
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'No repository is declared here.\n' });
  });

  it.each([
    [['--format', 'xml'], '--format takes text, json, markdown'],
    [['--fix'], '--fix'],
    [['missing.tf'], 'missing.tf'],
    [['empty'], 'empty'],
  ])('refuses %j', (words, message) => {
    const { status, stderr } = run(folderWith({ 'main.tf': MODULE, 'empty/x.txt': '' }), 'list', ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('has help', () => {
    expect(run(folderWith({}), 'list', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Usage: terraform-ecr list'),
    });
    expect(run(folderWith({}), '--help').stdout).toContain('list [PATH…]');
  });
});
