import { describe, expect, it } from 'vitest';
import { ACCOUNT, file, importOf, keep, lifecycle, repositories, repository } from './support.ts';

const API = repository('team/api', { imageTagMutability: 'IMMUTABLE' });

const CODE = `# Imports 1 repository of account ${ACCOUNT} in eu-west-1, as the AWS CLI described it. Look through the plan before you apply it.
# No tags were given: a plan removes the tags that the repositories have.

import {
  to = aws_ecr_repository.team_api
  id = "team/api"
}

resource "aws_ecr_repository" "team_api" {
  name                 = "team/api"
  image_tag_mutability = "IMMUTABLE"
}
`;

function pascal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pascal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.charAt(0).toUpperCase() + key.slice(1), pascal(inner)]),
  );
}

const CLOUD_CONTROL = {
  TypeName: 'AWS::ECR::Repository',
  ResourceDescription: {
    Identifier: 'team/api',
    Properties: JSON.stringify({
      RepositoryName: 'team/api',
      Arn: API.repositoryArn,
      ImageTagMutability: 'IMMUTABLE',
      ImageScanningConfiguration: { ScanOnPush: false },
      EncryptionConfiguration: { EncryptionType: 'AES256' },
    }),
  },
};

describe('an output of repositories', () => {
  it.each<[string, unknown]>([
    ['the object of version 2', { repositories: [API] }],
    ['numbers for dates, as version 1 prints them', { repositories: [{ ...API, createdAt: 1706700000.5 }] }],
    ['a bare list', [API]],
    ['one bare object', API],
    ['several values after each other', `${JSON.stringify(API)}\n${JSON.stringify(API)}`],
    ['several pages after each other', `{"repositories":[]}\n{"repositories":[${JSON.stringify(API)}]}`],
    ['a byte order mark', `\uFEFF${JSON.stringify({ repositories: [API] })}`],
    ['the keys of AWS Tools for PowerShell', [pascal(API)]],
    ['enumerations as objects', [{ ...API, imageTagMutability: { Value: 'IMMUTABLE' } }]],
    ['no scanning, as older SDKs print it', [{ ...API, imageScanningConfiguration: undefined }]],
    ['a next token that is null', { repositories: [API], nextToken: null }],
    ['white space around', `\n\n  ${JSON.stringify({ repositories: [API] })}\n\n`],
  ])('is read with %s', (_, content) => {
    expect(importOf({ repositories: [file('repositories.json', content)] })).toEqual({ code: CODE, warnings: [] });
  });

  it('is read as Cloud Control prints it, with tags and policies', () => {
    const { code } = importOf({ repositories: [file('r.json', CLOUD_CONTROL)] });
    expect(code).toContain('image_tag_mutability = "IMMUTABLE"');
    expect(code).not.toContain('No tags were given');
  });

  it.each<[string, string, string]>([
    ['an empty file', '  \n', 'repositories.json is empty; give what aws ecr describe-repositories prints'],
    [
      'an error of the AWS CLI',
      '\nAn error occurred (AccessDeniedException) when calling the DescribeRepositories operation: no\n',
      'repositories.json holds an error of the AWS CLI: An error occurred (AccessDeniedException) when calling the DescribeRepositories operation: no',
    ],
    ['YAML', 'repositories:\n- repositoryName: a\n', 'repositories.json is YAML; run the command with --output json'],
    ['a table', '-----\n|  x |\n', 'repositories.json is a table; run the command with --output json'],
    ['prose', 'hello', 'repositories.json is not JSON; give what the AWS CLI prints with --output json'],
    ['JSON that is cut off', '{"repositories":[', 'repositories.json: line 1 begins incomplete JSON'],
    [
      'another output',
      '{"images":[]}',
      'repositories.json is not a list of repositories; give what aws ecr describe-repositories prints',
    ],
    ['a list of texts', '["a"]', 'repositories.json: line 1 holds something other than objects'],
    ['a name that is a number', '[{"repositoryName":1}]', 'repositories.json: repositoryName is not a string'],
    [
      'a policy',
      JSON.stringify(lifecycle('a', keep(1))),
      'repositories.json is not a list of repositories; give what aws ecr describe-repositories prints',
    ],
  ])('is refused for %s', (_, text, message) => {
    expect(() => importOf({ repositories: [file('repositories.json', text)] })).toThrow(message);
  });

  it('is refused for several accounts', () => {
    const other = { ...repository('b'), registryId: '999999999999' };
    expect(() => importOf({ repositories: repositories(API, other) })).toThrow(
      /of several accounts: 123456789012 \(repositories.json\), 999999999999/,
    );
  });

  it('is refused for several regions, unless resources name theirs', () => {
    const regions = repositories(API, repository('team/api', {}, 'us-east-1'));
    expect(() => importOf({ repositories: regions })).toThrow(
      /several regions: eu-west-1 \(repositories.json\), us-east-1 \(repositories.json\).*--region-argument/,
    );
    const { code } = importOf({ repositories: regions }, { regionArgument: true });
    expect(code).toContain(`  to = aws_ecr_repository.team_api_us_east_1\n  id = "team/api@us-east-1"`);
    expect(code).toContain(`  name   = "team/api"\n  region = "us-east-1"`);
  });

  it('is told when it is one page of several', () => {
    const { warnings, code } = importOf({ repositories: [file('r.json', { repositories: [API], nextToken: 'x' })] });
    expect(warnings).toEqual([expect.stringContaining('r.json is one page of several (it has a nextToken)')]);
    expect(code).toContain(`# ${warnings[0]}`);
  });
});

describe('files of policies and tags', () => {
  const given = { repositories: repositories(API, repository('b')) };

  it('count as "none" when a loop left them empty, or AWS says that there is none', () => {
    const none =
      'An error occurred (LifecyclePolicyNotFoundException) when calling the GetLifecyclePolicy operation: …';
    const { code, warnings } = importOf({ ...given, policies: [file('p/b.json', ''), file('p/a.json', none)] });
    expect(code).not.toContain('lifecycle_policy');
    expect(warnings).toEqual([]);
  });

  it('are left out, and named, when they hold another error', () => {
    const error =
      'An error occurred (ThrottlingException) when calling the GetLifecyclePolicy operation: Rate exceeded';
    const { warnings } = importOf({ ...given, policies: [file('p/b.json', error)], tags: [file('t/b.json', error)] });
    expect(warnings).toEqual([`p/b.json is left out: ${error}`, `t/b.json is left out: ${error}`]);
  });

  it('are left out, and named, for a repository that is not in the list', () => {
    const { warnings } = importOf({ ...given, policies: [file('p/z.json', lifecycle('z', keep(1)))] });
    expect(warnings).toEqual(['p/z.json belongs to z, which is not among the repositories; it is left out']);
  });

  it('are refused where they are something else', () => {
    expect(() => importOf({ ...given, policies: [file('p.json', { tags: [] })] })).toThrow(
      /p.json is not a repository policy/,
    );
    expect(() => importOf({ ...given, tags: [file('b.json', keep(1))] })).toThrow(/b.json is not a list of tags/);
    expect(() => importOf({ ...given, tags: [file('b.txt', { tags: [] })] })).toThrow(/named after its repository/);
    expect(() => importOf({ ...given, registry: [file('x.json', { a: 1 })] })).toThrow(/not output about the registry/);
  });

  it('belong to the repository whose name has their separators', () => {
    const tags = [file('t/a__b.json', { tags: [{ Key: 'k', Value: 'v' }] })];
    const one = importOf({ repositories: repositories(repository('a__b')), tags });
    expect(one.code).toContain('k = "v"');
    const both = importOf({ repositories: repositories(repository('a__b'), repository('a/b')), tags });
    expect(both.warnings).toEqual([
      't/a__b.json may belong to a__b or to a/b, whose files have the same name; it is left out',
    ]);
    expect(both.code).not.toContain('k = "v"');
  });

  it('need the folder of their region where a name is in several', () => {
    const both = { repositories: repositories(API, repository('team/api', {}, 'us-east-1')) };
    const tags = { tags: [{ Key: 'a', Value: 'b' }] };
    expect(() => importOf({ ...both, tags: [file('tags/team__api.json', tags)] }, { regionArgument: true })).toThrow(
      /several regions have a repository team\/api; put the file into a folder named after its region/,
    );
    const { code } = importOf({ ...both, tags: [file('us-east-1/team__api.json', tags)] }, { regionArgument: true });
    expect(code).toContain(`  region = "us-east-1"\n  tags = {\n    a = "b"\n  }`);
  });
});
