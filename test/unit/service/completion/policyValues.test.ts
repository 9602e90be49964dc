import { describe, expect, it } from 'vitest';
import { accept, itemsAt, labelsAt } from './cursor.ts';

const rules = (text: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [
${text}
    ]
  })
}
`;
const oneRule = (selection: string, action: string) =>
  rules(`      { rulePriority = 1, selection = { ${selection} }, action = { ${action} } }`);

describe('values that fit the rest of the rule come first', () => {
  it.each([
    ['countType after archive', oneRule('storageClass = "archive", countType = "$0"', ''), 'sinceImageTransitioned'],
    ['countType with countUnit', oneRule('countUnit = "days", countType = $0', ''), 'sinceImagePushed'],
    [
      'storageClass with sinceImageTransitioned',
      oneRule('countType = "sinceImageTransitioned", storageClass = $0', ''),
      'archive',
    ],
    ['storageClass otherwise', oneRule('countType = "sinceImagePushed", storageClass = $0', ''), 'standard'],
    ['type with sinceImagePulled', oneRule('countType = "sinceImagePulled"', 'type = $0'), 'transition'],
    ['type with sinceImageTransitioned', oneRule('countType = "sinceImageTransitioned"', 'type = "$0"'), 'expire'],
    ['tagStatus beside a tag list', oneRule('tagPrefixList = ["v"], tagStatus = $0', ''), 'tagged'],
  ])('%s', (_, text, first) => {
    expect(labelsAt(text)[0]).toBe(first);
  });

  it('puts a tag status last that another rule of the storage class has', () => {
    const text = rules(`      { rulePriority = 1, selection = { tagStatus = "untagged" } },
      { rulePriority = 2, selection = { tagStatus = "$0" } },`);
    expect(labelsAt(text)).toEqual(['tagged', 'any', 'untagged']);
  });

  it('reads the rest of the rule in JSON that is being typed', () => {
    const text = `resource "aws_ecr_lifecycle_policy" "p" {
  policy = <<EOF
{ "rules": [ { "selection": { "countType": "sinceImagePulled" }, "action": { "type": "$0" ]
EOF
}
`;
    expect(labelsAt(text)).toEqual(['transition', 'expire']);
  });

  it('finds values by what they are about', () => {
    const item = itemsAt(oneRule('countType = "$0"', '')).find(({ label }) => label === 'sinceImageTransitioned');
    expect(item?.filterText).toContain('archive');
  });

  it('says what each value does', () => {
    const items = itemsAt(oneRule('countType = "$0"', ''));
    expect(items.map(({ documentation }) => documentation.length > 30)).toEqual([true, true, true, true]);
  });
});

describe('rulePriority', () => {
  it.each([
    ['the first rule', rules('      { rulePriority = $0 }'), ['1']],
    [
      'after others',
      rules('      { rulePriority = 1 },\n      { rulePriority = 2 },\n      { rulePriority = $0 },'),
      ['3'],
    ],
    ['a gap below', rules('      { rulePriority = 10 },\n      { rulePriority = $0 },'), ['11', '1']],
    ['a number already there', rules('      { rulePriority = 1 },\n      { rulePriority = 4$0 },'), ['2']],
  ])('%s', (_, text, labels) => {
    expect(labelsAt(text)).toEqual(labels);
  });

  it('replaces the number', () => {
    const write = (priority: string) => rules(`      { rulePriority = 1 },\n      { rulePriority = ${priority} },`);
    expect(accept(write('1$0'), '2')).toBe(write('2'));
  });

  it('stays silent inside quotes', () => {
    expect(labelsAt(rules('      { rulePriority = "$0" }'))).toEqual([]);
  });
});

describe('whole rules and policies', () => {
  it('offers rules in the list', () => {
    const labels = labelsAt(rules('      $0'), false);
    expect(labels).toContain('rule: expire untagged images');
    expect(labels).toContain('rule: keep the newest images');
    expect(labels.at(-1)).toBe('rule');
  });

  it('writes a rule with the next priority, aligned', () => {
    const before = '      { rulePriority = 3 },\n';
    expect(accept(rules(`${before}      $0`), 'rule: expire untagged images')).toBe(
      rules(`${before}      {
        rulePriority = 4
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      }`),
    );
  });

  it('adds the comma before a rule that follows', () => {
    expect(accept(rules('      $0\n      { rulePriority = 1 }'), 'rule')).toContain(
      '      },\n      { rulePriority = 1 }',
    );
  });

  it('writes a rule in JSON', () => {
    const write = (text: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = <<EOF\n{\n  "rules": [\n    ${text}\n  ]\n}\nEOF\n}\n`;
    expect(accept(write('$0'), 'rule: keep the newest images')).toBe(
      write(`{
      "rulePriority": 1,
      "description": "Keep the newest 30 images",
      "selection": {
        "tagStatus": "any",
        "countType": "imageCountMoreThan",
        "countNumber": 30
      },
      "action": {
        "type": "expire"
      }
    }`),
    );
  });

  it('writes a policy into an empty heredoc and an empty string', () => {
    const write = (text: string) => `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = ${text}\n}\n`;
    expect(accept(write('<<EOF\n$0\nEOF'), 'policy: expire untagged images')).toContain('"tagStatus": "untagged"');
    expect(accept(write('"$0"'), 'policy')).toBe(
      write(
        '"{\\"rules\\": [{\\"rulePriority\\": 1, \\"selection\\": {\\"tagStatus\\": \\"tagged\\", \\"tagPatternList\\": [\\"v*\\"], \\"countType\\": \\"imageCountMoreThan\\", \\"countNumber\\": 30}, \\"action\\": {\\"type\\": \\"expire\\"}}]}"',
      ),
    );
  });

  it('writes jsonencode where the policy is missing', () => {
    const text = accept(
      'resource "aws_ecr_lifecycle_policy" "p" {\n  policy = $0\n}\n',
      'jsonencode policy: keep the newest images',
    );
    expect(text).toContain('policy = jsonencode({\n    rules = [\n      {\n        rulePriority = 1\n');
    expect(text).toContain('\n    ]\n  })\n}\n');
  });

  it('offers a list for rules', () => {
    const write = (value: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({\n    rules = ${value}\n  })\n}\n`;
    expect(accept(write('$0'), '[ … ]')).toContain('rules = [\n      {\n        rulePriority = 1\n');
  });

  it('offers an object for selection and action', () => {
    expect(accept(rules('      {\n        selection = $0\n      }'), '{ … }')).toBe(
      rules('      {\n        selection = {\n          ‸\n        }\n      }'),
    );
    expect(accept(rules('      {\n        action = $0\n      }'), '{ type … }')).toBe(
      rules('      {\n        action = {\n          type = "expire"\n        }\n      }'),
    );
  });
});
