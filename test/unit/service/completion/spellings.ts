/** The three ways in which a policy can be written in a .tf file. `body` is JSON-like text with a `$0`. */
export type Spelling = 'jsonencode' | 'heredoc' | 'quoted string';

/** A module with one rule whose selection and action are given as written in that spelling. */
export function moduleWith(spelling: Spelling, policy: string): string {
  switch (spelling) {
    case 'jsonencode':
      return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy = jsonencode(${policy})\n}\n\nlocals {\n  after = 1\n}\n`;
    case 'heredoc':
      return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy = <<-EOF\n    ${policy}\n  EOF\n}\n\nlocals {\n  after = 1\n}\n`;
    case 'quoted string':
      return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy = "${policy}"\n}\n\nlocals {\n  after = 1\n}\n`;
  }
}
