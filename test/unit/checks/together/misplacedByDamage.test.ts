import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const SELECTION = '"selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5 }';
const ACTION = '"action": { "type": "expire" }';
const policy = (json: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = <<-EOF\n    ${json}\n  EOF\n}\n`;
const rule = (members: string) => policy(`{ "rules": [{ ${members} }] }`);

/** Texts in which a brace is lost or one too many, so that the keys that follow seem to lie in another object. */
const DAMAGED: Readonly<Record<string, string>> = {
  'selection is not closed': rule(`"rulePriority": 1, ${SELECTION.replace(' }', '')}, ${ACTION}`),
  'selection is not closed, before a priority': rule(`${SELECTION.replace(' }', '')}, "rulePriority": 1, ${ACTION}`),
  'selection is not closed, and its comma is alone': rule(
    `"rulePriority": 1, ${SELECTION.replace(' }', '')} , ${ACTION}`,
  ),
  'action is not closed': rule(`${ACTION.replace(' }', '')}, "rulePriority": 1, ${SELECTION}`),
  'action is not closed, before a description': rule(
    `"rulePriority": 1, ${SELECTION}, ${ACTION.replace(' }', '')}, "description": "all"`,
  ),
  'an interpolation is not closed': rule(`"rulePriority": 1, ${SELECTION.replace('5', '${var.n')}, ${ACTION}`),
  'selection ends with a bracket': rule(`"rulePriority": 1, ${SELECTION.replace(' }', ' ]')}, ${ACTION}`),
  'the braces of two objects are lost': rule(
    `${SELECTION.replace(' }', '')}, ${ACTION.replace(' }', '')}, "rulePriority": 1`,
  ),
  'a rule is not opened': policy(`{ "rules": [ "rulePriority": 1, ${SELECTION}, ${ACTION} }] }`),
  'the list is not closed': policy(`{ "rules": [{ "rulePriority": 1, ${SELECTION}, ${ACTION} }, "rulePriority": 2 }`),
  'selection is not opened': rule(`"rulePriority": 1, "selection": "tagStatus": "any", "countNumber": 5 }, ${ACTION}`),
};

describe('a policy whose JSON is damaged', () => {
  it.each(Object.entries(DAMAGED))('is not told where its keys belong: %s', (_, text) => {
    const found = ruleIds(text);
    expect(found).toContain('error policy-json-syntax');
    expect(found).not.toContain('error policy-unknown-key');
  });

  it('still reports a key that no object has', () => {
    const text = rule(`"rulePriority": 1, "colour": 3, ${SELECTION.replace(' }', '')}, ${ACTION}`);
    expect(ruleIds(text)).toContain('error policy-unknown-key');
  });

  it('still reports a misplaced key beside a typo that moves nothing', () => {
    const text = rule(`"rulePriority": 1, ${SELECTION.replace(' }', `, ${ACTION} }`)},`);
    expect(ruleIds(text)).toEqual(expect.arrayContaining(['error policy-json-syntax', 'error policy-unknown-key']));
  });
});
