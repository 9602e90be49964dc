import { describe, expect, it } from 'vitest';
import { check, ruleIds } from '../../support/checkProblems.ts';
import { block, repository as importedRepository } from '../support/importBlocks.ts';
import { heredoc, RULE } from '../support/policyTexts.ts';
import { repository as postureRepository, SCANNED } from '../support/postureRepositories.ts';
import { any, policy as prioritized, tagged, untagged } from '../support/prioritizedRules.ts';
import { FILTER, mutability, repository as taggedRepository } from '../support/taggedRepositories.ts';
import { list, status, policy as tagRules } from '../support/tagRulePolicies.ts';

describe('text that is being typed has a syntax error and no other problem', () => {
  const target = 'aws_ecr_repository.app';

  it.each([
    `import {\n  to = ${target}\n  id = \n}\n${importedRepository()}`,
    `import {\n  to = \n}\n${importedRepository()}`,
    postureRepository(`  name = "app"\n  image_tag_mutability = \n${SCANNED}`),
    'locals { # terraform-ecr-ignore: rule-any-repeated once\n  a =\n}\n',
  ])('%s', (text) => {
    expect(ruleIds(text)).toEqual(['error syntax']);
  });
});

describe('one mistake is reported by one check', () => {
  it.each([
    [['warning rule-tag-list-repeated'], tagRules(list(1, 'v*'), list(2, 'v*'))],
    [['error rule-any-not-last'], tagRules(status(1, 'any'), list(2, 'v*'))],
    [['error rule-priority-duplicate'], prioritized(any(1), untagged(1), tagged(2, 'a'))],
    [[], prioritized(any('var.any'), untagged(2))],
    [['error policy-json-syntax'], heredoc(`{"rules": [${RULE.replace('"tagStatus":', '"tagStatus:')}]}`)],
    [['error policy-json-syntax'], heredoc(`{"rules": [${RULE.replace('"untagged", "', '"untagged "')}]}`)],
    [['error policy-rule-count'], heredoc('    {"rules": []}')],
    [['error policy-length'], heredoc('')],
    [['error repository-exclusion-filter-forbidden'], taggedRepository(mutability('"MUTABLE"') + FILTER)],
    [['error repository-mutability-value'], taggedRepository(mutability('"frozen"') + FILTER)],
    [['warning import-id-mismatch'], block('aws_ecr_lifecycle_policy.app', '"old"') + importedRepository()],
    [
      ['error policy-repository-reference'],
      block('aws_ecr_lifecycle_policy.app', '"old"') +
        importedRepository().replace('repository = "app"', 'repository = aws_ecr_repository.app.arn'),
    ],
  ])('%j in %s', (expected, text) => {
    expect(ruleIds(text)).toEqual(expected);
  });
});

describe('two mistakes are reported by two checks', () => {
  it('a wrong number is found beside a comment and a trailing comma', () => {
    check(
      heredoc(`    {
      "rules": [
        # the only rule
        ^^^^^^^^^^^^^^^ error policy-json-syntax no comments
        ${RULE.replace('1,', '0,')}
                         ^ error policy-number-range
      ],
       ^ error policy-json-syntax no trailing commas
    }`),
    );
  });

  it('a wrong number is found beside single quotes', () => {
    const single = `{'rules': [${RULE.replaceAll('"', "'").replace('1,', '0,')}]}`;
    expect(ruleIds(heredoc(single))).toEqual(['error policy-json-syntax', 'error policy-number-range']);
  });
});
