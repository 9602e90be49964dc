import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { cloudposse, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-statement-shape';

describe(ID, () => {
  it.each([
    ['error', tam('repository_policy_statements = { a = { principals = { type = "AWS", identifiers = ["x"] } } }')],
    ['error', tam('repository_policy_statements = { a = { principals = { AWS = "x" } } }', '2.4.0')],
    ['warning', tam('repository_policy_statements = { a = { condition = { StringEquals = {} } } }')],
    ['warning', tam('repository_policy_statements = { a = { condition = [] } }', '~> 2.0')],
    ['warning', tam('repository_policy_statements = { a = { principal = [] } }')],
    ['warning', tam('repository_policy_statements = { a = { action = [] } }')],
    ['warning', tam('repository_policy_statements = { a = { resource = [] } }')],
    ['warning', tam('repository_policy_statements = { a = { notes = "x" } }')],
    ['error', tam('repository_policy_statements = { a = { conditions = { test = "x" } } }')],
    ['warning', template('repository_policy_statements = { a = { Effect = "Deny" } }')],
  ])('speaks of what is wrong: %s', (severity, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`${severity} ${ID}`]);
  });

  it.each([
    tam('repository_policy_statements = { a = { principals = [{ type = "AWS", identifiers = ["x"] }] } }'),
    tam(
      'repository_policy_statements = { a = { sid = "a", effect = "Deny", not_actions = [], not_resources = [], not_principals = [], conditions = [] } }',
    ),
    tam('repository_policy_statements = var.statements'),
    tam('repository_policy_statements = {}'),
    tam('repository_policy_statements = null'),
    tam('repository_policy_statements = { a = var.statement }'),
    tam('repository_policy_statements = { a = { principals = var.principals } }'),
    cloudposse(''),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
