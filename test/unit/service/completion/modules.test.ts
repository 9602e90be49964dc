import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { complete } from '../../../../server/src/service/completion/complete.ts';
import { hover } from '../../../../server/src/service/hover/hover.ts';
import { accept, itemsAt, labelsAt, openAtCursor } from './cursor.ts';

const call = (source: string, body: string) => `module "ecr" {\n  source = "${source}"\n${body}\n}\n`;

describe('a call of a known module', () => {
  it.each([
    ['terraform-aws-modules/ecr/aws', 'repository_lifecycle_policy'],
    ['registry.terraform.io/terraform-aws-modules/ecr/aws', 'repository_lifecycle_policy'],
    ['git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=v3.2.0', 'repository_name'],
    ['cloudposse/ecr/aws', 'max_image_count'],
  ])('of %s completes its inputs', (source, name) => {
    expect(labelsAt(call(source, '  $0'))).toContain(name);
    expect(labelsAt(call(source, '  $0'))).toContain('for_each');
  });

  it('completes values and the policy inside', () => {
    const source = 'terraform-aws-modules/ecr/aws';
    expect(labelsAt(call(source, '  repository_image_tag_mutability = "$0"'))).toContain('IMMUTABLE');
    expect(labelsAt(call(source, '  repository_type = $0'))).toEqual(['private', 'public']);
    const policy =
      '  repository_lifecycle_policy = jsonencode({\n    rules = [{\n      selection = { tagStatus = "$0" }\n    }]\n  })';
    expect(labelsAt(call(source, policy))).toContain('untagged');
    expect(accept(call(source, '  repository_life$0'), 'repository_lifecycle_policy')).toContain(
      '  repository_lifecycle_policy = jsonencode({\n    rules = [\n',
    );
  });

  it('leaves inputs to a companion, but not what is in the policy', () => {
    const source = 'terraform-aws-modules/ecr/aws';
    expect(labelsAt(call(source, '  $0'), false)).toEqual([]);
    const policy = '  repository_lifecycle_policy = jsonencode({ rules = [{ action = { type = "$0" } }] })';
    expect(labelsAt(call(source, policy), false)).toContain('expire');
  });

  it('says nothing of other modules', () => {
    const every = ['version', 'for_each', 'count', 'providers', 'depends_on'];
    expect(labelsAt(call('terraform-aws-modules/vpc/aws', '  $0'))).toEqual(every);
    expect(labelsAt(call('./missing', '  $0'))).toEqual(every);
  });

  it('completes its outputs, and explains them and the inputs', () => {
    const text = `${call('cloudposse/ecr/aws', '')}output "o" {\n  value = module.ecr.$0\n}\n`;
    expect(labelsAt(text)).toContain('repository_url_map');
    expect(labelsAt(text.replace('module.ecr.', 'module.'))).toEqual(['ecr']);
    const { module, uri, offset } = openAtCursor(call('cloudposse/ecr/aws', '  max_image_c$0ount = 100'));
    expect(hover({ module, uri, offset })?.markdown).toContain('Default: `500`.');
  });
});

describe('a call of a module of the workspace', () => {
  const INNER = `variable "name" {
  description = "Name of the repository."
  type        = string
}

variable "mutable" {
  type    = bool
  default = false
}

variable "rules" {
  type = list(object({
    days = number
  }))
  default = []
}

output "url" {
  description = "Where to push."
  value       = "x"
}
`;

  function itemsInCall(marked: string) {
    const offset = marked.indexOf('$0');
    const workspace = new Workspace();
    workspace.openDocument('file:///code/main.tf', marked.replace('$0', ''));
    workspace.openDocument('file:///code/modules/ecr/main.tf', INNER);
    const module = workspace.moduleOf('file:///code/main.tf');
    if (module === undefined) throw new Error('the document is open');
    return complete({ module, uri: 'file:///code/main.tf', offset, offersArguments: true });
  }

  it('completes its variables, those without a default first', () => {
    const items = itemsInCall(call('./modules/ecr', '  $0'));
    expect(items.slice(0, 4).map(({ label, detail }) => [label, detail])).toEqual([
      ['name', 'string, required'],
      ['mutable', 'bool, optional'],
      ['rules', 'expression, optional'],
      ['version', 'string, optional'],
    ]);
    expect(items[0]?.documentation).toBe('Name of the repository.');
    expect(items[1]?.documentation).toBe('Default: `false`.');
    expect(items[2]?.documentation).toContain('Type: `list(object({ days = number }))`.');
  });

  it('completes its outputs', () => {
    const items = itemsInCall(`${call('./modules/ecr', '')}output "o" {\n  value = module.ecr.$0\n}\n`);
    expect(items.map(({ label, documentation }) => [label, documentation])).toEqual([['url', 'Where to push.']]);
  });
});

describe('words that people look for', () => {
  it('find the value that is called otherwise', () => {
    const document =
      'data "aws_ecr_lifecycle_policy_document" "d" {\n  rule {\n    selection {\n      count_type = "$0"\n    }\n  }\n}\n';
    const filter = itemsAt(document).find(({ label }) => label === 'sinceImageTransitioned')?.filterText;
    expect(filter).toContain('archive');
  });
});
