export const policy = (selection: string, others = '') => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { ${selection}, countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },
${others}  ] })
}
`;

/** The same with carets below the rule, `column` characters into the selection. */
export function under(selection: string, column: number, carets: string): string {
  return policy(selection, `${' '.repeat(38 + column)}${carets}\n`);
}

export const ANY_ELSEWHERE =
  '    { rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },\n';
