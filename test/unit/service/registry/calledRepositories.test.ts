import { describe, expect, it } from 'vitest';
import type { ListedRepository } from '../../../../server/src/service/registry/listRepositories.ts';
import { listRepositories } from '../../../../server/src/service/registry/listRepositories.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

const RULES =
  'jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }] })';

/** What is listed of all modules of a workspace, without places. */
function listed(files: Files): readonly Omit<ListedRepository, 'place' | 'policies'>[] {
  return workspaceOf(files).modules.flatMap((module) =>
    listRepositories(module).map(({ place: _place, policies: _policies, ...rest }) => rest),
  );
}

const call = (source: string, version: string, body: string) =>
  `module "m" {\n  source  = "${source}"\n  version = "${version}"\n${body}\n}\n`;
const tam = (body: string) => call('terraform-aws-modules/ecr/aws', '3.2.0', `  repository_name = "app"\n${body}`);
const cloudposse = (body: string, version = '1.0.2') => call('cloudposse/ecr/aws', version, body);
const lgallard = (body: string) => call('lgallard/ecr/aws', '2.1.1', `  name = "app"\n${body}`);

const OWN = { pull: 'own account', push: 'own account' };

describe('the repositories of calls of public modules', () => {
  it.each([
    [
      tam(
        `  repository_read_access_arns = ["arn:aws:iam::111122223333:root"]\n  repository_lifecycle_policy = ${RULES}`,
      ),
      {
        address: 'module.m.aws_ecr_repository.this',
        name: 'app',
        tagMutability: 'IMMUTABLE',
        scanning: 'on push',
        pull: '111122223333',
        push: 'nobody',
        lifecycle: 'expires all images but the newest 9',
      },
    ],
    [
      tam(
        '  create_lifecycle_policy = false\n  attach_repository_policy = false\n  repository_image_scan_on_push = false',
      ),
      { ...OWN, name: 'app', lifecycle: 'none', scanning: 'off' },
    ],
    [
      tam('  create_lifecycle_policy = false\n  manage_registry_scanning_configuration = true'),
      { lifecycle: 'none', scanning: 'by the registry' },
    ],
    [tam('  create_lifecycle_policy = var.on'), { name: 'app', lifecycle: null }],
    [cloudposse('  name = var.name\n  enable_lifecycle_policy = false'), { ...OWN, name: null, lifecycle: 'none' }],
    [
      cloudposse('  name = "app"\n  max_image_count = 5'),
      {
        ...OWN,
        lifecycle: 'expires untagged images but the newest; expires all other images but the newest 5',
        scanning: 'on push',
      },
    ],
    [lgallard(''), { ...OWN, name: 'app', tagMutability: 'MUTABLE', scanning: 'on push', lifecycle: 'none' }],
    [lgallard('  scan_on_push = false'), { scanning: 'off' }],
    [lgallard('  image_scanning_configuration = { scan_on_push = false }'), { scanning: 'off' }],
    [lgallard('  scan_on_push = var.scan'), { scanning: null }],
  ])('are listed as the module makes them: %s', (text, expected) => {
    expect(listed({ 'main.tf': text })).toMatchObject([expected]);
  });

  it.each([
    tam('  create = false'),
    tam('  create_repository = false'),
    tam('  count = 0'),
    tam('  repository_type = "public"'),
    call('terraform-aws-modules/vpc/aws', '5.0.0', ''),
    call('terraform-aws-modules/ecr/aws', '99.0.0', '  repository_name = "app"'),
  ])('are not listed when there are none, or the module is not known: %s', (text) => {
    expect(listed({ 'main.tf': text })).toEqual([]);
  });

  it('say nothing about what the releases that a call admits differ in', () => {
    const [repository] = listed({ 'main.tf': cloudposse('  name = "app"', '>= 0.30.0, < 0.31.2') });
    expect(repository).toMatchObject({ tagMutability: null, scanning: null });
  });
});

describe('the repositories of installed modules', () => {
  const COPY = `variable "name" {
  type = string
}
resource "aws_ecr_repository" "this" {
  name = var.name
}
`;
  const entry = (Key: string, Source: string, Dir: string) => ({ Key, Source, Dir });
  const ROOT = 'file:///code';
  const files = {
    [`${ROOT}/main.tf`]:
      'module "platform" {\n  source = "./platform"\n  name   = "shop"\n}\nmodule "images" {\n  source = "acme/images/aws"\n  name   = "images"\n}\n',
    [`${ROOT}/platform/main.tf`]:
      'variable "name" {\n  type = string\n}\nmodule "registry" {\n  source = "git::https://git.example.com/registry.git"\n  name   = var.name\n}\n',
    [`${ROOT}/.terraform/modules/registry/main.tf`]:
      'variable "name" {\n  type = string\n}\nmodule "inner" {\n  source = "acme/images/aws"\n  name   = "team/${var.name}"\n}\n',
    [`${ROOT}/.terraform/modules/inner/main.tf`]: COPY,
    [`${ROOT}/.terraform/modules/images/main.tf`]: COPY,
    [`${ROOT}/.terraform/modules/modules.json`]: JSON.stringify({
      Modules: [
        entry('', '', '.'),
        entry('platform', './platform', 'platform'),
        entry('platform.registry', 'git::https://git.example.com/registry.git', '.terraform/modules/registry'),
        entry('platform.registry.inner', 'registry.terraform.io/acme/images/aws', '.terraform/modules/inner'),
        entry('images', 'registry.terraform.io/acme/images/aws', '.terraform/modules/images'),
      ],
    }),
  };

  it('are listed once, where the outermost call stands, however deep they are', () => {
    expect(listed(files).map(({ address, name }) => `${address} ${name}`)).toEqual([
      'module.platform.module.registry.module.inner.aws_ecr_repository.this team/shop',
      'module.images.aws_ecr_repository.this images',
    ]);
    const [root] = workspaceOf(files).modules;
    expect(root && listRepositories(root).map(({ place }) => place.uri)).toEqual([
      `${ROOT}/main.tf`,
      `${ROOT}/main.tf`,
    ]);
  });
});
