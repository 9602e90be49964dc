import { describe, expect, it } from 'vitest';
import { linksOf } from '../../../../server/src/service/structure/links.ts';
import type { Files } from '../../support/checkProblems.ts';
import { moduleOf } from './support.ts';

/** The links of `main.tf`, as `text → where it leads`. */
function links(files: string | Files): string[] {
  const { module, text } = moduleOf(files);
  const isReachable = (uri: string) => !uri.startsWith('missing');
  return linksOf(module, 'main.tf', isReachable).map(({ start, end, uri }) => `${text.slice(start, end)} → ${uri}`);
}

const REGISTRY = 'https://registry.terraform.io';

describe('a link', () => {
  it('leads from a path to the file that is read', () => {
    const files = {
      'main.tf':
        'locals {\n  a = file("policies/app.json")\n  b = templatefile("${path.module}/policies/app.json", {})\n  c = file("missing.json")\n  d = file(var.path)\n}\n',
      'policies/app.json': '{}',
    };
    expect(links(files)).toEqual([
      'policies/app.json → policies/app.json',
      '${path.module}/policies/app.json → policies/app.json',
    ]);
  });

  it('leads from a call to the module in a folder, or to its page', () => {
    const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;
    expect(links({ 'main.tf': call('./modules/ecr'), 'modules/ecr/main.tf': 'locals {}\n' })).toEqual([
      './modules/ecr → modules/ecr/main.tf',
    ]);
    expect(links(call('terraform-aws-modules/ecr/aws'))).toEqual([
      `terraform-aws-modules/ecr/aws → ${REGISTRY}/modules/terraform-aws-modules/ecr/aws/latest`,
    ]);
    expect(links(call('terraform-aws-modules/ecr/aws//modules/repository-template'))).toEqual([
      `terraform-aws-modules/ecr/aws//modules/repository-template → ${REGISTRY}/modules/terraform-aws-modules/ecr/aws/latest/submodules/repository-template`,
    ]);
    expect(links(call('git::https://example.com/ecr.git'))).toEqual([]);
    expect(links(call('./missing'))).toEqual([]);
  });

  it('leads from a type of ECR to its page', () => {
    expect(
      links('resource "aws_ecr_repository" "a" {}\ndata "aws_ecr_image" "i" {}\nresource "aws_s3_bucket" "b" {}\n'),
    ).toEqual([
      `aws_ecr_repository → ${REGISTRY}/providers/hashicorp/aws/latest/docs/resources/ecr_repository`,
      `aws_ecr_image → ${REGISTRY}/providers/hashicorp/aws/latest/docs/data-sources/ecr_image`,
    ]);
  });
});
