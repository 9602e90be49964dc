import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const enabled = (condition: string) => `  lifecycle {\n    enabled = ${condition}\n  }\n`;
const block = (type: string, name: string, lines: string) => `resource "${type}" "${name}" {\n${lines}}\n`;
const POLICY =
  'jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })';
const lifecycle = (name: string, more = '') =>
  block('aws_ecr_lifecycle_policy', name, `  repository = "team/x"\n  policy     = ${POLICY}\n${more}`);
const repository = (name: string, more = '') => block('aws_ecr_repository', name, `  name = "team/x"\n${more}`);
const scanning = (name: string, more = '') =>
  block('aws_ecr_registry_scanning_configuration', name, `  scan_type = "BASIC"\n${more}`);
const cache = (name: string, more = '') =>
  block(
    'aws_ecr_pull_through_cache_rule',
    name,
    `  ecr_repository_prefix = "quay"\n  upstream_registry_url = "quay.io"\n${more}`,
  );
const setting = (name: string, more = '') =>
  block('aws_ecr_account_setting', name, `  name  = "BLOB_MOUNTING"\n  value = "ENABLED"\n${more}`);
const call = (name: string, more = '') => `module "${name}" {\n  source = "./m"\n${more}}\n`;
const CHILD = { 'm/main.tf': lifecycle('this') };

/** Two owners of one thing; the first of them is switched by OpenTofu. */
const PAIRS: Readonly<Record<string, (switched: string) => Readonly<Record<string, string>>>> = {
  'lifecycle policies': (more) => ({ 'main.tf': lifecycle('a', more) + lifecycle('b') }),
  'the later one': (more) => ({ 'main.tf': lifecycle('a') + lifecycle('b', more) }),
  repositories: (more) => ({ 'main.tf': repository('a', more) + repository('b') }),
  'scanning configurations': (more) => ({ 'main.tf': scanning('a', more) + scanning('b') }),
  'cache rules': (more) => ({ 'main.tf': cache('a', more) + cache('b') }),
  'account settings': (more) => ({ 'main.tf': setting('a', more) + setting('b') }),
  'a policy and a call': (more) => ({ 'main.tf': lifecycle('a', more) + call('b'), ...CHILD }),
  'two calls': (more) => ({ 'main.tf': call('a', more) + call('b'), ...CHILD }),
  'a policy inside a call': (more) => ({ 'main.tf': call('a') + call('b'), 'm/main.tf': lifecycle('this', more) }),
};

const REPEATED = /(policy-repository|singleton|name)-repeated|cache-prefix-overlap/;
const repeated = (files: Readonly<Record<string, string>>) => ruleIds(files).filter((id) => REPEATED.test(id));

describe.each(Object.entries(PAIRS))("OpenTofu's `enabled` on %s", (_, files) => {
  it('counts one that is certainly there', () => {
    const plain = repeated(files(''));
    expect(plain.length).toBeGreaterThan(0);
    expect(repeated(files(enabled('true')))).toEqual(plain);
    expect(repeated(files(enabled('1 == 1')))).toEqual(plain);
    expect(repeated(files(enabled('!false && true')))).toEqual(plain);
  });

  it('does not count one that is, or may be, absent', () => {
    expect(repeated(files(enabled('false')))).toEqual([]);
    expect(repeated(files(enabled('var.on')))).toEqual([]);
  });
});
