import type { Files } from '../support/checkProblems.ts';

/**
 * Modules with access policies that share locals, modules, documents and files; about every third part is misspelled. The
 * same for each seed.
 */
export class AccessGenerator {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2_654_435_761;
  }

  files(): Files {
    const policies = Array.from({ length: 2 + this.#below(3) }, (_, index) => this.#policy(`p${index}`));
    return {
      'main.tf': policies.join('\n'),
      'locals.tf': `locals {
  effect  = "${this.#effect()}"
  actions = ["${this.#action()}", "${this.#action()}"]
  pull    = ${this.#statement()}
  push    = ${this.#statement()}
  all     = [local.pull, ${this.#statement()}]
  text    = jsonencode({ Version = "${this.#version()}", Statement = [local.push] })
}
`,
      'm/main.tf': `variable "statements" {
  type = any
}

${resource('inner', `jsonencode({ Statement = concat(var.statements, [${this.#statement()}]) })`)}`,
      'p.json': `{ "Version": "${this.#version()}", "Statement": [${this.#jsonStatement()}] }\n`,
      'other/main.tf': resource('reader', 'file("../p.json")'),
    };
  }

  #policy(name: string): string {
    switch (this.#below(9)) {
      case 0:
        return resource(name, 'local.text');
      case 1:
        return resource(name, 'jsonencode({ Statement = local.all })');
      case 2:
        return `module "${name}" {\n  source     = "./m"\n  statements = [local.pull, ${this.#statement()}]\n}\n`;
      case 3:
        return resource(name, 'file("${path.module}/p.json")');
      case 4:
        return resource(
          name,
          `<<-EOF\n    { "Statement": [${this.#jsonStatement()}, \${jsonencode(local.push)}] }\n  EOF`,
        );
      case 5:
        return `${this.#document(name)}\n${resource(`${name}a`, `data.aws_iam_policy_document.${name}.json`)}`;
      case 6:
        return resource(
          name,
          `jsonencode({ ${this.#versionKey()} = "${this.#version()}", Statement = [for one in local.all : merge(one, { Sid = "S" })] })`,
        );
      default:
        return resource(
          name,
          `jsonencode({ ${this.#versionKey()} = "${this.#version()}", Statement = [local.pull, local.push, ${this.#statement()}] })`,
        );
    }
  }

  #statement(): string {
    const effect = this.#below(3) === 0 ? 'local.effect' : `"${this.#effect()}"`;
    const actions = this.#below(3) === 0 ? 'local.actions' : `["${this.#action()}", "${this.#action()}"]`;
    const condition =
      this.#below(3) === 0
        ? `, Condition = { ${this.#operator()} = { "${this.#conditionKey()}" = "o-1234567890" } }`
        : '';
    return `{ ${this.#effectKey()} = ${effect}, Principal = { AWS = "arn:aws:iam::${this.#account()}:root" }, ${this.#actionKey()} = ${actions}${condition} }`;
  }

  #jsonStatement(): string {
    return `{ "${this.#effectKey()}": "${this.#effect()}", "Principal": { "AWS": "${this.#account()}" }, "${this.#actionKey()}": ["${this.#action()}"] }`;
  }

  #document(name: string): string {
    return `data "aws_iam_policy_document" "${name}" {
  statement {
    effect  = "${this.#effect()}"
    actions = local.actions
    principals {
      type        = "AWS"
      identifiers = ["${this.#account()}"]
    }
    condition {
      test     = "${this.#operator()}"
      variable = "${this.#conditionKey()}"
      values   = ["o-1234567890"]
    }
  }
}
`;
  }

  #effect = () => this.#one(['Allow', 'Allow', 'Deny'], ['allow', 'Alow', 'DENY', 'Permit']);
  #action = () =>
    this.#one(
      ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:PutImage', 'ecr:BatchCheckLayerAvailability'],
      ['ecr:BatchGetImages', 'ecr:PutImages', 'ecr:PullImage', 'BatchGetImage'],
    );
  #version = () => this.#one(['2012-10-17'], ['2012-10-7', '2012-17-10', '2024-01-01']);
  #operator = () => this.#one(['StringEquals', 'StringLike'], ['StringEqual', 'stringequals', 'StringsLike']);
  #conditionKey = () =>
    this.#one(['aws:PrincipalOrgID', 'aws:SourceAccount'], ['aws:PrincipalOrgId2', 'aws:PrincipleOrgID']);
  #effectKey = () => this.#one(['Effect'], ['effect', 'Efect']);
  #actionKey = () => this.#one(['Action'], ['Actions', 'action']);
  #versionKey = () => this.#one(['Version'], ['version', 'Verson']);
  #account = () => this.#one(['111111111111', '222222222222'], []);

  /** A right text, or now and then a wrong one. */
  #one(right: readonly string[], wrong: readonly string[]): string {
    const from = wrong.length > 0 && this.#below(12) === 0 ? wrong : right;
    return from[this.#below(from.length)] ?? '';
  }

  #below(limit: number): number {
    this.#state = (Math.imul(this.#state ^ (this.#state >>> 15), 2_246_822_519) + 1_234_567) | 0;
    return (this.#state >>> 8) % limit;
  }
}

function resource(name: string, policy: string): string {
  return `resource "aws_ecr_repository_policy" "${name}" {\n  repository = "team/${name}"\n  policy     = ${policy}\n}\n`;
}
