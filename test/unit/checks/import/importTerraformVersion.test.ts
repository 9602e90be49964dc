import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixModule, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'import-terraform-version';

const asking = (constraint: string) => `terraform {\n  required_version = "${constraint}"\n}\n`;

const BUCKET = 'resource "aws_ecr_repository_policy" "all" {\n  for_each = local.names\n}\n';

const MANY = `import {
  for_each = local.names
  to       = aws_ecr_repository_policy.all[each.key]
  id       = each.value
}
`;

const found = (constraint: string, text: string, more: Readonly<Record<string, string>> = {}) =>
  ruleIdsOnly(ID, { 'main.tf': text, 'versions.tf': asking(constraint), ...more }).filter((id) =>
    id.endsWith('-version'),
  );

describe(ID, () => {
  it('is reported at a block that no admitted release knows, and only there', () => {
    checkOnly(
      ID,
      `${asking('~> 1.4.0')}
import {
^^^^^^ error import-terraform-version The import block was added in Terraform 1.5, and no release that the constraint "~> 1.4.0" admits has it
  for_each = local.names
  to       = aws_ecr_repository_policy.all[each.key]
  id       = each.value
}

${BUCKET}`,
    );
  });

  it('is reported at an argument that came later', () => {
    checkOnly(
      ID,
      `${asking('>= 1.5, < 1.7')}
import {
  for_each = local.names
  ^^^^^^^^ error import-terraform-version for_each of an import block was added in Terraform 1.7
  to       = aws_ecr_repository_policy.all[each.key]
  id       = each.value
}

${BUCKET}`,
    );
    const named =
      'import {\n  to       = aws_ecr_repository_policy.one\n  identity = { bucket = "one" }\n}\nresource "aws_ecr_repository_policy" "one" {}\n';
    expect(found('~> 1.11.0', named)).toEqual(['error import-terraform-version']);
    expect(found('~> 1.12', named)).toEqual([]);
  });

  it('hints once where some admitted releases lack it', () => {
    checkOnly(
      ID,
      `${asking('>= 1.0')}
import {
  for_each = local.names
  ^^^^^^^^ hint import-terraform-version the constraint ">= 1.0" admits older releases too
  to       = aws_ecr_repository_policy.all[each.key]
  id       = each.value
}

${BUCKET}`,
    );
  });

  it('knows that `~> 1` has no upper end for Terraform', () => {
    expect(found('~> 1', `${MANY}${BUCKET}`)).toEqual(['hint import-terraform-version']);
    expect(found('~> 0', `${MANY}${BUCKET}`)).toEqual(['hint import-terraform-version']);
    expect(found('~> 1.4.0', `${MANY}${BUCKET}`)).toEqual(['error import-terraform-version']);
  });

  it('says nothing where nothing is asked, or it is not known', () => {
    const text = `${MANY}${BUCKET}`;
    expect(ruleIdsOnly(ID, text)).toEqual([]);
    expect(found('>= 1.7', text)).toEqual([]);
    expect(found('>= 1.4.0-beta1', text)).toEqual([]);
    expect(found('${local.version}', text)).toEqual([]);
    expect(found('~> 1.4.0', text, { 'versions_override.tf': asking('>= 1.7') })).toEqual([]);
  });

  it('says the same of OpenTofu, whose releases have the same numbers', () => {
    const lock = (host: string) => ({ '.terraform.lock.hcl': `provider "${host}/acme/x" {\n  version = "1.0.0"\n}\n` });
    const text = `${MANY}${BUCKET}`;
    const named =
      'import {\n  to       = aws_ecr_repository_policy.one\n  identity = { repository = "one" }\n}\nresource "aws_ecr_repository_policy" "one" {}\n';
    for (const files of [lock('registry.opentofu.org'), { 'other.tofu': '' }]) {
      expect(found('~> 1.6.0', text, files)).toEqual(['error import-terraform-version']);
      expect(found('>= 1.6', text, files)).toEqual(['hint import-terraform-version']);
      expect(found('>= 1.7', text, files)).toEqual([]);
      expect(found('~> 1.11.0', named, files)).toEqual(['error import-terraform-version']);
      expect(found('>= 1.12', named, files)).toEqual([]);
    }
    checkOnly(ID, {
      'main.tf': `${asking('~> 1.6.0')}
import {
  for_each = local.names
  ^^^^^^^^ error import-terraform-version was added in OpenTofu 1.7
  to       = aws_ecr_repository_policy.all[each.key]
  id       = each.value
}

${BUCKET}`,
      ...lock('registry.opentofu.org'),
    });
    expect(found('~> 1.6.0', text, lock('registry.terraform.io'))).toEqual(['error import-terraform-version']);
    expect(found('~> 1.6.0', text, { '.terraform.lock.hcl': '' })).toEqual(['error import-terraform-version']);
    expect(found('>= 1.7', text, lock('registry.terraform.io'))).toEqual([]);
  });

  it('is fixed by raising the constraint', () => {
    const text = `${asking('>= 1.0')}\n${MANY}\n${BUCKET}`;
    expect(fix(text, 'Raise the constraint to ">= 1.7"')).toBe(text.replace('>= 1.0', '>= 1.7'));
    const files = { 'main.tf': `${MANY}\n${BUCKET}`, 'versions.tf': asking('~> 1.4.0') };
    expect(fixModule(files, 'Raise the constraint to "~> 1.7.0"')['versions.tf']).toBe(asking('~> 1.7.0'));
  });
});
