import { describe, expect, it } from 'vitest';
import { ACCOUNT, file, importOf, keep, repositories, repository } from './support.ts';
import { pullBy } from './worlds.ts';

describe('what is written for', () => {
  it('a public repository', () => {
    const given = {
      repositories: [
        {
          repositoryArn: `arn:aws:ecr-public::${ACCOUNT}:repository/tools/cli`,
          registryId: ACCOUNT,
          repositoryName: 'tools/cli',
          repositoryUri: 'public.ecr.aws/a1b2c3d4/tools/cli',
        },
      ],
    };
    const { code } = importOf({ repositories: [file('public.json', given)] });
    expect(code).toContain(`import {
  to = aws_ecrpublic_repository.tools_cli
  id = "tools/cli"
}

# ECR Public is only in us-east-1: the provider must be configured for it.
resource "aws_ecrpublic_repository" "tools_cli" {
  repository_name = "tools/cli"
}`);
  });

  it('a repository as Cloud Control knows it, with its policies and tags', () => {
    const Properties = JSON.stringify({
      RepositoryName: 'api',
      Arn: `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/api`,
      LifecyclePolicy: { LifecyclePolicyText: JSON.stringify(keep(7)), RegistryId: ACCOUNT },
      RepositoryPolicyText: pullBy({ AWS: '111122223333' }),
      Tags: [{ Key: 'Team', Value: 'a' }],
      ImageTagMutability: 'MUTABLE',
      EmptyOnDelete: false,
    });
    const { code } = importOf({
      repositories: [file('cc.json', { ResourceDescription: { Identifier: 'api', Properties } })],
    });
    expect(code).toContain('Team = "a"');
    expect(code).toContain('countNumber = 7');
    expect(code).toMatch(/Sid +=\s"Pull"/);
    expect(code).toContain('AWS = "111122223333"');
  });

  it('encryption: the default is left out, any other stands with its key', () => {
    const of = (encryptionConfiguration: object) =>
      importOf({ repositories: repositories(repository('a1', { encryptionConfiguration })) }).code;
    expect(of({ encryptionType: 'AES256' })).not.toContain('encryption_configuration');
    expect(of({ encryptionType: 'KMS' })).toContain('encryption_type = "KMS"\n  }');
    expect(of({ encryptionType: 'KMS', kmsKey: 'arn:aws:kms:x' })).toContain('kms_key         = "arn:aws:kms:x"');
  });

  it('tags: those of AWS itself are left out', () => {
    const tags = [
      file('t/a1.json', {
        tags: [
          { Key: 'aws:cloudformation:stack-id', Value: 'x' },
          { Key: 'b', Value: '' },
        ],
      }),
    ];
    const { code } = importOf({ repositories: repositories(repository('a1')), tags });
    expect(code).toContain('  tags = {\n    b = ""\n  }');
    expect(code).not.toContain('aws:');
  });

  it('a repository whose tags alone were not given', () => {
    const tags = [file('t/a1.json', { tags: [] })];
    const { code } = importOf({ repositories: repositories(repository('a1'), repository('a2')), tags });
    expect(code).toContain(
      '# Its tags were not given: a plan removes those that it has.\nresource "aws_ecr_repository" "a2"',
    );
    expect(code.match(/tags were not given/g)).toHaveLength(1);
    const forEach = importOf(
      { repositories: repositories(repository('a1'), repository('a2')), tags },
      { forEach: true },
    );
    expect(forEach.code).toContain('# No tags were given for a2: a plan removes those that they have.');
  });

  it('a registry that holds nothing: nothing', () => {
    const { code } = importOf({
      repositories: repositories(repository('a1')),
      registry: [
        file('r.json', { registryId: ACCOUNT, replicationConfiguration: { rules: [] } }),
        file('s.json', { registryId: ACCOUNT, scanningConfiguration: { scanType: 'BASIC', rules: [] } }),
      ],
    });
    expect(code).not.toMatch(/replication|scanning/);
  });

  it('repositories that a cache rule made: a comment', () => {
    const cacheRules = [
      file('c.json', {
        pullThroughCacheRules: [{ ecrRepositoryPrefix: 'quay', upstreamRegistryUrl: 'quay.io', registryId: ACCOUNT }],
      }),
    ];
    const given = repositories(repository('quay/a'), repository('quay-io/b'), repository('quay'));
    const { code } = importOf({ repositories: given, cacheRules });
    expect(code).toContain('# A cache rule made these repositories, so they are left out:\n# - quay/a\n');
    expect([...code.matchAll(/resource "aws_ecr_repository" "(\w+)"/g)].map(([, label]) => label)).toEqual([
      'quay',
      'quay_io_b',
    ]);
  });
});
