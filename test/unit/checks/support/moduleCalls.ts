/** A call of a module, with more code after it. */
export function call(source: string, body: string, beside = ''): string {
  return `module "ecr" {\n  source = "${source}"\n${body}\n}\n${beside}`;
}

function registry(source: string, version: string, body: string, beside: string): string {
  return call(source, version === '' ? body : `  version = "${version}"\n${body}`, beside);
}

/** A call of terraform-aws-modules/ecr/aws. */
export function tam(body: string, version = '~> 3.0', beside = ''): string {
  return registry('terraform-aws-modules/ecr/aws', version, body, beside);
}

/** A call of its submodule for repository creation templates. */
export function template(body: string, version = '~> 3.0', beside = ''): string {
  return registry('terraform-aws-modules/ecr/aws//modules/repository-template', version, body, beside);
}

export function cloudposse(body: string, version = '1.0.2', beside = ''): string {
  return registry('cloudposse/ecr/aws', version, body, beside);
}

export function lgallard(body: string, version = '2.1.1', beside = ''): string {
  return registry('lgallard/ecr/aws', version, body, beside);
}

/** The requirement for the AWS provider. */
export function aws(version: string): string {
  return `terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "${version}"\n    }\n  }\n}\n`;
}

export function terraform(version: string): string {
  return `terraform {\n  required_version = "${version}"\n}\n`;
}

const rule = (selection: string) =>
  `custom_lifecycle_rules = [{ selection = { ${selection} }, action = { type = "expire" } }]`;

/** A rule for any image, and one for images of a prefix, as cloudposse takes them. */
export const ANY = rule('tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 9');
export const CUSTOM = rule(
  'tagStatus = "tagged", tagPrefixList = ["dev-"], countType = "imageCountMoreThan", countNumber = 9',
);
