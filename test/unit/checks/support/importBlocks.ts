export const repository = (repetition = '', name = '"app"') => `
resource "aws_ecr_repository" "app" {
  name                 = ${name}
${repetition}  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy     = var.policy
  depends_on = [aws_ecr_repository.app]
}
`;

/** A call of a module elsewhere, for targets inside one. */
const callFor = (to: string) => {
  const name = /^module\.(\w+)/.exec(to)?.[1];
  return name === undefined ? '' : `module "${name}" {\n  source = "example/${name}/aws"\n}\n`;
};

export const block = (to: string, id = '"app"', more = '') =>
  `import {\n  to = ${to}\n  id = ${id}\n${more}}\n${callFor(to)}`;

export const COUNT = '  count = 2\n';

export const FOR_EACH = '  for_each = var.names\n';

export const marked = (text: string, said: string) => `${text}\n       ${'^'.repeat(text.length)} ${said}`;
