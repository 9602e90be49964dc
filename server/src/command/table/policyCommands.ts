import type { CommandSpec } from './commandSpec.ts';

const SEE_RENDER = "SOURCE is as 'terraform-ecr render --help' describes.";

export const SIMULATE: CommandSpec = {
  name: 'simulate',
  argument: 'SOURCE',
  offers: 'file',
  summary: 'what a lifecycle policy does to images',
  title: 'terraform-ecr simulate shows what a lifecycle policy does to images.',
  usages: ['simulate [OPTION…] SOURCE', 'simulate --compare [OPTION…] OLD NEW'],
  about: [`${SEE_RENDER} AWS is not asked: images come from a file.`],
  options: [
    {
      name: 'images',
      takes: 'FILE',
      offers: 'file',
      help: "what 'aws ecr describe-images' printed, also packed with gzip, or - for standard input; without it, images are made up from the policy",
    },
    {
      name: 'manifests',
      takes: 'FILE',
      offers: 'file',
      help: "what 'aws ecr batch-get-image' printed: what multi-architecture images refer to",
    },
    { name: 'now', takes: 'TIME', help: 'the time of the run, such as 2026-01-31T12:00:00Z (default: now)' },
    { name: 'days', takes: 'N', fallback: '0', help: 'also list what is deleted or archived in the next N days' },
    {
      name: 'push',
      takes: 'N:TAG,…',
      isRepeated: true,
      help: 'images pushed every day, with these tags (* is a new number each time), to show where the number of images settles; may be given several times',
    },
    { name: 'format', takes: 'FORMAT', values: ['text', 'json', 'html'], fallback: 'text', help: 'how it is printed' },
    { name: 'compare', takes: null, help: 'what NEW does differently from OLD; one of them may be -' },
  ],
  after: [
    'Against what is committed: git show main:policies.tf | terraform-ecr simulate --compare --images images.json - policies.tf',
    'Exit status: 0 simulated, 1 the policy is not fully known or AWS would refuse it, 2 wrong use or unreadable input.',
  ],
};

export const RENDER: CommandSpec = {
  name: 'render',
  argument: 'SOURCE',
  offers: 'file',
  summary: 'the JSON of a lifecycle policy as Terraform will send it',
  title: 'terraform-ecr render prints the JSON of a lifecycle policy as Terraform will send it.',
  usages: ['render [--compact] SOURCE'],
  about: [
    "SOURCE is a .tf or .tofu file with one lifecycle policy, FILE#ADDRESS for one of several (a resource, a data source, module.NAME, with [\"KEY\"] for one instance), a policy's .json file, or the output of 'terraform show -json' of a plan.",
  ],
  options: [{ name: 'compact', takes: null, help: 'on one line without white space, as it is sent' }],
  after: [
    'Variables are taken at their defaults, or as terraform.tfvars and *.auto.tfvars set them; standard error says which.',
    'Exit status: 0 printed, 1 a part is not known before Terraform runs (standard error names each), 2 wrong use.',
  ],
};

export const EXPLAIN: CommandSpec = {
  name: 'explain',
  argument: 'SOURCE',
  offers: 'file',
  summary: 'policies in plain words: what they delete, who may pull and push',
  title:
    'terraform-ecr explain says policies in plain words: a lifecycle policy rule by rule in order of effect, the policy of a repository or registry statement by statement, and who may do what overall.',
  usages: ['explain SOURCE'],
  about: [`${SEE_RENDER.slice(0, -1)}; without an address, all policies of the file are explained.`],
  options: [],
  after: ['Exit status: 0 printed, 1 nothing is known of one of them, 2 wrong use.'],
};

export const LIST: CommandSpec = {
  name: 'list',
  argument: '[PATH…]',
  offers: 'file',
  summary: 'every repository with its policy, its protection and who may pull and push',
  title: 'terraform-ecr list shows every repository of files and folders at a glance.',
  usages: ['list [--format text|json|markdown] [PATH…]'],
  about: [
    "A line for each aws_ecr_repository: whether tags can be overwritten, scanning, who may pull and push by its policy, the errors and warnings of its block and its policies, and what its lifecycle policy does. PATH is as 'terraform-ecr check --help' describes. Policies are taken with the defaults of variables.",
  ],
  options: [
    {
      name: 'format',
      takes: 'FORMAT',
      values: ['text', 'json', 'markdown'],
      fallback: 'text',
      help: 'how it is printed',
    },
  ],
  after: ['Exit status: 0 printed, 2 wrong use, a file that cannot be read or a folder in which no file is read.'],
};
