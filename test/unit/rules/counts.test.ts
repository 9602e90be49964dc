import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles } from '../support/checkProblems.ts';

describe('rule-count-unit-missing', () => {
  it('stands on the countType', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countNumber = 14 }, action = { type = "expire" } },
                                                                          ^^^^^^^^^^^^^^^^^^ error rule-count-unit-missing needs countUnit = "days"
  ] })
}
`);
  });

  it('is silent while the block is damaged, and where countUnit may be there', () => {
    check(`
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = var.unit, countNumber = 14 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "any", countType = var.type, countNumber = 14 }, action = { type = "expire" } },
    { rulePriority = 3, selection = merge(local.base, { countType = "sinceImagePushed" }), action = { type = "expire" } },
  ] })
}
`);
  });

  it('adds the unit after the countType, aligned where the neighbours are', () => {
    const text = (unit: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection = {
        tagStatus   = "untagged" # no tag
        countType   = "sinceImagePushed"
${unit}        countNumber = 14
      }
      action = { type = "expire" }
    }]
  })
}
`;
    expect(fix(text(''), 'Add countUnit = "days"')).toBe(text('        countUnit   = "days"\n'));
    const crlf = (unit: string) => text(unit).replaceAll('\n', '\r\n');
    expect(fix(crlf(''), 'Add countUnit = "days"')).toBe(crlf('        countUnit   = "days"\n'));
  });
});

describe('rule-count-unit-missing in JSON', () => {
  const resource = (policy: string) =>
    `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy     = ${policy}\n}\n`;
  const head = '{"rules": [{"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "sinceImagePushed"';
  const tail = ', "countNumber": 9}, "action": {"type": "expire"}}]}';

  it('adds the unit as the neighbours are written', () => {
    const title = 'Add countUnit = "days"';
    const quoted = (unit: string) => resource(JSON.stringify(head + unit + tail));
    expect(fix(quoted(''), title)).toBe(quoted(', "countUnit": "days"'));
    const lines = (unit: string) =>
      resource(`<<EOF
{
  "rules": [{
    "rulePriority": 1,
    "selection": {
      "tagStatus": "any",
      "countType": "sinceImagePushed",
${unit}      "countNumber": 9
    },
    "action": {"type": "expire"}
  }]
}
EOF`);
    expect(fix(lines(''), title)).toBe(lines('      "countUnit": "days",\n'));
  });
});

describe('rule-count-unit-forbidden', () => {
  const heredoc = (selection: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy     = <<-EOF
    {
      "rules": [{
        "rulePriority": 1,
        "selection": ${selection},
        "action": {"type": "expire"}
      }]
    }
  EOF
}
`;

  it('stands on the countUnit', () => {
    check(
      heredoc(`{
          "tagStatus": "untagged",
          "countType": "imageCountMoreThan",
          "countUnit": "days",
                       ^^^^^^ error rule-count-unit-forbidden takes no countUnit
          "countNumber": 5
        }`),
    );
  });

  it('is silent where the countType or the unit is interpolated', () => {
    check(heredoc('{"tagStatus": "any", "countType": "${var.type}", "countUnit": "days", "countNumber": 5}'));
    check(
      heredoc('{"tagStatus": "any", "countType": "imageCountMoreThan", "countUnit": ${var.unit}, "countNumber": 5}'),
    );
  });

  it('removes the unit or counts days', () => {
    const both = heredoc(
      '{"tagStatus": "any", "countType": "imageCountMoreThan", "countUnit": "days", "countNumber": 5}',
    );
    expect(fixTitles(both)).toEqual([
      'choice: Remove countUnit (count images)',
      'choice: Change countType to sinceImagePushed (count days)',
    ]);
    expect(fix(both, 'Remove countUnit (count images)')).toBe(
      heredoc('{"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5}'),
    );
    expect(fix(both, 'Change countType to sinceImagePushed (count days)')).toBe(
      heredoc('{"tagStatus": "any", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 5}'),
    );
  });
});

describe('rule-action-mismatch', () => {
  const text = (selection: string, action: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "r"
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { ${selection} }
    action       = { ${action} }
  }] })
}
`;
  const pulled = 'tagStatus = "any", countType = "sinceImagePulled", countUnit = "days", countNumber = 90';
  const archived =
    'tagStatus = "any", storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 90';

  it('stands on the type alone, whatever the target', () => {
    check(`${text(pulled, 'type = "expire"').trimEnd().split('\n').slice(0, 6).join('\n')}
                            ^^^^^^^^ error rule-action-mismatch can only transition
  }] })
}
`);
    check(text(pulled, 'type = var.type'));
    check(text('tagStatus = "any", countType = var.type, countUnit = "days", countNumber = 90', 'type = "expire"'));
  });

  it('archives, or counts from the push', () => {
    const wrong = text(pulled, 'type = "expire"');
    expect(fix(wrong, 'Archive the images instead (transition)')).toBe(
      text(pulled, 'type = "transition", targetStorageClass = "archive"'),
    );
    expect(fix(wrong, 'Count from the push (sinceImagePushed)')).toBe(
      text(pulled.replace('Pulled', 'Pushed'), 'type = "expire"'),
    );
    expect(
      fix(text(archived, 'type = "transition", targetStorageClass = "archive"'), 'Delete the images instead (expire)'),
    ).toBe(text(archived, 'type = "expire"'));
  });

  it('rule-target-storage-class: adds or removes the target', () => {
    expect(fix(text(pulled, 'type = "transition"'), 'Add targetStorageClass = "archive"')).toBe(
      text(pulled, 'type = "transition", targetStorageClass = "archive"'),
    );
    const pushed = pulled.replace('Pulled', 'Pushed');
    expect(fix(text(pushed, 'type = "expire", targetStorageClass = "archive"'), 'Remove targetStorageClass')).toBe(
      text(pushed, 'type = "expire"'),
    );
    check(text(pulled, 'type = "transition", targetStorageClass = var.target'));
  });

  it('rule-storage-class-mismatch: adds the class, or drops it', () => {
    expect(
      fix(text(archived.replace(' storageClass = "archive",', ''), 'type = "expire"'), 'Add storageClass = "archive"'),
    ).toBe(
      text(
        archived.replace(' storageClass = "archive",', '').replace('"any",', '"any", storageClass = "archive",'),
        'type = "expire"',
      ),
    );
    const pushed = archived.replace('Transitioned', 'Pushed');
    expect(fix(text(pushed, 'type = "expire"'), 'Remove storageClass (standard images)')).toBe(
      text(pushed.replace(' storageClass = "archive",', ''), 'type = "expire"'),
    );
    expect(fix(text(pushed, 'type = "expire"'), 'Change countType to sinceImageTransitioned (archived images)')).toBe(
      text(archived, 'type = "expire"'),
    );
    check(text(archived.replace('"archive"', 'var.class'), 'type = "expire"'));
  });

  it('rule-archive-minimum: raises the number', () => {
    const short = text(archived.replace('90', '30'), 'type = "expire"');
    expect(fixTitles(short)).toEqual(['choice: Change countNumber to 90']);
    expect(fix(short, 'Change countNumber to 90')).toBe(text(archived, 'type = "expire"'));
    check(text(archived.replace('90', 'var.days'), 'type = "expire"'));
  });
});
