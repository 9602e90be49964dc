import type { CommandSpec } from './commandSpec.ts';

export const IMPORT_SHELLS = ['bash', 'powershell'] as const;

export const IMPORT: CommandSpec = {
  name: 'import',
  argument: '',
  summary: 'import blocks and resources for repositories that exist',
  title: 'terraform-ecr import writes import blocks and resources from what the AWS CLI printed.',
  usages: ['import --repositories FILE… [OPTION…]', 'import --script[=bash|powershell]'],
  about: [
    'FILE is JSON, - for standard input, or a folder of .json files. Nothing is sent anywhere and AWS is not asked.',
  ],
  options: [
    {
      name: 'repositories',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr describe-repositories' printed, or 'aws ecr-public describe-repositories'",
    },
    {
      name: 'policies',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr get-lifecycle-policy' printed, a file for each repository or one for all",
    },
    {
      name: 'repository-policies',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr get-repository-policy' printed",
    },
    {
      name: 'tags',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr list-tags-for-resource' printed, each file named after its repository with / as __, such as team__api.json",
    },
    {
      name: 'cache-rules',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr describe-pull-through-cache-rules' printed; repositories that the rules made are left out",
    },
    {
      name: 'templates',
      takes: 'FILE…',
      offers: 'file',
      help: "what 'aws ecr describe-repository-creation-templates' printed",
    },
    {
      name: 'registry',
      takes: 'FILE…',
      offers: 'file',
      help: 'what describe-registry, get-registry-policy, get-registry-scanning-configuration, get-account-setting or list-pull-time-update-exclusions printed',
    },
    { name: 'for-each', takes: null, help: 'one resource with for_each for all repositories (Terraform 1.7)' },
    {
      name: 'identity',
      takes: null,
      help: 'import by identity instead of id (Terraform 1.12, hashicorp/aws 6.11.0)',
    },
    {
      name: 'region-argument',
      takes: null,
      help: 'write the region into each resource (hashicorp/aws 6.0.0); files about several regions need a folder for each region',
    },
    {
      name: 'into',
      takes: 'DIR',
      offers: 'folder',
      help: 'leave out what the code in DIR declares, and write DIR/imports.tf, a new file',
    },
    { name: 'script', takes: null, help: 'print the commands that gather these files, for bash or powershell' },
  ],
  after: ['Exit status: 0 printed or written, 2 wrong use, or a file that is not what its option takes.'],
};
