/** Scans all repositories, so that the tests are about other things. */
export const SCANNING = `resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"
}
`;

/** A repository with a policy, so that only its own arguments are judged. */
export const repository = (body: string) => `${SCANNING}
resource "aws_ecr_repository" "app" {
  name                 = "app"
${body}}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

export const FILTER = `
  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
`;

export const mutability = (value: string) => `  image_tag_mutability = ${value}\n`;
