import { describe, expect, it } from 'vitest';
import { hoverAt } from './hoverAt.ts';

const policy = (text: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = aws_ecr_repository.r.name\n  policy = ${text}\n}\n`;
const rule = (text: string) => policy(`jsonencode({\n    rules = [{\n      ${text}\n    }]\n  })`);
const heredoc = (text: string) => policy(`<<-EOF\n    {"rules": [{${text}}]}\n  EOF`);
const quoted = (text: string) => policy(`"{\\"rules\\": [{${text}}]}"`);
const repository = (text: string) => `resource "aws_ecr_repository" "r" {\n  ${text}\n}\n`;
const KEEP =
  'selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }\n      action = { type = "expire" }';

describe('keys of a policy', () => {
  it.each([
    ['rules', policy('jsonencode({ ru$0les = [] })'), 'rules', '1 to 50'],
    ['rulePriority', rule('$0rulePriority = 1'), 'rulePriority', 'smallest number'],
    ['selection', rule('sel$0ection = {}'), 'selection', 'object, required'],
    ['a list of tags', rule('selection = { tagPattern$0List = ["v*"] }'), 'tagPatternList', 'the list means AND'],
    ['a key of another level', rule('"count$0Unit" = "days"'), null, null],
    ['a quoted key of a selection', rule('selection = { "count$0Unit" = "days" }'), 'countUnit', '`days`'],
    [
      'a key in a heredoc',
      heredoc('"selection": {"count$0Type": "sinceImagePushed"}'),
      'countType',
      '`sinceImagePulled`',
    ],
    [
      'a key in a quoted string',
      quoted('\\"selection\\": {\\"count$0Type\\": \\"sinceImagePushed\\"}'),
      'countType',
      'What is counted',
    ],
    [
      'the target of a transition',
      rule('action = { targetStorage$0Class = "archive" }'),
      'targetStorageClass',
      'Required with `transition`',
    ],
    ['an unknown key', rule('some$0thing = 1'), null, null],
  ])('%s', (_, text, word, part) => {
    const found = hoverAt(text);
    expect(found?.word ?? null).toBe(word);
    if (part !== null) expect(found?.markdown).toContain(part);
  });
});

describe('values of a policy', () => {
  it.each([
    ['a count type', rule('selection = { countType = "sinceImage$0Pulled" }'), 'sinceImagePulled', 'never `expire`'],
    ['an action', rule('action = { type = "exp$0ire" }'), 'expire', 'Deletes the image'],
    [
      'a tag status in a heredoc',
      heredoc('"selection": {"tagStatus": "un$0tagged"}'),
      'untagged',
      'Images without any tag',
    ],
    ['a unit in a quoted string', quoted('\\"selection\\": {\\"countUnit\\": \\"da$0ys\\"}'), 'days', 'The only unit'],
    ['a number', rule('selection = { countNumber = 1$04 }'), '14', 'more than N days'],
    ['a priority', rule('rulePriority = $07'), '7', 'unique in the policy'],
    ['a value that AWS does not know', rule('selection = { countType = "some$0thing" }'), null, null],
    ['a description', rule('description = "some$0thing"'), null, null],
  ])('%s', (_, text, word, part) => {
    const found = hoverAt(text);
    expect(found?.word ?? null).toBe(word);
    if (part !== null) expect(found?.markdown).toContain(part);
  });

  it.each([
    ['imageCountMoreThan', rule(KEEP.replace('30', '3$00')), 'Keeps the newest 30 of all images and deletes the rest.'],
    [
      'sinceImagePushed',
      rule(
        'selection = { tagStatus = "untagged", countType = "sinceImage$0Pushed", countUnit = "days", countNumber = 1 }\n      action = { type = "expire" }',
      ),
      'Deletes the images without a tag pushed more than 1 day ago.',
    ],
    [
      'sinceImagePulled',
      rule(
        'selection = { tagStatus = "tagged", tagPrefixList = ["v"], countType = "sinceImage$0Pulled", countUnit = "days", countNumber = 90 }\n      action = { type = "transition", targetStorageClass = "archive" }',
      ),
      'Archives the images with a tag `v…` last pulled more than 90 days ago.',
    ],
    [
      'several tags',
      rule(
        'selection = { tagStatus = "tag$0ged", tagPatternList = ["a*", "b*"], countType = "imageCountMoreThan", countNumber = 5 }\n      action = { type = "expire" }',
      ),
      'tags for every one of `a*`, `b*`',
    ],
  ])('says the rule in words: %s', (_, text, sentence) => {
    expect(hoverAt(text)?.markdown).toContain(sentence);
  });
});

describe('arguments and blocks', () => {
  it.each([
    [
      'a mutability',
      repository('image_tag_$0mutability = "MUTABLE"'),
      'image_tag_mutability',
      '`IMMUTABLE_WITH_EXCLUSION`',
    ],
    ['its value', repository('image_tag_mutability = "IMMU$0TABLE"'), 'IMMUTABLE', '`latest` too'],
    ['a name', repository('na$0me = "x"'), 'name', 'A change replaces the resource.'],
    ['a boolean', repository('force_delete = tr$0ue'), 'true', 'Since provider 4.22.0.'],
    [
      'a block',
      repository('encryption_$0configuration {\n  }'),
      'encryption_configuration',
      'A change replaces the resource.',
    ],
    [
      'an argument of a block',
      repository('encryption_configuration {\n    kms_$0key = "x"\n  }'),
      'kms_key',
      '**ARN**',
    ],
    [
      'a value in a block',
      repository('encryption_configuration {\n    encryption_type = "KM$0S"\n  }'),
      'KMS',
      'aws/ecr',
    ],
    ['a resource type', 'resource "aws_ecr_$0repository" "r" {\n}\n', 'aws_ecr_repository', 'keeps every image'],
    [
      'the type of a policy',
      policy('"{}"').replace('ecr_lifecycle', 'ecr_$0lifecycle'),
      'aws_ecr_lifecycle_policy',
      'silently overwrites',
    ],
    ['an import', 'import {\n  t$0o = aws_ecr_repository.x\n  id = "x"\n}\n', 'to', 'without quotes'],
    ['the import block', 'im$0port {\n  to = aws_ecr_repository.x\n}\n', 'import', 'needs a resource block'],
    ['a foreign argument', 'resource "aws_s3_bucket" "b" {\n  image_tag_$0mutability = "MUTABLE"\n}\n', null, null],
    ['a comment', repository('# image_tag_$0mutability'), null, null],
    ['white space', repository('name = "x"\n  $0'), null, null],
  ])('%s', (_, text, word, part) => {
    const found = hoverAt(text);
    expect(found?.word ?? null).toBe(word);
    if (part !== null) expect(found?.markdown).toContain(part);
  });

  it('names the repository that a policy is for', () => {
    const text = `${policy('"{}"').replace('repository.r', 'repos$0itory.r')}${repository('name = "shop/app"')}`;
    expect(hoverAt(text)?.word).toBe('aws_ecr_repository.r.name');
    expect(hoverAt(text)?.markdown).toContain('The repository `shop/app`.');
  });
});

describe('the whole policy', () => {
  const JSON_TEXT =
    '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":30},"action":{"type":"expire"}}]}';

  it.each([
    ['the argument', rule(`rulePriority = 1\n      ${KEEP}`).replace('policy = json', 'pol$0icy = json')],
    ['jsonencode', rule(`rulePriority = 1\n      ${KEEP}`).replace('jsonencode', 'json$0encode')],
    ['a heredoc', policy(`<$0<EOF\n${JSON_TEXT}\nEOF`)],
  ])('is counted and said in words at %s', (_, text) => {
    const markdown = hoverAt(text)?.markdown;
    expect(markdown).toContain(`1 rule, ${JSON_TEXT.length} of at most 30,720 characters.`);
    expect(markdown).toContain('- Priority 1: Keeps the newest 30 of all images and deletes the rest.');
  });

  it('counts escapes of jsonencode', () => {
    const text = policy('json$0encode({ rules = [{ description = "<&>" }] })');
    expect(hoverAt(text)?.markdown).toContain(
      `1 rule, ${'{"rules":[{"description":"123456123456123456"}]}'.length} of`,
    );
  });

  it('says what it does not know', () => {
    expect(hoverAt(policy('json$0encode({ rules = [{ rulePriority = var.n }] })'))?.markdown).toBe(
      '1 rule.\n\n- a rule that is not fully known.',
    );
    expect(hoverAt(policy('var.pol$0icy'))).toBeNull();
  });
});
