import { below, pick } from '../../corpus/random.ts';

/** Files by their paths, with slashes. */
export type Folder = Readonly<Record<string, string>>;

const POLICY_JSON = (unit: string) =>
  `{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed",${unit}"countNumber":7},"action":{"type":"expire"}}]}`;

const WRONG = POLICY_JSON('');
const RIGHT = POLICY_JSON('"countUnit":"days",');

/** A module that makes a repository and takes its name and its policy from the caller. */
const LEAF = `variable "name" {}
variable "document" {}

locals {
  chosen = "\${var.name}"
}

resource "aws_ecr_repository" "this" {
  name = local.chosen
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = var.document
}
`;

/** The same in Terraform's JSON, with its words escaped so that no search finds them. */
const HIDDEN_LEAF = JSON.stringify({
  variable: { name: {}, document: {} },
  resource: {
    aws_ecr_repository: { this: { name: '${var.name}' } },
    aws_ecr_lifecycle_policy: { this: { repository: '${aws_ecr_repository.this.name}', policy: '${var.document}' } },
  },
})
  .replaceAll('aws_ecr', '\\u0061ws_ecr')
  .replaceAll('lifecycle', 'lifecycl\\u0065');

/** Passes its inputs on; does not mention ECR. */
const wrapper = (below: string) => `variable "name" {}
variable "document" {}

module "inner" {
  source   = "${below}"
  name     = var.name
  document = var.document
}
`;

/** Does not mention ECR either, and returns a document that it reads. */
const GIVER = 'output "document" {\n  value = file("${path.module}/document.json")\n}\n';

const NAMER = 'variable "team" {}\n\noutput "name" {\n  value = "${var.team}/App"\n}\n';

const noise = (index: number, others: readonly string[]) => `resource "aws_iam_role" "r${index}" {
  name = "secret-r${index}"
}
${others.map((other, at) => `\nmodule "m${at}" {\n  source = "${other}"\n}\n`).join('')}`;

/** Calls of the others: with names from locals and other modules, documents from files and other modules. */
function root(random: () => number, called: string): string {
  const name = pick(random, ['"team/app"', '"Team/App"', 'local.name', 'module.namer.name']);
  const document = pick(random, ['file("${path.module}/document.json")', 'local.document', 'module.giver.document']);
  return `locals {
  name     = "${pick(random, ['team/app', 'Team'])}"
  document = file("\${path.module}/document.json")
}

module "namer" {
  source = "../namer"
  team   = "team"
}

module "giver" {
  source = "../giver"
}

module "app" {
  source   = "${called}"
  name     = ${name}
  document = ${document}
}
`;
}

/** A workspace in which everything about ECR is far from the words that say so; `random` decides where it is. */
export function hiddenWords(random: () => number): Folder {
  const files: Record<string, string> = {};
  const hides = below(random, 3) === 0;
  files[hides ? 'leaf/main.tf.json' : 'leaf/main.tf'] = hides ? HIDDEN_LEAF : LEAF;
  const depth = below(random, 4);
  let called = '../leaf';
  for (let level = 0; level < depth; level += 1) {
    files[`wrap${level}/main.tf`] = wrapper(called);
    if (below(random, 4) === 0) files[`wrap${level}/extra.tf`] = noise(level, ['../noise0']);
    called = `../wrap${level}`;
  }
  files['namer/main.tf'] = NAMER;
  files['giver/main.tf'] = GIVER;
  files['giver/document.json'] = pick(random, [WRONG, RIGHT]);
  for (let index = 0; index <= below(random, 3); index += 1) {
    files[`root${index}/main.tf`] = root(random, called);
    files[`root${index}/document.json`] = pick(random, [WRONG, RIGHT]);
  }
  const noises = 1 + below(random, 4);
  for (let index = 0; index < noises; index += 1) {
    const others = ['../noise0', '../gone', '../namer', '~/modules/x', '/abs/x', 'hashicorp/consul/aws'];
    const picked = others.filter(() => below(random, 4) === 0);
    files[`noise${index}/main.tf`] = noise(index, picked);
    if (below(random, 3) === 0)
      files[`noise${index}/terraform.tfvars`] = 'image = "1.dkr.ecr.eu-west-1.amazonaws.com/x"\n';
  }
  if (below(random, 3) === 0) files['.terraform-ecr.json'] = '{ "rules": { "repository-mutable-tags": "off" } }';
  return files;
}
