import { describe, expect, it } from 'vitest';
import { refusalAt } from './support.ts';

const TO_JSONENCODE = 'Write the heredoc as jsonencode({ … })';

/** An interpolation between the quotes of an entry, with its surroundings. */
const IDIOMS: readonly (readonly [string, string])[] = [
  ['${join("\\",\\"", var.tags)}', ''],
  ['${join("\\", \\"", [for t in var.tags : t])}', ''],
  ['${join(local.between, var.tags)}', 'locals {\n  between = "\\",\\""\n}\n'],
  ['${local.joined}', 'locals {\n  joined = join("\\",\\"", var.tags)\n}\n'],
  ['${local.pair}', 'locals {\n  pair = "${var.tags[0]}\\",\\"${var.tags[1]}"\n}\n'],
  ['${var.on ? "a\\",\\"b" : "c"}', ''],
  ['${format("%s\\",\\"%s", var.tags[0], var.tags[1])}', ''],
  ['v${join("\\",\\"v", var.tags)}', ''],
  ['${replace(join(",", var.tags), ",", "\\",\\"")}', ''],
  ['${join("\\",\\"", local.known)}', 'locals {\n  known = ["a", "b"]\n}\n'],
];

const resource = (entry: string, around: string) =>
  `variable "tags" {\n  type = list(string)\n}\nvariable "on" {\n  type = bool\n}\n${around}resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = <<EOF$0
{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "tagged", "tagPatternList": ["${entry}"], "countType": "imageCountMoreThan", "countNumber": 3}, "action": {"type": "expire"}}]}
EOF
}
`;

describe('what is filled in between quotes', () => {
  it.each(IDIOMS)('is not taken for one string: %s', (entry, around) => {
    expect(refusalAt(resource(entry, around), TO_JSONENCODE)).toMatch(/^What is filled into a string holds/);
    const document = 'Write the policy as a data source aws_ecr_lifecycle_policy_document';
    expect(refusalAt(resource(entry, around), document)).toMatch(/^What is filled into a string holds/);
  });

  it.each(['${var.tags[0]}', 'v${var.tags[0]}-*', '${join("-", var.tags)}', '${lower(var.tags[0])}'])(
    'is one string where nothing says otherwise: %s',
    (entry) => {
      expect(refusalAt(resource(entry, ''), TO_JSONENCODE)).toBeNull();
    },
  );
});
