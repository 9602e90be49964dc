import { describe, expect, it } from 'vitest';
import { hover } from '../../../../server/src/service/hover/hover.ts';
import { openAtCursor } from '../completion/cursor.ts';

/** The last paragraph of the hover, which is about the rule's position among the others. */
function lastWords(marked: string): string {
  const { module, uri, offset } = openAtCursor(marked);
  return hover({ module, uri, offset })?.markdown.split('\n\n').at(-1) ?? '';
}

const policy = (value: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = ${value}\n}\n`;

const rule = (priority: string, pattern: string | null) => {
  const tags = pattern === null ? 'tagStatus = "any"' : `tagStatus = "tagged", tagPatternList = ["${pattern}"]`;
  const selection = `{ ${tags}, countType = "imageCountMoreThan", countNumber = 3 }`;
  return `{ rulePriority = ${priority}, selection = ${selection}, action = { type = "expire" } }`;
};

const encoded = (...rules: string[]) => policy(`jsonencode({ rules = [\n${rules.join(',\n')}\n] })`);

describe('the hover on a priority', () => {
  it('says from which later rules the rule shields its images', () => {
    const text = encoded(rule('$01', 'v*'), rule('2', null));
    const words = 'Images tagged v\\* belong to rule 1, those that it keeps too: rule 2 never touches them.';
    expect(lastWords(text)).toBe(words);
    expect(lastWords(text.replace('$0', '').replace('rulePriority = 1', 'rule$0Priority = 1'))).toBe(words);
  });

  it('says why the rule never acts', () => {
    expect(lastWords(encoded(rule('1', '*'), rule('$02', 'v*')))).toBe('It never acts: rule 1 takes all its images.');
  });

  it('says it in JSON too', () => {
    const json = (priority: string, tags: string) =>
      `{"rulePriority": ${priority}, "selection": {${tags}, "countType": "imageCountMoreThan", "countNumber": 3}, "action": {"type": "expire"}}`;
    const rules = [json('1', '"tagStatus": "any"'), json('$02', '"tagStatus": "untagged"')];
    expect(lastWords(policy(`<<-EOF\n{"rules": [${rules.join(',\n')}]}\nEOF`))).toBe(
      'It never acts: rule 1 takes all its images.',
    );
  });

  it('says nothing of that where another rule is not known, and where there is none', () => {
    const sentence = 'Keeps the newest 3 of';
    expect(lastWords(encoded(rule('$01', 'v*')))).toContain(sentence);
    expect(lastWords(encoded(rule('$01', 'v*'), rule('var.last', null)))).toContain(sentence);
  });
});
