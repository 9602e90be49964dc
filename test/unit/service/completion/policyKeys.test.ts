import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const policy = (text: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = ${text}
}

resource "aws_ecr_repository" "r" {
  name = "r"
}
`;
const rule = (text: string) =>
  policy(`jsonencode({
    rules = [
      {
${text}
      }
    ]
  })`);
const selection = (text: string) =>
  rule(`        rulePriority = 1
        selection = {
${text}
        }
        action = { type = "expire" }`);
const heredoc = (text: string) =>
  policy(`<<-EOF
    {
      "rules": [
        {
${text}
        }
      ]
    }
  EOF`);

describe('the keys of each level', () => {
  it.each([
    ['a policy', policy('jsonencode({ $0 })'), ['rules']],
    ['an unclosed policy', policy('jsonencode({\n    $0'), ['rules']],
    ['a rule', rule('        $0'), ['rulePriority', 'selection', 'action', 'description']],
    [
      'a selection',
      selection('          $0'),
      ['tagStatus', 'countType', 'countNumber', 'tagPatternList', 'tagPrefixList', 'storageClass', 'countUnit'],
    ],
    ['an action', rule('        action = { $0 }'), ['type', 'targetStorageClass']],
    ['a rule in a heredoc', heredoc('          $0'), ['rulePriority', 'selection', 'action', 'description']],
    [
      'a rule in a heredoc, in quotes',
      heredoc('          "$0"'),
      ['rulePriority', 'selection', 'action', 'description'],
    ],
    [
      'a rule in a quoted string',
      policy('"{\\"rules\\": [{$0}]}"'),
      ['rulePriority', 'selection', 'action', 'description'],
    ],
    ['a word being typed', rule('        sel$0'), ['rulePriority', 'selection', 'action', 'description']],
    ['a word before its value', rule('        sel$0 = {}'), ['rulePriority', 'selection', 'action', 'description']],
    ['a quoted word being typed', rule('        "sel$0'), ['rulePriority', 'selection', 'action', 'description']],
  ])('%s', (_, text, labels) => {
    expect(labelsAt(text, false)).toEqual(labels);
  });
});

describe('what is there or cannot stand there is left out', () => {
  it.each([
    [
      'present keys',
      rule('        rulePriority = 1\n        action = { type = "expire" }\n        $0'),
      ['selection', 'description'],
    ],
    [
      'keys that follow',
      rule('        $0\n        rulePriority = 1\n        action = { type = "expire" }'),
      ['selection', 'description'],
    ],
    [
      'present keys in a heredoc',
      heredoc('          "rulePriority": 1,\n          $0\n          "action": {"type": "expire"}'),
      ['selection', 'description'],
    ],
    [
      'present keys in one line',
      rule('        selection = { tagStatus = "any", countType = "sinceImagePushed", $0 }'),
      ['countUnit', 'countNumber', 'storageClass'],
    ],
    [
      'countUnit with a count of images',
      selection('          tagStatus = "any"\n          countType = "imageCountMoreThan"\n          $0'),
      ['countNumber', 'storageClass'],
    ],
    [
      'tag lists with untagged',
      selection('          tagStatus = "untagged"\n          countNumber = 1\n          $0'),
      ['countType', 'storageClass', 'countUnit'],
    ],
    [
      'the other tag list',
      selection(
        '          tagStatus = "tagged"\n          tagPrefixList = ["v"]\n          countNumber = 1\n          $0',
      ),
      ['countType', 'storageClass', 'countUnit'],
    ],
    [
      'targetStorageClass with expire',
      rule('        action = {\n          type = "expire"\n          $0\n        }'),
      [],
    ],
  ])('%s', (_, text, labels) => {
    expect(labelsAt(text)).toEqual(labels);
  });

  it.each([
    ['a tag list with tagged', selection('          tagStatus = "tagged"\n          $0'), 'tagPatternList'],
    [
      'targetStorageClass with transition',
      rule('        action = {\n          type = "transition"\n          $0\n        }'),
      'targetStorageClass',
    ],
  ])('needed keys come among the first: %s', (_, text, label) => {
    expect(labelsAt(text).slice(0, 3)).toContain(label);
  });
});

describe('an accepted key brings what follows it, in the spelling around it', () => {
  it.each([
    ['a number', rule('        $0'), 'rulePriority', rule('        rulePriority = 1')],
    ['text', rule('        $0'), 'description', rule('        description = "‸"')],
    ['an object', rule('        $0'), 'selection', rule('        selection = {\n          ‸\n        }')],
    [
      'an object on one line',
      rule('        rulePriority = 1, $0'),
      'selection',
      rule('        rulePriority = 1, selection = { ‸ }'),
    ],
    [
      'the only value',
      selection('          countType = "sinceImagePushed"\n          $0'),
      'countUnit',
      selection('          countType = "sinceImagePushed"\n          countUnit = "days"'),
    ],
    [
      'the first value that fits',
      selection('          storageClass = "archive"\n          $0'),
      'countType',
      selection('          storageClass = "archive"\n          countType = "sinceImageTransitioned"'),
    ],
    ['a list', selection('          $0'), 'tagPatternList', selection('          tagPatternList = ["‸"]')],
    [
      'a comma where all lines have one',
      rule('        rulePriority = 1,\n        $0'),
      'description',
      rule('        rulePriority = 1,\n        description = "‸",'),
    ],
    [
      'quotes and colons where others have them',
      rule('        "rulePriority" : 1\n        $0'),
      'description',
      rule('        "rulePriority" : 1\n        "description" : "‸"'),
    ],
    ['only the word before its value', rule('        des$0 = "x"'), 'description', rule('        description = "x"')],
    ['no second quotes', rule('        "$0"'), 'description', rule('        "description" = "‸"')],
    ['the closing quote', rule('        "des$0'), 'description', rule('        "description" = "‸"')],
    ['JSON', heredoc('          $0'), 'description', heredoc('          "description": "‸"')],
    ['JSON in quotes', heredoc('          "$0"'), 'description', heredoc('          "description": "‸"')],
    [
      'JSON after an opening quote',
      heredoc('          "des$0'),
      'description',
      heredoc('          "description": "‸"'),
    ],
    ['JSON before its value', heredoc('          "$0": "x"'), 'description', heredoc('          "description": "x"')],
    [
      'JSON with a comma before the next key',
      heredoc('          $0\n          "rulePriority": 1'),
      'description',
      heredoc('          "description": "‸",\n          "rulePriority": 1'),
    ],
    [
      'an object in JSON',
      heredoc('          $0'),
      'selection',
      heredoc('          "selection": {\n            ‸\n          }'),
    ],
    [
      'escaped quotes',
      policy('"{\\"rules\\": [{$0}]}"'),
      'description',
      policy('"{\\"rules\\": [{\\"description\\": \\"‸\\"}]}"'),
    ],
    [
      'escaped quotes already there',
      policy('"{\\"rules\\": [{\\"$0\\"}]}"'),
      'description',
      policy('"{\\"rules\\": [{\\"description\\": \\"‸\\"}]}"'),
    ],
  ])('%s', (_, text, label, accepted) => {
    expect(accept(text, label)).toBe(accepted);
  });

  it('writes the rules of a policy with a rule to fill in', () => {
    expect(accept(policy('jsonencode({\n    $0\n  })'), 'rules')).toBe(
      policy(`jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      }
    ]
  })`),
    );
  });
});
