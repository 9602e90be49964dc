import { describe, expect, it } from 'vitest';
import { RecordingScope } from '../../../../server/src/module/tracking/recordingScope.ts';
import { providerRequirement } from '../../../../server/src/module/versions/providerRequirement.ts';
import { releaseOf } from '../../../../server/src/module/versions/release.ts';
import { supportByProvider } from '../../../../server/src/module/versions/support.ts';
import type { VersionRequirement } from '../../../../server/src/module/versions/versionRequirement.ts';
import { terraformRequirement } from '../../../../server/src/module/versions/versionRequirement.ts';
import { Workspace } from '../../../../server/src/module/workspace.ts';

const LOCK = '/project/.terraform.lock.hcl';
const REPOSITORY = 'resource "aws_ecr_repository" "app" {}\n';

function open(files: Readonly<Record<string, string>>, lock: string | null = null) {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) workspace.setDiskFile(`/project/${name}`, text);
  workspace.setAttachedFile(LOCK, lock ?? { kind: 'missing' });
  return { workspace, ...scopeOf(workspace) };
}

function scopeOf(workspace: Workspace) {
  const module = workspace.moduleOf('/project/main.tf');
  const user = [...(module?.allBlocks() ?? [])].find(({ labels }) => labels[0]?.startsWith('aws'));
  if (module === undefined || user === undefined) throw new Error('there is no repository');
  return { scope: new RecordingScope(module), user };
}

/** The constraints as written; null where they are not known. */
function texts(requirement: VersionRequirement | null): readonly string[] | null {
  return requirement === null ? null : requirement.constraints.map(({ text }) => text);
}

function provider(files: Readonly<Record<string, string>>): readonly string[] | null {
  const { scope, user } = open({ 'main.tf': REPOSITORY, ...files });
  return texts(providerRequirement(scope, user));
}

const required = (entries: string) => `terraform {\n  required_providers {\n    ${entries}\n  }\n}\n`;

describe('what a module asks of the AWS provider', () => {
  it.each([
    ['aws = { source = "hashicorp/aws", version = "~> 5.0" }', ['~> 5.0']],
    ['aws = { "source" = "hashicorp/aws", "version" : "~> 5.0" }', ['~> 5.0']],
    ['aws = { source = "Hashicorp/AWS", version = "~> 5.0" }', ['~> 5.0']],
    ['aws = { source = "registry.terraform.io/hashicorp/aws", version = "~> 5.0" }', ['~> 5.0']],
    ['aws = { source = "registry.opentofu.org/hashicorp/aws", version = "~> 5.0" }', ['~> 5.0']],
    ['aws = { version = "~> 5.0" }', ['~> 5.0']],
    ['aws = ">= 3"', ['>= 3']],
    ['aws = { source = "hashicorp/aws", configuration_aliases = [aws.eu] }', []],
    ['random = { source = "hashicorp/random", version = "~> 3" }', []],
    ['random = { source = "hashicorp/random", version = local.x }', []],
    ['aws = { source = "acme/aws", version = "~> 5.0" }', null],
    ['aws = { source = "registry.acme.test/hashicorp/aws", version = "~> 5.0" }', null],
    ['aws = { source = local.source, version = "~> 5.0" }', null],
    ['aws = { source = "hashicorp/aws", version = local.version }', null],
    ['aws = { source = "hashicorp/aws", version = "~> ${local.version}" }', null],
    ['aws = { source = "hashicorp/aws", version = "latest" }', null],
    ['aws = { (local.key) = "~> 5.0" }', null],
    ['aws = local.aws', null],
    ['aws = { source = "hashicorp/aws", version = "~> 5.0"', null],
  ])('%s', (entry, expected) => {
    expect(provider({ 'versions.tf': required(entry) })).toEqual(expected);
  });

  it('is nothing where nothing is written', () => {
    expect(provider({})).toEqual([]);
  });

  it('are all constraints of all files, those of provider blocks too', () => {
    const constraints = provider({
      'a.tf': `${required('aws = { source = "hashicorp/aws", version = ">= 4.0" }')}provider "aws" {\n  version = "!= 4.1.0"\n}\n`,
      'b.tf': `${required('west = { source = "hashicorp/aws", version = "< 6.0" }')}provider "aws" {\n  alias   = "eu"\n  version = ">= 4.2"\n}\n`,
      'c.tf': 'provider "west" {\n  version = ">= 4.3"\n}\nprovider "google" {\n  version = "~> 1"\n}\n',
    });
    expect([...(constraints ?? [])].sort()).toEqual(['!= 4.1.0', '< 6.0', '>= 4.0', '>= 4.2', '>= 4.3']);
  });

  it('goes by the local name that a block gives', () => {
    const versions = required(
      'aws = { source = "acme/aws" }\n    real = { source = "hashicorp/aws", version = "~> 5.0" }',
    );
    const by = (name: string) =>
      provider({
        'main.tf': `resource "aws_ecr_repository" "app" {\n  provider = ${name}\n}\n`,
        'versions.tf': versions,
      });
    expect(by('real')).toEqual(['~> 5.0']);
    expect(by('real.eu')).toEqual(['~> 5.0']);
    expect(by('"real.eu"')).toEqual(['~> 5.0']);
    expect(by('aws.eu')).toBeNull();
    expect(by('var.x ? real : aws')).toBeNull();
  });

  it('is read from the JSON syntax', () => {
    const text = JSON.stringify({
      terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '~> 5.0' } } },
    });
    expect(provider({ 'versions.tf.json': text })).toEqual(['~> 5.0']);
  });

  it('is not known where an override file, or a file for OpenTofu alone, says something else', () => {
    const versions = required('aws = "~> 5.0"');
    expect(provider({ 'versions.tf': versions, 'versions_override.tf': required('aws = "~> 6.0"') })).toBeNull();
    expect(provider({ 'versions.tf': versions, 'versions.tofu': required('aws = "~> 6.0"') })).toBeNull();
    expect(provider({ 'versions.tofu': versions })).toEqual(['~> 5.0']);
  });
});

describe('what a module asks of Terraform', () => {
  const terraform = (files: Readonly<Record<string, string>>) =>
    texts(terraformRequirement(open({ 'main.tf': REPOSITORY, ...files }).scope));
  const version = (text: string) => `terraform {\n  required_version = ${text}\n}\n`;

  it('are all constraints of all files', () => {
    expect(terraform({ 'a.tf': version('">= 1.5"'), 'b.tf': version('"< 2.0"') })).toEqual(['>= 1.5', '< 2.0']);
    expect(terraform({})).toEqual([]);
  });

  it('is not known for OpenTofu, and where it is no text', () => {
    expect(terraform({ 'a.tf': version('">= 1.5"'), 'x.tofu': '' })).toBeNull();
    expect(terraform({ 'a.tf': version('local.x') })).toBeNull();
    expect(terraform({ 'a.tf': version('">= 1.5"'), 'override.tf': version('">= 1.6"') })).toBeNull();
  });
});

describe('the lock file', () => {
  const locked = (version: string, address = 'registry.terraform.io/hashicorp/aws') =>
    `# Kept by "terraform init".\n\nprovider "${address}" {\n  version     = "${version}"\n  constraints = "~> 5.0"\n  hashes = [\n    "h1:abc",\n  ]\n}\n\nprovider "registry.terraform.io/hashicorp/random" {\n  version = "3.1.0"\n}\n`;
  const support = (constraint: string | null, lock: string | null, first = '6.8.0') => {
    const files = constraint === null ? {} : { 'versions.tf': required(`aws = "${constraint}"`) };
    const { scope, user } = open({ 'main.tf': REPOSITORY, ...files }, lock);
    const requirement = providerRequirement(scope, user);
    if (requirement === null) throw new Error('nothing is known');
    const found = supportByProvider(scope, requirement, releaseOf(first));
    return found && `${found.share} ${found.locked?.join('.') ?? 'by constraint'}`;
  };

  it.each([
    [null, null, null],
    ['>= 5.0', null, 'some by constraint'],
    ['>= 5.0', locked('5.31.0'), 'none 5.31.0'],
    ['>= 5.0', locked('6.8.0'), 'all 6.8.0'],
    ['>= 5.0', locked('6.8.0', 'registry.opentofu.org/hashicorp/aws'), 'all 6.8.0'],
    ['>= 5.0', locked('5.31.0', 'registry.acme.test/hashicorp/aws'), 'some by constraint'],
    ['>= 5.0', `${locked('5.31.0')}${locked('6.8.0', 'registry.opentofu.org/hashicorp/aws')}`, null],
    ['~> 5.0', locked('5.31.0'), 'none 5.31.0'],
    ['>= 6.8', locked('5.31.0'), 'all by constraint'],
    ['~> 6.0', locked('5.31.0'), 'some by constraint'],
    [null, locked('5.31.0'), 'none 5.31.0'],
    [null, locked('6.68.0'), 'all 6.68.0'],
    [null, locked('6.8.0-beta1'), null],
    [null, locked('6.7.0-beta1'), 'none 6.7.0'],
    ['>= 5.0', locked('soon'), null],
    ['~> 5.0', locked('soon'), 'none by constraint'],
    ['~> 5.0, ~> 6.0', null, null],
  ])('decides: %s with %j', (constraint, lock, expected) => {
    expect(support(constraint, lock)).toBe(expected);
  });

  it('is that of the caller where a module is called', () => {
    const { workspace } = open({ 'main.tf': REPOSITORY }, locked('5.31.0'));
    workspace.setDiskFile('/root/main.tf', 'module "m" {\n  source = "../project"\n}\n');
    const { scope, user } = scopeOf(workspace);
    const requirement = providerRequirement(scope, user);
    expect(requirement && supportByProvider(scope, requirement, releaseOf('6.8.0'))).toBeNull();
  });

  it('is no part of the module, also while it is open', () => {
    const { workspace } = open({ 'main.tf': REPOSITORY });
    workspace.setDiskFile(LOCK, locked('5.31.0'));
    workspace.openDocument(LOCK, locked('5.31.0'));
    expect(workspace.moduleOf('/project/main.tf')?.uris).toEqual(['/project/main.tf']);
  });

  it('keeps its answer while other files change', () => {
    const { workspace, scope, user } = open(
      { 'main.tf': REPOSITORY, 'versions.tf': required('aws = "~> 5.0"') },
      locked('5.31.0'),
    );
    const requirement = providerRequirement(scope, user);
    if (requirement === null) throw new Error('nothing is known');
    supportByProvider(scope, requirement, releaseOf('6.8.0'));
    workspace.setDiskFile('/project/other.tf', 'locals {\n  x = 1\n}\n');
    expect(scope.isCurrent()).toBe(true);
    workspace.setAttachedFile(LOCK, locked('6.8.0'));
    expect(scope.isCurrent()).toBe(false);
  });

  it('keeps its answer only while the constraints stay', () => {
    const { workspace, scope, user } = open({ 'main.tf': REPOSITORY, 'versions.tf': required('aws = "~> 5.0"') });
    providerRequirement(scope, user);
    workspace.setDiskFile('/project/versions.tf', required('aws = "~> 6.0"'));
    expect(scope.isCurrent()).toBe(false);
  });
});
