/**
 * The blocks of Terraform's language and their contents, apart from what providers define. Source: documentation of the
 * Terraform language 1.14. Read 2026-11-30.
 */
import { IMPORT_BODY, IMPORT_DOCUMENTATION } from '../imports/importArguments.ts';
import { CALL_ARGUMENTS } from '../modules/callArguments.ts';
import { LIFECYCLE_BLOCK, META_ARGUMENTS } from '../provider/metaArguments.ts';
import type { ArgumentFact, ArgumentType, BlockFact, BodyFact } from '../provider/resourceSchema.ts';

export interface LanguageBlock extends BodyFact {
  readonly type: string;
  readonly documentation: string;
  /** The text of the block after its type, with tab stops. */
  readonly body: string;
}

const optional = (name: string, type: ArgumentType, documentation: string): ArgumentFact => {
  return { name, type, required: false, documentation };
};
const required = (name: string, type: ArgumentType, documentation: string): ArgumentFact => {
  return { name, type, required: true, documentation };
};
const block = (
  name: string,
  documentation: string,
  given: readonly ArgumentFact[],
  maximum: number | null = 1,
): BlockFact => {
  return { name, documentation, maximum, arguments: given, blocks: [] };
};

const CONDITION: readonly ArgumentFact[] = [
  required('condition', 'expression', 'What must be true.'),
  required('error_message', 'string', 'The message when it is not.'),
];
const META: BodyFact = { arguments: META_ARGUMENTS, blocks: [LIFECYCLE_BLOCK] };
const DEPENDS_ON = META_ARGUMENTS.filter(({ name }) => name === 'depends_on');

export const LANGUAGE_BLOCKS: readonly LanguageBlock[] = [
  {
    type: 'resource',
    documentation: 'Something that Terraform creates, changes and destroys.',
    body: ' "${1|aws_ecr_repository,aws_ecr_lifecycle_policy,aws_ecr_repository_policy|}" "${2:main}" {\n  $0\n}',
    ...META,
  },
  {
    type: 'data',
    documentation: 'Something that exists, which Terraform reads.',
    body: ' "${1|aws_ecr_repository,aws_ecr_image,aws_ecr_lifecycle_policy_document,aws_iam_policy_document|}" "${2:main}" {\n  $0\n}',
    ...META,
  },
  {
    type: 'variable',
    documentation: 'An input of the module: `var.NAME`.',
    body: ' "${1:name}" {\n  description = "${2:What it is for}"\n  type        = ${3|string,number,bool,list(string),set(string),map(string),any|}$0\n}',
    arguments: [
      optional('description', 'string', 'What it is for.'),
      optional('type', 'expression', 'Its type: `string`, `number`, `bool`, `list(string)`, `object({ … })`.'),
      optional('default', 'expression', 'Its value when nobody sets it.'),
      optional('nullable', 'boolean', '`false` replaces null with the default.'),
      optional('sensitive', 'boolean', 'Hides it from output.'),
      optional('ephemeral', 'boolean', 'Keeps it out of plan and state. Needs Terraform 1.10.'),
    ],
    blocks: [block('validation', 'What a valid value must satisfy.', CONDITION, null)],
  },
  {
    type: 'output',
    documentation: 'A value that the module returns to its caller.',
    body: ' "${1:name}" {\n  description = "${2:What it is}"\n  value       = ${3:null}$0\n}',
    arguments: [
      required('value', 'expression', 'What is given.'),
      optional('description', 'string', 'What it is.'),
      optional('sensitive', 'boolean', 'Hides it from output.'),
      optional('ephemeral', 'boolean', 'Keeps it out of plan and state. Needs Terraform 1.10.'),
      ...DEPENDS_ON,
    ],
    blocks: [block('precondition', 'What must be true first.', CONDITION, null)],
  },
  {
    type: 'locals',
    documentation: 'Names for expressions: `local.NAME`.',
    body: ' {\n  $0\n}',
    arguments: [],
    blocks: [],
  },
  {
    type: 'module',
    documentation: 'A call of a module.',
    body: ' "${1:name}" {\n  source = "${2:./modules/$1}"\n  $0\n}',
    arguments: CALL_ARGUMENTS,
    blocks: [],
  },
  {
    type: 'import',
    documentation: IMPORT_DOCUMENTATION,
    body: ' {\n  to = ${1:aws_ecr_repository.main}\n  id = "${2:team/app}"$0\n}',
    ...IMPORT_BODY,
  },
  {
    type: 'moved',
    documentation: 'Says that a block now has another address, so that nothing is created again.',
    body: ' {\n  from = ${1:aws_ecr_repository.old}\n  to   = ${2:aws_ecr_repository.new}$0\n}',
    arguments: [
      required('from', 'expression', 'The address before.'),
      required('to', 'expression', 'The address now.'),
    ],
    blocks: [],
  },
  {
    type: 'removed',
    documentation: 'Removes a resource from the state; with `destroy = false` it stays as it is.',
    body: ' {\n  from = ${1:aws_ecr_repository.old}\n\n  lifecycle {\n    destroy = ${2|false,true|}\n  }$0\n}',
    arguments: [required('from', 'expression', 'The address without a key.')],
    blocks: [block('lifecycle', 'What happens to the object.', [required('destroy', 'boolean', '`false` keeps it.')])],
  },
  {
    type: 'provider',
    documentation: 'The configuration of a provider.',
    body: ' "${1:aws}" {\n  region = "${2:eu-west-1}"$0\n}',
    arguments: [
      optional('alias', 'string', 'A name for a second configuration, which `provider = aws.NAME` takes.'),
      optional('region', 'string', 'The AWS region.'),
    ],
    blocks: [],
  },
  {
    type: 'terraform',
    documentation: 'What the module requires of Terraform and its providers.',
    body: ' {\n  required_version = ">= ${1:1.5}"\n\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = ">= ${2:6.29}"\n    }\n  }$0\n}',
    arguments: [optional('required_version', 'string', 'The releases of Terraform that may run it.')],
    blocks: [block('required_providers', 'The providers, each with its source and version.', [])],
  },
  {
    type: 'check',
    documentation: 'What is tested after each plan and apply, without failing it.',
    body: ' "${1:name}" {\n  assert {\n    condition     = ${2:true}\n    error_message = "${3:What is wrong}"\n  }$0\n}',
    arguments: [],
    blocks: [block('assert', 'What must be true.', CONDITION, null)],
  },
  {
    type: 'ephemeral',
    documentation: 'Something that is read for one run and never stored. Needs Terraform 1.10.',
    body: ' "${1:random_password}" "${2:main}" {\n  $0\n}',
    ...META,
  },
];

/** The contents of a top-level block of that type; for resources, the meta-arguments. */
export function languageBlock(type: string): LanguageBlock | undefined {
  return LANGUAGE_BLOCKS.find((fact) => fact.type === type);
}
