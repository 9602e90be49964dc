export const json = (rule: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<EOF
{ "rules": [
${rule}
] }
EOF
}
`;

export const rule = ({
  priority = '1',
  status = '"untagged"',
  type = '"imageCountMoreThan"',
  number = '1',
  action = '"expire"',
  more = '',
}) =>
  `{ "rulePriority": ${priority}, "selection": { "tagStatus": ${status}, "countType": ${type}, "countNumber": ${number}${more} }, "action": { "type": ${action} } }`;
