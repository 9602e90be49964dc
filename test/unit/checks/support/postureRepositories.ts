const POLICY = `
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

export const repository = (body: string) => `resource "aws_ecr_repository" "app" {\n${body}}\n${POLICY}`;

export const IMMUTABLE = '  name                 = "app"\n  image_tag_mutability = "IMMUTABLE"\n';

export const scanning = (value: string) => `\n  image_scanning_configuration {\n    scan_on_push = ${value}\n  }\n`;

export const SCANNED = scanning('true');

export const HEADER = '^'.repeat('resource "aws_ecr_repository" "app"'.length);
