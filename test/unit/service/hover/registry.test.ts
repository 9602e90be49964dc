import { describe, expect, it } from 'vitest';
import { hoverAt } from './hoverAt.ts';

const PROVIDER = {
  'provider.tf': 'provider "aws" {\n  region = "eu-west-1"\n  allowed_account_ids = ["111122223333"]\n}\n',
};

const cache = (prefix: string, upstream: string, more = '', label = 'h$0ub') =>
  `resource "aws_ecr_pull_through_cache_rule" "${label}" {
  ecr_repository_prefix = ${prefix}
  upstream_registry_url = ${upstream}
${more}}
`;

describe('a cache rule', () => {
  it('says how an image is pulled through it', () => {
    expect(hoverAt(cache('"docker-hub"', '"registry-1.docker.io"'), PROVIDER)).toEqual({
      word: 'hub',
      markdown: `**aws_ecr_pull_through_cache_rule.hub**

\`docker-hub/library/nginx\` is pulled as \`docker pull 111122223333.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:latest\`.

The first pull copies \`registry-1.docker.io/library/nginx\` into the repository \`docker-hub/library/nginx\`, which ECR creates; later pulls get the copy, which follows Docker Hub.

Official images of Docker Hub have \`library/\` before their names, which must be written here.

No creation template of this module gives new repositories settings, so they have no lifecycle policy.`,
    });
  });

  it.each([
    ['"q"', '"quay.io"', 'docker pull ACCOUNT.dkr.ecr.REGION.amazonaws.com/q/prometheus/prometheus:latest'],
    ['"k8s/"', '"registry.k8s.io"', 'docker pull ACCOUNT.dkr.ecr.REGION.amazonaws.com/k8s/pause:3.10'],
    ['"ROOT"', '"public.ecr.aws"', 'docker pull ACCOUNT.dkr.ecr.REGION.amazonaws.com/docker/library/nginx:latest'],
    ['local.p', '"cgr.dev"', 'docker pull ACCOUNT.dkr.ecr.REGION.amazonaws.com/pre/chainguard/nginx:latest'],
    ['var.p', '"ghcr.io"', 'docker pull ACCOUNT.dkr.ecr.REGION.amazonaws.com/gh/OWNER/IMAGE:TAG'],
  ])('with prefix %s and upstream %s: %s', (prefix, upstream, command) => {
    const others = { 'x.tf': 'locals {\n  p = "pre"\n}\nvariable "p" {\n  default = "gh"\n}\n' };
    expect(hoverAt(cache(prefix, upstream), others)?.markdown).toContain(`\`${command}\``);
  });

  it('writes the host of a registry in China', () => {
    const provider = { 'p.tf': 'provider "aws" {\n  region = "cn-north-1"\n}\n' };
    expect(hoverAt(cache('"q"', '"quay.io"'), provider)?.markdown).toContain('cn-north-1.amazonaws.com.cn/q/');
  });

  it('names the template, the longest prefix first', () => {
    const template = (label: string, prefix: string) =>
      `resource "aws_ecr_repository_creation_template" "${label}" {\n  prefix = ${prefix}\n  applied_for = ["PULL_THROUGH_CACHE"]\n}\n`;
    const others = { 't.tf': template('root', '"ROOT"') + template('quay', '"q"') };
    expect(hoverAt(cache('"q"', '"quay.io"'), others)?.markdown).toContain(
      'New repositories get the settings of `aws_ecr_repository_creation_template.quay`.',
    );
  });

  it.each([
    cache('"q"', '"quay.io"', '', 'hub').replace('"aws_ecr_pull', '"aws_ecr$0_pull'),
    cache('"q"', '"quay.io"', '', 'hub').replace('ecr_repository_prefix', 'ecr_repo$0sitory_prefix'),
    cache('"q"', '"qu$0ay.io"', '', 'hub'),
    cache('"$0qu"', '"quay.io"', '', 'hub'),
  ])('says so on its type, arguments and values: %s', (text) => {
    expect(hoverAt(text)?.markdown).toContain('is pulled as');
  });

  it('says it for each instance', () => {
    const text = `resource "aws_ecr_pull_through_cache_rule" "a$0ll" {
  for_each              = { q = "quay.io", k = "registry.k8s.io" }
  ecr_repository_prefix = each.key
  upstream_registry_url = each.value
}
`;
    const markdown = hoverAt(text)?.markdown;
    expect(markdown).toContain('`"q"`: `q/prometheus/prometheus` is pulled as');
    expect(markdown).toContain('`"k"`: `k/pause` is pulled as');
  });

  it('is silent where prefix or upstream is not known', () => {
    expect(hoverAt(cache('each.key', '"quay.io"'))).toBe(null);
    expect(hoverAt(cache('"q"', 'data.x.y.url'))).toBe(null);
  });
});

const REPOSITORIES = {
  'repositories.tf':
    'resource "aws_ecr_repository" "a" {\n  for_each = toset(["prod/api", "prod/web", "dev/api"])\n  name     = each.key\n}\n',
};

describe('replication', () => {
  it('says what goes where', () => {
    const text = `resource "aws_ecr_replication_configuration" "m$0ain" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-central-1"
        registry_id = "444455556666"
      }
      destination {
        region      = "us-east-1"
        registry_id = data.aws_caller_identity.current.account_id
      }
      repository_filter {
        filter      = "prod/"
        filter_type = "PREFIX_MATCH"
      }
    }
    rule {
      destination {
        region      = var.region
        registry_id = "444455556666"
      }
    }
  }
}
`;
    const markdown = hoverAt(text, REPOSITORIES)?.markdown;
    expect(markdown).toContain(
      'Images of repositories whose names begin with `prod/` go to `eu-central-1` (account `444455556666`) and `us-east-1` (account `data.aws_caller_identity.current.account_id`). Of this module: `prod/api` and `prod/web`.',
    );
    expect(markdown).toContain('Images of all repositories go to `var.region` (account `444455556666`).');
  });
});

describe('a creation template', () => {
  it('says which names it applies to', () => {
    const template = (label: string, prefix: string) =>
      `resource "aws_ecr_repository_creation_template" "${label}" {\n  prefix      = ${prefix}\n  applied_for = ["REPLICATION", "CREATE_ON_PUSH"]\n}\n`;
    const markdown = hoverAt(template('t$0', '"prod"') + template('u', '"prod/team"'), REPOSITORIES)?.markdown;
    expect(markdown).toContain(
      'Applies to repositories with a name that begins with `prod/`, when replication from another registry or a first push makes them.',
    );
    expect(markdown).toContain(
      'A longer prefix takes precedence: `prod/team/` (`aws_ecr_repository_creation_template.u`).',
    );
    expect(markdown).toContain('`prod/api` and `prod/web` of this module have such names');
    expect(hoverAt(template('t$0', '"ROOT"'))?.markdown).toContain('any name that no other template is for');
  });
});

describe('scanning of the registry', () => {
  it('says which repositories get what', () => {
    const text = `resource "aws_ecr_registry_scanning_configuration" "m$0ain" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "prod/*"
      filter_type = "WILDCARD"
    }
  }
}
`;
    const markdown = hoverAt(text, REPOSITORIES)?.markdown;
    expect(markdown).toContain(
      'Repositories whose names match `prod/*` are scanned again whenever a new vulnerability is published. Of this module: `prod/api` and `prod/web`.',
    );
    expect(markdown).toContain('All other repositories are not scanned. Of this module: `dev/api`.');
    expect(hoverAt(text.replace('prod/*', '*'))?.markdown).toContain('All repositories are scanned again');
  });
});
