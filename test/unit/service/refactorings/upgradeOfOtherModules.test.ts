import { describe, expect, it } from 'vitest';
import { refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import { workspaceOf } from '../../support/checkProblems.ts';
import { expectLayoutOfAll, fail, refactorModule } from './support.ts';

const CLOUDDROVE = 'Upgrade this call to 1.3.2 (needs AWS provider >= 5.20, Terraform >= 1.5.7)';
const BOLDLINK =
  'Upgrade this call to 2.0.0 (moves the repository inside the module: run terraform state mv before the next plan)';
const BOLDLINK_REMOVES =
  'Upgrade this call to 2.0.0 (removes create_aws_ecr_lifecycle_policy; moves the repository inside the module: run terraform state mv before the next plan)';
const TRUSSWORKS = 'Upgrade this call to 3.1.1 (needs AWS provider ~> 4.63, Terraform ~> 1.4.0)';
const CLOUD_PLATFORM = 'github.com/ministryofjustice/cloud-platform-terraform-ecr-credentials';

const REQUIRED = `  application            = "shop"
  business_unit          = "sales"
  environment_name       = "test"
  infrastructure_support = "team@example.com"
  is_production          = "false"
  namespace              = "shop-test"
  repo_name              = "api"
  team_name              = "shop"
`;

const call = (source: string, version: string, body: string, beside = '') =>
  `module "e$0cr" {\n  source  = "${source}"\n  version = "${version}"\n${body}}\n${beside}`;
const clouddrove = (version: string, body: string) => call('clouddrove/ecr/aws', version, body);
const boldlink = (version: string, body: string, beside = '') => call('boldlink/ecr/aws', version, body, beside);
const trussworks = (version: string, beside = '') =>
  call('trussworks/ecr-repo/aws', version, '\n  container_name = "api"\n', beside);
const cloudPlatform = (ref: string, body: string, beside = '') =>
  `module "e$0cr" {\n  source = "${CLOUD_PLATFORM}?ref=${ref}"\n\n${body}}\n${beside}`;

/** The text after the offer with that title at `$0`. */
function after(text: string, title: string): string {
  return refactorModule({ 'main.tf': text }, title, 'nothing')['main.tf'] ?? '';
}

function offerAt(annotated: string) {
  const start = annotated.indexOf('$0');
  const request = { uri: 'main.tf', range: { start, end: start }, createsFiles: false };
  const workspace = workspaceOf({ 'main.tf': annotated.replace('$0', '') });
  return refactoringsAt(workspace, request, () => true, fail).find(({ id }) => id === 'upgrade-module');
}

describe('upgrading a call of a module about which only some inputs are known', () => {
  it.each([
    [
      'a renamed switch, the new one that it needs, and the old default',
      clouddrove('1.3.1', '\n  name        = "api"\n  enabled_ecr = true\n'),
      CLOUDDROVE,
      clouddrove(
        '1.3.2',
        '\n  name               = "api"\n  enable             = true\n  enable_private_ecr = true\n  max_image_count    = 7\n',
      ),
    ],
    [
      'objects that became inputs',
      clouddrove(
        '~> 1.3.0, < 1.3.2',
        `
  name               = "api"
  enable_private_ecr = var.is_made
  max_image_count    = 20
  encryption_configuration = {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.ecr.arn
  }
  image_scanning_configuration = { scan_on_push = true }
`,
      ),
      CLOUDDROVE,
      clouddrove(
        '~> 1.3.2',
        `
  name               = "api"
  enable_private_ecr = var.is_made
  max_image_count    = 20
  encryption_type    = "KMS"
  kms_key            = aws_kms_key.ecr.arn
  scan_on_push       = true
`,
      ),
    ],
    [
      'renamed outputs and a gone input',
      boldlink(
        '1.0.2',
        '\n  name                            = "api"\n  create_aws_ecr_lifecycle_policy = true\n  aws_ecr_lifecycle_policy        = file("policy.json")\n',
        `
output "arn" {
  value = module.ecr.arn
}

output "registry" {
  value = "\${module.ecr.registry_id} at \${module.ecr.repository_url}"
}
`,
      ),
      BOLDLINK_REMOVES,
      boldlink(
        '2.0.0',
        '\n  name                      = "api"\n  aws_ecr_lifecycle_policy  = file("policy.json")\n  create_private_repository = true\n',
        `
output "arn" {
  value = module.ecr.private_arn
}

output "registry" {
  value = "\${module.ecr.private_registry_id} at \${module.ecr.repository_url}"
}
`,
      ),
    ],
    [
      'renamed outputs of every instance',
      boldlink(
        '~> 1.0',
        '\n  for_each = toset(["api", "web"])\n  name     = each.key\n',
        '\noutput "arns" {\n  value = [for one in module.ecr : one.arn]\n}\n',
      ),
      BOLDLINK,
      boldlink(
        '~> 2.0',
        '\n  for_each                  = toset(["api", "web"])\n  name                      = each.key\n  create_private_repository = true\n',
        '\noutput "arns" {\n  value = [for one in module.ecr : one.private_arn]\n}\n',
      ),
    ],
    [
      'gone inputs, with all that became required',
      cloudPlatform('5.3.0', `${REQUIRED}  scan_on_push           = "true"\n  oidc_providers         = ["github"]\n`),
      'Upgrade this call to 8.0.2 (removes scan_on_push)',
      cloudPlatform('8.0.2', `${REQUIRED}  oidc_providers         = ["github"]\n`),
    ],
    [
      'gone names of secrets',
      cloudPlatform('5.1.4', `${REQUIRED}\n  github_actions_secret_ecr_url = "URL"\n`),
      'Upgrade this call to 8.0.2 (removes github_actions_secret_ecr_url)',
      cloudPlatform('8.0.2', REQUIRED),
    ],
    ['only the tag', cloudPlatform('7.1.1', REQUIRED), 'Upgrade this call to 8.0.2', cloudPlatform('8.0.2', REQUIRED)],
    [
      'only the version',
      trussworks('~> 2.0', '\noutput "url" {\n  value = module.ecr.repo_url\n}\n'),
      TRUSSWORKS,
      trussworks('~> 3.1', '\noutput "url" {\n  value = module.ecr.repo_url\n}\n'),
    ],
  ])('writes %s', (_, before, title, text) => {
    expect(after(before, title)).toBe(text.replace('$0', ''));
  });

  it('renames an output in the other files of the module', () => {
    const files = {
      'main.tf': boldlink('1.0.2', '\n  name = "api"\n'),
      'outputs.tf': 'output "arn" {\n  value = module.ecr.arn\n}\n',
    };
    expect(refactorModule(files, BOLDLINK, 'nothing')['outputs.tf']).toBe(
      'output "arn" {\n  value = module.ecr.private_arn\n}\n',
    );
  });

  it.each([
    [trussworks('2.0.0', 'output "n" {\n  value = module.ecr.name\n}\n'), 'uses module.ecr.name, which 3.1.1 lacks'],
    [cloudPlatform('5.3.0', REQUIRED, 'output "k" {\n  value = module.ecr.access_key_id\n}\n'), 'which 8.0.2 lacks'],
    [cloudPlatform('5.3.0', '  repo_name = "api"\n  team_name = "shop"\n'), 'needs application, business_unit'],
    [boldlink('1.0.2', '\n  name = "api"\n  registry_policy = var.policy\n'), 'has no input registry_policy'],
    [
      boldlink('1.0.2', '\n  name = "api"\n  create_aws_ecr_lifecycle_policy = var.has_policy\n'),
      'acts as if it were true',
    ],
    [clouddrove('1.3.1', '\n  name = "api"\n  encryption_configuration = var.encryption\n'), 'not written out here'],
    [
      clouddrove(
        '1.3.1',
        '\n  name = "api"\n  scan_on_push = true\n  image_scanning_configuration = { scan_on_push = false }\n',
      ),
      'both are written',
    ],
    [
      clouddrove('1.3.1', '\n  encryption_configuration = {\n    encryption_type = "KMS" # by order\n  }\n'),
      'comments in it would be lost',
    ],
    [clouddrove('1.3.1', '\n  encryption_configuration = { type = "KMS" }\n'), 'takes no type'],
    [clouddrove('1.3.1', '\n  enabled_ecr = true\n  enable = true\n'), 'both are written'],
  ])('says why it cannot be made: %s', (text, refusal) => {
    expect(offerAt(text)?.refusal).toContain(refusal);
  });

  it.each([
    clouddrove('1.3.2', ''),
    clouddrove('~> 1.3', ''),
    clouddrove('>= 0.15', ''),
    boldlink('2.0.0', ''),
    boldlink('>= 1.0, < 3.0', ''),
    boldlink('${var.version}', ''),
    trussworks('3.0.0'),
    trussworks('>= 2.0'),
    cloudPlatform('8.0.0', ''),
    cloudPlatform('main', ''),
    cloudPlatform('3a4b5c6d', ''),
    `module "e$0cr" {\n  source = "${CLOUD_PLATFORM}"\n}\n`,
    'module "e$0cr" {\n  source = "boldlink/ecr/aws"\n}\n',
    call('geekcell/ecr-repository/aws', '1.0.0', ''),
    call('tmknom/ecr/aws', '1.0.0', ''),
    call('boldlink/kms/aws', '1.0.0', ''),
  ])('is not offered where the release is unknown or new enough: %s', (text) => {
    expect(offerAt(text)).toBeUndefined();
  });
});

expectLayoutOfAll();
