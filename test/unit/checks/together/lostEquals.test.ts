import { describe, expect, it } from 'vitest';
import { fix, fixTitles, ruleIds } from '../../support/checkProblems.ts';

/** A module that nothing is wrong with, with a value of each form. */
const SOUND = `variable "days" {
  type    = number
  default = 14
}
resource "aws_ecr_repository" "app" {
  name                 = "team/\${terraform.workspace}"
  image_tag_mutability = "IMMUTABLE"
  force_delete         = true
  tags = {
    "Team" = "a"
    Owner = upper("b")
  }
  depends_on = [terraform_data.ready]
  image_scanning_configuration {
    scan_on_push = !false
  }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description = "Keep \${var.days} images"
        selection = {
          tagStatus = "any"
          countType = "imageCountMoreThan"
          countNumber = var.days > 3 ? var.days : 3
        }
        action = { type = "expire" }
      },
    ]
  })
}
resource "terraform_data" "ready" {
  input = -1
}
resource "aws_ecr_repository" "other" {
  name = "team/other"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration { scan_on_push = true }
}
resource "aws_ecr_lifecycle_policy" "other" {
  repository = aws_ecr_repository.other.name
  policy = <<-EOT
    {"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5}, "action": {"type": "expire"}}]}
  EOT
}
`;

/** Each line of the module with an equals sign, and the offset of the first there. */
const PLACES = SOUND.split('\n').flatMap((line, index, lines) => {
  const at = line.indexOf(' = ');
  const before = lines.slice(0, index).join('\n').length + 1;
  return at === -1 ? [] : [{ line: line.trim(), at: before + at }];
});

function withSign(at: number, sign: string): string {
  return `${SOUND.slice(0, at)} ${sign}${SOUND.slice(at + 3)}`;
}

function squeezed(text: string | null): string | undefined {
  return text?.replaceAll(/ +/g, ' ');
}

describe('an argument or key without its equals sign is one problem, and the fix gives the module back', () => {
  it('has a module without problems to begin with', () => {
    expect(ruleIds(SOUND)).toEqual([]);
    expect(PLACES.length).toBeGreaterThan(20);
  });

  // A word before a type or a brace may also begin a block, where other words are right.
  const certain = PLACES.filter(({ line }) => !/^(?:type .*number|tags = )/.test(line));

  it.each(certain)('nothing: $line', ({ at }) => {
    const text = withSign(at, '');
    expect(ruleIds(text)).toEqual(['error syntax']);
    // `key [` is an index into something called key.
    if (!text.includes('rules [')) expect(squeezed(fix(text, 'Write "="'))).toBe(squeezed(SOUND));
  });

  it.each(certain)('another sign: $line', ({ at, line }) => {
    for (const sign of ['== ', '=> ']) {
      const text = withSign(at, sign);
      expect(ruleIds(text)).toEqual(['error syntax']);
      // `key == a > 3 ? a : 3` is one expression, in which the sign is not wrong by itself.
      if (!(sign === '== ' && line.includes(' ? '))) {
        expect(squeezed(fix(text, 'Write "="'))).toBe(squeezed(SOUND));
      }
    }
  });

  it.each([
    ['name: "team/a"', 'name= "team/a"'],
    ['name := "team/a"', 'name = "team/a"'],
    ['name : "team/a"', 'name = "team/a"'],
    ['name"team/a"', 'name = "team/a"'],
    ['name (lower("TEAM"))', 'name = (lower("TEAM"))'],
  ])('%s', (line, mended) => {
    const text = SOUND.replace('name = "team/other"', line);
    expect(ruleIds(text)).toEqual(['error syntax']);
    expect(fix(text, 'Write "="')).toBe(SOUND.replace('name = "team/other"', mended));
  });
});

describe('a line that may begin a block is left to the words for blocks', () => {
  it.each([
    'provisioner "local-exec"\n    command = "x"\n  }',
    'dynamic "image_tag_mutability_exclusion_filter"\n',
    'lifecycle\n',
    'image_scanning_configuration other\n',
  ])('%s', (line) => {
    const text = SOUND.replace('  force_delete         = true\n', `  ${line}`);
    expect(ruleIds(text)).toContain('error syntax');
    expect(fixTitles(text)).not.toContain('Write "="');
  });
});
