import { describe, expect, it } from 'vitest';
import { hoverAt } from './hoverAt.ts';

const repository = (body: string, label = 'a$0pp') => `resource "aws_ecr_repository" "${label}" {\n${body}\n}\n`;
const NAMED = '  name = "shop/app"';
const policyFor = (target: string, label = 'p') => `resource "aws_ecr_lifecycle_policy" "${label}" {
  repository = ${target}
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }
    action       = { type = "expire" }
  }] })
}
`;

describe('the name of a repository', () => {
  it('says all that is known of a repository without settings', () => {
    expect(hoverAt(repository(NAMED))).toEqual({
      word: 'app',
      markdown: `**aws_ecr_repository.app** (\`shop/app\`)

- Tags can be pushed again (\`MUTABLE\`, the default).
- Images are not scanned on push, unless the registry is set to scan them.
- Encrypted with keys of Amazon S3 (\`AES256\`, the default).

No lifecycle policy in this module is for it: images stay until someone deletes them.`,
    });
  });

  it.each([
    ['immutable tags', '  image_tag_mutability = "IMMUTABLE"', 'Tags cannot be pushed again (`IMMUTABLE`).'],
    ['mutable tags', '  image_tag_mutability = "MUTABLE"', 'Tags can be pushed again (`MUTABLE`).'],
    [
      'tags that are exempt',
      '  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_filter {\n    filter = "latest*"\n    filter_type = "WILDCARD"\n  }',
      'Tags cannot be pushed again (`IMMUTABLE_WITH_EXCLUSION`), except `latest*`.',
    ],
    [
      'tags that are frozen',
      '  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_filter {\n    filter = var.tag\n    filter_type = "WILDCARD"\n  }',
      'Tags can be pushed again (`MUTABLE_WITH_EXCLUSION`), except those of its exclusion filters.',
    ],
    ['scanning', '  image_scanning_configuration {\n    scan_on_push = true\n  }', 'Images are scanned on push.'],
    [
      'no scanning',
      '  image_scanning_configuration {\n    scan_on_push = false\n  }',
      'Images are not scanned on push (`false`), unless',
    ],
    ['a block with defaults', '  encryption_configuration {\n  }', 'Encrypted with keys of Amazon S3 (`AES256`).'],
    [
      'the managed key',
      '  encryption_configuration {\n    encryption_type = "KMS"\n  }',
      'Encrypted by AWS KMS (`KMS`) with the AWS managed key `aws/ecr`.',
    ],
    [
      'a key of its own',
      '  encryption_configuration {\n    encryption_type = "KMS_DSSE"\n    kms_key = aws_kms_key.ecr.arn\n  }',
      'Encrypted by AWS KMS (`KMS_DSSE`) with the key `aws_kms_key.ecr.arn`.',
    ],
    [
      'a key that may be null',
      '  encryption_configuration {\n    encryption_type = "KMS"\n    kms_key = var.key\n  }',
      'Encrypted by AWS KMS (`KMS`).',
    ],
    ['deletion', '  force_delete = true', 'A destroy deletes its images too (`force_delete`).'],
  ])('says %s', (_, body, sentence) => {
    expect(hoverAt(repository(`${NAMED}\n${body}`))?.markdown).toContain(`- ${sentence}`);
  });

  it.each([
    ['tags', '  image_tag_mutability = var.mutability', 'Tags'],
    ['a misspelt argument', '  image_tag_mutabilty = "IMMUTABLE"', 'Tags'],
    ['scanning', '  image_scanning_configuration {\n    scan_on_push = var.scan\n  }', 'scanned'],
    ['scanning of a dynamic block', '  dynamic "image_scanning_configuration" {\n    for_each = var.x\n  }', 'scanned'],
    ['encryption', '  encryption_configuration {\n    encryption_type = var.type\n  }', 'Encrypted'],
    [
      'encryption of a dynamic block',
      '  dynamic "encryption_configuration" {\n    for_each = var.x\n    content {\n    }\n  }',
      'Encrypted',
    ],
    ['deletion', '  force_delete = var.force', 'destroy'],
  ])('is silent about %s that is not known', (_, body, word) => {
    const markdown = hoverAt(repository(`${NAMED}\n${body}`))?.markdown;
    expect(markdown).toContain('**aws_ecr_repository.app**');
    expect(markdown).not.toContain(word);
  });

  it('is silent about what is missing while the block is typed', () => {
    expect(hoverAt('resource "aws_ecr_repository" "a$0pp" {\n  name = "app"\n')?.markdown).toBe(
      '**aws_ecr_repository.app** (`app`)',
    );
  });

  it('leaves scanning to the registry that the module sets', () => {
    const registry = { 'registry.tf': 'resource "aws_ecr_registry_scanning_configuration" "r" {\n}\n' };
    expect(hoverAt(repository(NAMED), registry)?.markdown).toContain('set for the whole registry');
  });

  it.each([
    ['its address', 'aws_ecr_repository.app.name'],
    ['its name', '"shop/app"'],
    ['an instance', 'aws_ecr_repository.app[each.key].name'],
  ])('says the policy that is for %s', (_, target) => {
    const markdown = hoverAt(repository(NAMED), { 'policy.tf': policyFor(target) })?.markdown;
    expect(markdown).toMatch(
      /Lifecycle policy `aws_ecr_lifecycle_policy\.p`: 1 rule, \d+ of at most 30,720 characters\./,
    );
    expect(markdown).toContain('- Priority 1: Keeps the newest 30 of all images and deletes the rest.');
  });

  it('names several policies', () => {
    const others = { 'policy.tf': policyFor('aws_ecr_repository.app.name') + policyFor('"shop/app"', 'q') };
    expect(hoverAt(repository(NAMED), others)?.markdown).toContain(
      'Lifecycle policies: `aws_ecr_lifecycle_policy.p`, `aws_ecr_lifecycle_policy.q`.',
    );
  });

  it.each([
    ['a policy may be for any', policyFor('var.repository')],
    ['a call mentions it', 'module "m" {\n  source = "./m"\n  repository = aws_ecr_repository.app.name\n}\n'],
  ])('says nothing of a policy where %s', (_, other) => {
    expect(hoverAt(repository(NAMED), { 'other.tf': other })?.markdown).not.toContain('olicy');
  });

  it('says nothing of a policy where its name is not known and a policy goes by name', () => {
    const others = { 'policy.tf': policyFor('"other"') };
    expect(hoverAt(repository('  name = var.name'), others)?.markdown).not.toContain('olicy');
    expect(hoverAt(repository(NAMED), others)?.markdown).toContain('No lifecycle policy');
  });
});

describe('where a repository is named', () => {
  const others = { 'repository.tf': repository(`${NAMED}\n  force_delete = true`, 'app') };

  it('a reference says the same', () => {
    const found = hoverAt('output "o" {\n  value = aws_ecr_repository.a$0pp.arn\n}\n', others);
    expect(found?.word).toBe('app');
    expect(found?.markdown).toContain('**aws_ecr_repository.app** (`shop/app`)\n\n- Tags can');
  });

  it('the policy that is for it says so too', () => {
    const markdown = hoverAt(policyFor('aws_ecr_repository.a$0pp.name'), others)?.markdown;
    expect(markdown).toContain('The repository `shop/app`.\n\n- Tags can');
    expect(markdown).toContain('A destroy deletes its images too');
  });

  it('nothing is said of what is not there', () => {
    expect(hoverAt('output "o" {\n  value = aws_ecr_repository.o$0ther.arn\n}\n', others)).toBeNull();
    expect(hoverAt('resource "aws_s3_bucket" "b$0ucket" {\n}\n')).toBeNull();
    expect(hoverAt('resource "aws_ecr_registry_policy" "p$0olicy" {\n}\n')).toBeNull();
  });
});

describe('the name of a policy', () => {
  it('says the policy in words', () => {
    const markdown = hoverAt(policyFor('"x"', 'ke$0ep'))?.markdown;
    expect(markdown).toMatch(/^\*\*aws_ecr_lifecycle_policy\.keep\*\*\n\n1 rule, /);
    expect(markdown).toContain('Keeps the newest 30');
  });

  it('says nothing where nothing is known', () => {
    const text = 'resource "aws_ecr_lifecycle_policy" "p$0" {\n  repository = "app"\n  policy = var.policy\n}\n';
    expect(hoverAt(text)).toBeNull();
  });
});

const accessFor = (
  target: string,
  principal = '{ AWS = "111122223333" }',
) => `resource "aws_ecr_repository_policy" "acc$0ess" {
  repository = ${target}
  policy = jsonencode({ Statement = [{
    Sid       = "pull"
    Effect    = "Allow"
    Principal = ${principal}
    Action    = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
  }] })
}
`;

describe('who may pull and push', () => {
  it.each(['aws_ecr_repository.app.name', '"shop/app"'])('is said of a repository by the policy for %s', (target) => {
    const hover = hoverAt(`${repository(NAMED)}${accessFor(target).replace('$0', '')}`);
    expect(hover?.markdown).toContain(
      'By `aws_ecr_repository_policy.access`: Account 111122223333 may pull. Nobody else may pull by this policy. Nobody may push by this policy.',
    );
  });

  it('is not said of another repository, nor where there is no policy', () => {
    for (const text of [repository(NAMED), `${repository(NAMED)}${accessFor('"other"').replace('$0', '')}`]) {
      expect(hoverAt(text)?.markdown).not.toMatch(/may pull/);
    }
  });

  it('is said of a policy statement by statement, with what the other side needs', () => {
    const markdown = hoverAt(accessFor('"shop/app"'))?.markdown ?? '';
    expect(markdown).toContain('1 statement, 142 of at most 10,240 characters.');
    expect(markdown).toContain('Statement 1, pull: Account 111122223333 may pull');
    expect(markdown).toContain('GetAuthorizationToken');
  });

  it('is said of the data source that makes a policy', () => {
    const markdown = hoverAt(`data "aws_iam_policy_document" "d$0oc" {
  statement {
    actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
  }
}
resource "aws_ecr_repository_policy" "p" {
  repository = "app"
  policy     = data.aws_iam_policy_document.doc.json
}
`)?.markdown;
    expect(markdown).toContain('Account 111122223333 may pull.');
  });

  it('is made harmless', () => {
    const markdown = hoverAt(accessFor('"shop/app"', '{ AWS = "<img src=x>[a](command:b)" }'))?.markdown ?? '';
    expect(markdown).toContain('\\<img src=x\\>\\[a\\]\\(command:b\\)');
  });
});
