export function rule(priority: number, selection: string): string {
  return `    { rulePriority = ${priority}, selection = { ${selection} }, action = { type = "expire" } },\n`;
}

export function policy(...rules: string[]): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy = jsonencode({ rules = [\n${rules.join('')}  ] })\n}\n`;
}

export const COUNT = 'countType = "imageCountMoreThan", countNumber = 5';

export const list = (priority: number, ...entries: string[]) =>
  rule(priority, `tagStatus = "tagged", tagPatternList = ${JSON.stringify(entries)}, ${COUNT}`);

export const status = (priority: number, tagStatus: string) => rule(priority, `tagStatus = "${tagStatus}", ${COUNT}`);
