import { describe, expect, it } from 'vitest';
import { messagesOnly } from '../../support/checkProblems.ts';

/** What each setting takes today, and what AWS has removed from it. */
const SETTINGS = [
  { name: 'BASIC_SCAN_TYPE_VERSION', taken: 'AWS_NATIVE', removed: 'CLAIR' },
  { name: 'REGISTRY_POLICY_SCOPE', taken: 'V2', removed: 'V1' },
];
const WRONG = ['native', 'AWS-NATIVE', 'aws_native', 'v2', 'ENABLED', 'V3', 'CLAIR2', ''];

const CASES = SETTINGS.flatMap((setting) => WRONG.map((value) => ({ ...setting, value })));

describe('the values that a message offers for an account setting', () => {
  it.each(CASES)('$name: are without $removed when $value is written', ({ name, taken, removed, value }) => {
    const text = `resource "aws_ecr_account_setting" "s" {\n  name  = "${name}"\n  value = "${value}"\n}\n`;
    const messages = messagesOnly('argument-value', { 'main.tf': text });
    expect(messages).toHaveLength(1);
    expect(messages.filter((message) => message.includes(`takes ${taken};`))).toHaveLength(1);
    expect(messages.filter((message) => message.includes(removed) && !value.includes(removed))).toEqual([]);
  });
});
