import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const policy = (value: string) => `resource "aws_ecr_registry_policy" "this" {\n  policy = ${value}\n}\n`;
const named = (value: string) => `resource "aws_ecr_repository" "this" {\n  name = ${value}\n}\n`;

describe('calls of functions that there are not', () => {
  it.each([
    policy('jsonencodes({})'),
    policy('jsonencod({})'),
    policy('json_encode({})'),
    policy('jsonEncode({})'),
    policy('jsonencode(merg({ a = 1 }, {}))'),
    named('lowr("A")'),
    named('"team/${trimspce(" api ")}"'),
    named('[for name in ["api"] : uper(name)][0]'),
    named('true ? formt("%s", "a") : "b"'),
  ])('are told where the name is near another: %s', (text) => {
    expect(ruleIdsOnly('template-error', text)).toEqual(['error template-error']);
  });

  it.each([
    policy('jsonencode({})'),
    named('provider::aws::arn_parse("x").resource'),
    named('base64gunzip("x")'),
    named('urldecode("x")'),
    named('convert("x", string)'),
    named('somethingofitsown("x")'),
    `locals {\n  a = jsonencodes({})\n}\n${named('"api"')}`,
    'resource "aws_s3_bucket" "b" {\n  bucket = lowr("A")\n}\n',
  ])('are not told: %s', (text) => {
    expect(ruleIdsOnly('template-error', text)).toEqual([]);
  });

  it('are mended by the nearest name', () => {
    expect(fix(named('lowr("api")'), 'Use lower')).toBe(named('lower("api")'));
  });
});
