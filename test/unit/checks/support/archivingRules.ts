export const ruleWith = (selection: string, action: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { ${selection} }
    action       = { ${action} }
  }] })
}
`;

export const pulled = 'tagStatus = "any", countType = "sinceImagePulled", countUnit = "days", countNumber = 90';

export const archived =
  'tagStatus = "any", storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 90';
