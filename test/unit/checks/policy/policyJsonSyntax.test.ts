import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';
import { heredoc, quoted, RULE } from '../support/policyTexts.ts';

const ID = 'policy-json-syntax';

describe(ID, () => {
  it('finds each comment and trailing comma', () => {
    checkOnly(
      ID,
      heredoc(`    {
      "rules": [
        # the only rule
        ^^^^^^^^^^^^^^^ error policy-json-syntax no comments
        ${RULE}
      ],
       ^ error policy-json-syntax no trailing commas
    }`),
    );
  });

  it('removes a comment with its line, a comma alone', () => {
    const commented = heredoc(`    {
      "rules": [
        # the only rule
        ${RULE} /* expires */
      ]
    }`);
    expect(fix(commented, 'Remove the comment')).toBe(commented.replace('\n        # the only rule', ''));
    const crlf = commented.replaceAll('\n', '\r\n');
    expect(fix(crlf, 'Remove the comment')).toBe(crlf.replace('\r\n        # the only rule', ''));
    const trailing = heredoc(`    {"rules": [${RULE},]}`);
    expect(fix(trailing, 'Remove the trailing comma')).toBe(heredoc(`    {"rules": [${RULE}]}`));
    expect(fix(quoted(`{"rules": [${RULE},]}`), 'Remove the trailing comma')).toBe(quoted(`{"rules": [${RULE}]}`));
  });

  it('leaves comments alone when something else is mended', () => {
    const text = (unit: string) =>
      heredoc(`    {"rules": [${RULE.replace('"countNumber"', `${unit}"countNumber"`)}]} // a, b`);
    const commented = text('"countUnit": "days" /* not, here */, ');
    expect(fix(commented, 'Remove countUnit (count images)')).toBe(text(''));
  });

  it('tells of single quotes once and mends all', () => {
    const single = `    {'rules': [${RULE.replaceAll('"', "'")}]}`;
    expect(ruleIdsOnly(ID, heredoc(single))).toEqual(['error policy-json-syntax']);
    expect(fix(heredoc(single), 'Use double quotes')).toBe(heredoc(`    {"rules": [${RULE}]}`));
  });

  it('tells of one cause once', () => {
    expect(ruleIdsOnly(ID, heredoc('    12 hello'))).toEqual(['error policy-json-syntax']);
    checkOnly(ID, heredoc('    hello, world\n    ^^^^^ error policy-json-syntax this is not JSON'));
    checkOnly(
      ID,
      heredoc(
        `    {"rules": [${RULE}]\n${' '.repeat(15 + RULE.length)}^ error policy-json-syntax a closing brace is missing`,
      ),
    );
    checkOnly(ID, heredoc(`    {"rules" [${RULE}]}\n             ^ error policy-json-syntax a colon is expected here`));
  });

  it('says nothing after something unknown and in damaged text', () => {
    expect(ruleIdsOnly(ID, heredoc(`    {"rules": \${jsonencode(local.rules)} oops`))).toEqual([]);
    expect(ruleIdsOnly(ID, heredoc(`    {"rules": [\${local.rule} \${local.rule}]}`))).toEqual([]);
    expect(ruleIdsOnly(ID, 'resource "aws_ecr_lifecycle_policy" "p" {\n  policy = "{\n}\n')).not.toContain(
      'error policy-json-syntax',
    );
  });
});
