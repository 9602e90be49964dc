/** The surroundings for a snippet that completes something: `%` is the place of the snippet. */
const REPOSITORY = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

const REPOSITORIES = `locals {
  repository_names = toset(["team/api", "team/worker"])
}

resource "aws_ecr_repository" "service" {
  for_each = local.repository_names

  name                 = each.key
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

const KEEP_NEWEST = `policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
    ]
  })`;

const POLICY = `resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name

  ${KEEP_NEWEST}
}
`;

const POLICIES = `resource "aws_ecr_lifecycle_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name

  ${KEEP_NEWEST}
}
`;

const EXCLUDING_REPOSITORY = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  %

  image_scanning_configuration {
    scan_on_push = true
  }
}
`;

function ruleBefore(last: string): string {
  return `${REPOSITORY}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name

  policy = jsonencode({
    rules = [
      %
${last}    ]
  })
}
`;
}

function closingRule(selection: string): string {
  return `      {
        rulePriority = 2
        selection = {
${selection}
        }
        action = { type = "expire" }
      },
`;
}

const LAST_ANY = closingRule(`          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 500`);

const LAST_ARCHIVED = closingRule(`          tagStatus    = "any"
          storageClass = "archive"
          countType    = "sinceImageTransitioned"
          countUnit    = "days"
          countNumber  = 365`);

/** The module around an incomplete snippet, by prefix. The others are whole modules. */
export const SURROUNDINGS: Readonly<Record<string, string>> = {
  'ecr-repo-only': `%\n${POLICY}`,
  'ecr-exclusion-filter': `${EXCLUDING_REPOSITORY}\n${POLICY}`,
  'ecr-policy': `${REPOSITORY}\n%`,
  'ecr-policy-keep': `${REPOSITORY}\n%`,
  'ecr-policy-untagged': `${REPOSITORY}\n%`,
  'ecr-policy-tags': `${REPOSITORY}\n%`,
  'ecr-policy-age': `${REPOSITORY}\n%`,
  'ecr-policy-archive': `${REPOSITORY}\n%`,
  'ecr-policy-heredoc': `${REPOSITORY}\n%`,
  'ecr-policy-document': `${REPOSITORY}\n%`,
  'ecr-policy-for-each': `${REPOSITORIES}\n%`,
  'ecr-rule-untagged': ruleBefore(LAST_ANY),
  'ecr-rule-tagged': ruleBefore(LAST_ANY),
  'ecr-rule-keep': ruleBefore(''),
  'ecr-rule-age': ruleBefore(''),
  'ecr-rule-archive': ruleBefore(LAST_ARCHIVED),
  'ecr-rule-archived': ruleBefore(LAST_ANY),
  'ecr-repo-policy': `${REPOSITORY}\n${POLICY}\n%`,
  'ecr-repo-policy-org': `${REPOSITORY}\n${POLICY}\n%`,
  'ecr-repo-policy-lambda': `${REPOSITORY}\n${POLICY}\n%`,
  'ecr-import-identity': `%\n${REPOSITORY}\n${POLICY}`,
  'ecr-import': `%\n${REPOSITORY}\n${POLICY}`,
  'ecr-import-policy': `%\n${REPOSITORY}\n${POLICY}`,
  'ecr-import-for-each': `%\n${REPOSITORIES}\n${POLICIES}`,
};
