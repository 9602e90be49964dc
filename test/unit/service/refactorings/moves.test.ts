import { describe, expect, it } from 'vitest';
import { expectLayoutOfAll, offersAt, refactor, refactorModule, refusalAt } from './support.ts';

const EXTRACT = 'Extract the policy to a local';
const EXTRACT_FILE = 'Extract the policy to policies/app.json';

const resource = (
  policy: string,
  name = 'app',
  equals = policy.startsWith('jsonencode') ? 'policy =' : 'policy     =',
) => `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "${name}"\n  ${equals} ${policy}\n}\n`;

const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }';

const POLICY = `jsonencode({
    # few
    rules = [${RULE}] # one
  })`;

const HEREDOC = `<<-EOF
    {"rules": [
      {"rulePriority": 1, "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5}, "action": {"type": "expire"}}
    ]}
  EOF`;

const locals = (name: string, value: string) => `locals {\n  ${name} = ${value}\n}\n`;

describe('extracting a policy to a local', () => {
  it('moves it as it is written above the block and its comments', () => {
    const before = `# why\n${resource(POLICY)}`;
    expect(refactor(before.replace('jsonencode', 'json$0encode'), EXTRACT)).toBe(
      `${locals('app_lifecycle_policy', POLICY)}\n# why\n${resource('local.app_lifecycle_policy')}`,
    );
  });

  it('keeps the lines of heredocs, and takes a name that is free', () => {
    const taken = `${locals('app_lifecycle_policy', '1')}\n`.replaceAll('\n', '\r\n');
    const before = `${taken}${resource(HEREDOC).replaceAll('\n', '\r\n')}`;
    const after = `${locals('app_lifecycle_policy_2', HEREDOC)}\n${resource('local.app_lifecycle_policy_2')}`;
    expect(refactor(before.replace('EOF', 'E$0OF'), EXTRACT)).toBe(`${taken}${after.replaceAll('\n', '\r\n')}`);
  });

  it('indents what stood further in, but for heredocs', () => {
    const call = (value: string, equals = 'lifecycle_policy_text =') =>
      `resource "awscc_ecr_repository" "r" {\n  lifecycle_policy = {\n    ${equals} ${value}\n  }\n}\n`;
    const inner = `jsonencode({\n      rules = [jsondecode(<<EOT\n      {"rulePriority": 1}\n        EOT\n      )]\n    })`;
    expect(refactor(call(`$0${inner}`), EXTRACT, 'nothing')).toBe(
      `${locals('r_lifecycle_policy', 'jsonencode({\n    rules = [jsondecode(<<EOT\n      {"rulePriority": 1}\n        EOT\n    )]\n  })')}\n${call('local.r_lifecycle_policy')}`,
    );
  });

  it('is refused where locals mean something else, and not offered for references', () => {
    expect(refusalAt(resource(`jsonencode({$0 rules = [each.value] })`), EXTRACT)).toBe(
      'It uses each, count or self, which locals do not have.',
    );
    expect(offersAt(resource('local.x$0'))).not.toContain(EXTRACT);
    expect(offersAt({ 'main_override.tf': resource(POLICY.replace('{', '{$0')) })).toEqual([]);
  });
});

describe('extracting a policy to a file', () => {
  it('writes the JSON beside the module', () => {
    const files = {
      'stack/main.tf': resource(POLICY.replace('# few\n    ', '').replace(' # one', '')).replace(
        'policy =',
        'policy$0 =',
      ),
    };
    expect(refactorModule(files, EXTRACT_FILE)).toEqual({
      'stack/main.tf': resource('file("${path.module}/policies/app.json")'),
      'stack/policies/app.json': `{
  "rules": [
    {
      "rulePriority": 1,
      "selection": {
        "tagStatus": "any",
        "countType": "imageCountMoreThan",
        "countNumber": 5
      },
      "action": {
        "type": "expire"
      }
    }
  ]
}
`,
    });
    expect(refactorModule({ 'main.tf': resource(HEREDOC.replace('EOF', 'E$0OF')) }, EXTRACT_FILE)['main.tf']).toBe(
      resource('file("${path.module}/policies/app.json")'),
    );
  });

  it('takes a path that no module reads yet', () => {
    const other = resource('file("policies/app.json")', 'other');
    const files = { 'main.tf': `${other}${resource(HEREDOC.replace('EOF', 'E$0OF'))}`, 'policies/app.json': '{}' };
    expect(offersAt(files)).toContain('Extract the policy to policies/app_2.json');
  });

  it('is refused where a JSON file could not hold all of it', () => {
    const refusal = (policy: string) => refusalAt(resource(policy), EXTRACT_FILE);
    expect(refusal(POLICY.replace('{', '{$0'))).toBe('There are comments in the policy, and JSON has none.');
    expect(refusal(`jsonencode({$0 rules = local.rules })`)).toBe(
      'A part of the policy is computed, which a JSON file cannot be.',
    );
    expect(refusal(HEREDOC.replace('EOF', 'E$0OF').replace('5', '${var.keep}'))).toMatch(
      /^A part of the policy is computed/,
    );
  });
});

describe('inlining a local', () => {
  it('writes it where it is used; it goes with its block, its comments stay', () => {
    const declared = `# ours\n${locals('p', POLICY)}`.replace('  p =', '  # the policy\n  p =');
    const before = `${declared}\n${resource('local.p')}`;
    expect(refactor(before.replace('local.p', 'lo$0cal.p'), 'Inline local.p')).toBe(
      resource(POLICY).replace('  policy =', '  # ours\n  # the policy\n  policy ='),
    );
  });

  it('keeps comments at whatever place of what goes', () => {
    const declared = `locals { # in\n  p /* name */ = /* value */ ${POLICY} # behind\n  # rest\n} # end\n`;
    const remarks = ['# in', '/* name */', '/* value */', '# behind', '# rest', '# end'].map(
      (remark) => `  ${remark}\n`,
    );
    expect(refactor(`${declared}\n${resource('local.p$0')}`, 'Inline local.p')).toBe(
      resource(POLICY).replace('  policy =', `${remarks.join('')}  policy =`),
    );
  });

  it('leaves other locals of the block, aligned as before', () => {
    const before = `locals {\n  a      = 1\n  longer = ${RULE} # one\n  b      = 2\n}\n\n${resource(
      'jsonencode({\n    rules = [\n      local.lo$0nger\n    ]\n  })',
    )}`;
    expect(refusalAt(before, 'Inline local.longer')).toBe('The local has comments, which have no place at its use.');
    expect(refactor(before.replace(' # one', ''), 'Inline local.longer')).toBe(
      `locals {\n  a = 1\n  b = 2\n}\n\n${resource(`jsonencode({\n    rules = [\n      ${RULE}\n    ]\n  })`)}`,
    );
  });

  it('leaves a local that others use, and puts parentheses where they are needed', () => {
    const before = `locals {\n  keep = 2 + 3\n}\n\noutput "keep" {\n  value = local.keep\n}\n\n${resource(
      `jsonencode({ rules = [${RULE.replace('= 5', '= local.k$0eep * 1')}] })`,
    )}`;
    expect(refactor(before, 'Inline local.keep')).toBe(before.replace('local.k$0eep', '(2 + 3)'));
  });

  it('leaves a local that text with errors may use', () => {
    const broken = {
      'locals.tf': locals('p', POLICY),
      'main.tf': resource('local.p$0'),
      'typing.tf': 'x = [local.p\n',
    };
    expect(refactorModule(broken, 'Inline local.p')).toEqual({
      ...broken,
      'main.tf': resource(POLICY),
    });
  });

  it('takes a heredoc to the end of an argument, and is refused elsewhere', () => {
    const declared = locals('p', HEREDOC);
    expect(refactor(`${declared}\n${resource('local.p')}`.replace('policy  ', 'pol$0icy  '), 'Inline local.p')).toBe(
      resource(HEREDOC),
    );
    const inside = `${declared}\n${resource('jsonencode(jsondecode(local.p))').replace('local.p', 'local.$0p')}`;
    expect(refusalAt(inside, 'Inline local.p')).toBe('A heredoc is only allowed at the end of an argument.');
    const text = `${locals('rules', `[\n    ${RULE},\n  ]`)}\n${resource('"{\\"rules\\": ${jsonencode(local.ru$0les)}}"')}`;
    expect(refusalAt(text, 'Inline local.rules')).toBe('It has several lines and would become part of a string.');
    const one = `${locals('keep', '5')}\n${resource(HEREDOC.replace(/5/, '${local.ke$0ep}'))}`;
    expect(refactor(one, 'Inline local.keep')).toBe(resource(HEREDOC.replace(/5/, '${5}')));
  });

  it('reaches locals of other files, and is not offered outside policies', () => {
    const files = { 'locals.tf': locals('p', POLICY), 'main.tf': resource('local.p$0') };
    expect(refactorModule(files, 'Inline local.p')).toEqual({ 'locals.tf': '', 'main.tf': resource(POLICY) });
    expect(offersAt('locals {\n  a = 1\n}\n\noutput "a" {\n  value = local.$0a\n}\n')).toEqual([]);
  });
});

describe('moving equal policies into one local', () => {
  const title = (count: number) => `Move the policy and ${count} equal ${count === 1 ? 'one' : 'ones'} into one local`;

  it('finds what means the same however it is written', () => {
    const plain = `jsonencode({\n    rules = [${RULE}]\n  })`;
    const files = {
      'a.tf': resource(plain).replace('policy =', 'policy$0 ='),
      'b.tf': `${resource(HEREDOC, 'b')}\n${resource(plain.replace('5', '6'), 'c')}\n${resource(plain, 'd')}`,
    };
    expect(refactorModule(files, title(2))).toEqual({
      'a.tf': `${locals('lifecycle_policy', plain)}\n${resource('local.lifecycle_policy')}`,
      'b.tf': `${resource('local.lifecycle_policy', 'b')}\n${resource(plain.replace('5', '6'), 'c')}\n${resource('local.lifecycle_policy', 'd')}`,
    });
  });

  it('takes policies with comments and references for equal only when their texts are', () => {
    const variable = 'variable "keep" {\n  type = number\n}\n\n';
    const policy = POLICY.replace('5', 'var.keep');
    const equal = `${variable}${resource(policy)}\n${resource(policy, 'b')}`.replace('policy =', 'policy$0 =');
    expect(refactor(equal, title(1))).toBe(
      `${variable}${locals('lifecycle_policy', policy)}\n${resource('local.lifecycle_policy')}\n${resource('local.lifecycle_policy', 'b')}`,
    );
    expect(offersAt(equal.replace('# few', '# others'))).not.toContain(title(1));
    const instance = POLICY.replace('5', 'each.value');
    const ofInstances = `${resource(instance)}\n${resource(instance, 'b')}`.replace('policy =', 'policy$0 =');
    expect(offersAt(ofInstances)).not.toContain(title(1));
  });
});

expectLayoutOfAll();
