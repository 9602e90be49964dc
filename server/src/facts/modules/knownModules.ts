import { CLOUDPOSSE_INPUTS, CLOUDPOSSE_OUTPUTS } from './tables/cloudposse.ts';
import { LGALLARD_INPUTS, LGALLARD_OUTPUTS } from './tables/lgallard.ts';
import { CLOUDPOSSE_RELEASES, LGALLARD_RELEASES, TERRAFORM_AWS_MODULES_RELEASES } from './tables/releases.ts';
import { REPOSITORY_TEMPLATE_INPUTS, REPOSITORY_TEMPLATE_OUTPUTS } from './tables/repositoryTemplate.ts';
import { SCANNING_CONFIGURATION_INPUTS, SCANNING_CONFIGURATION_OUTPUTS } from './tables/scanningConfiguration.ts';
import { TERRAFORM_AWS_MODULES_INPUTS, TERRAFORM_AWS_MODULES_OUTPUTS } from './tables/terraformAwsModules.ts';
import { WRAPPERS_INPUTS, WRAPPERS_OUTPUTS } from './tables/wrappers.ts';

/** The releases with a feature: from `since` on, and before `until` unless that is null. */
export interface ReleaseSpan {
  readonly since: string;
  readonly until: string | null;
}

/** One variant of an input; an input whose type or default changed has several in sequence. */
export interface InputFact extends ReleaseSpan {
  readonly name: string;
  /** The type constraint as HCL. */
  readonly type: string;
  /** The default as HCL; null when a call must give a value. */
  readonly fallback: string | null;
  /** Markdown. */
  readonly documentation: string;
}

export interface OutputFact extends ReleaseSpan {
  readonly name: string;
  /** Markdown. */
  readonly documentation: string;
}

/** A release of a module. */
export interface ModuleRelease {
  readonly version: string;
  /** Year, month and, when known, day. */
  readonly date: string;
  /** The release's requirements for Terraform and the AWS provider; null for none. */
  readonly terraform: string | null;
  readonly aws: string | null;
}

/** A public module for ECR. */
export interface KnownModule {
  readonly id: KnownModuleId;
  /** Its address in the public registry; null for a module that is only available from git. */
  readonly registry: string | null;
  /** Its repository on GitHub. */
  readonly repository: string;
  /** Its folder in the repository: empty for the root. */
  readonly folder: string;
  /** Inputs that take a document as JSON text, unless the table for all modules lists them. */
  readonly texts?: readonly string[];
  /** All inputs and outputs of all releases. */
  readonly inputs: readonly InputFact[];
  readonly outputs: readonly OutputFact[];
  /** Oldest first. */
  readonly releases: readonly ModuleRelease[];
}

export type KnownModuleId =
  | 'terraform-aws-modules'
  | 'repository-template'
  | 'wrappers'
  | 'repository-template-wrappers'
  | 'cloudposse'
  | 'scanning-configuration'
  | 'lgallard'
  /** A module with a few known inputs. */
  | 'other'
  | 'cloudposse-component'
  /** An installed module about which only its files are known. */
  | 'installed';

const TERRAFORM_AWS = {
  registry: 'terraform-aws-modules/ecr/aws',
  repository: 'terraform-aws-modules/terraform-aws-ecr',
} as const;
const CLOUDPOSSE = { registry: 'cloudposse/ecr/aws', repository: 'cloudposse/terraform-aws-ecr' } as const;

/** Oldest first, in the order of the calendar; those of submodules start where the submodule does. */
export const KNOWN_MODULES: readonly KnownModule[] = [
  {
    id: 'terraform-aws-modules',
    ...TERRAFORM_AWS,
    folder: '',
    inputs: inputsIn(TERRAFORM_AWS_MODULES_INPUTS),
    outputs: outputsIn(TERRAFORM_AWS_MODULES_OUTPUTS),
    releases: releasesIn(TERRAFORM_AWS_MODULES_RELEASES),
  },
  {
    id: 'repository-template',
    ...TERRAFORM_AWS,
    folder: 'modules/repository-template',
    inputs: inputsIn(REPOSITORY_TEMPLATE_INPUTS),
    outputs: outputsIn(REPOSITORY_TEMPLATE_OUTPUTS),
    releases: releasesIn(TERRAFORM_AWS_MODULES_RELEASES, '2.3.0'),
  },
  {
    id: 'wrappers',
    ...TERRAFORM_AWS,
    folder: 'wrappers',
    inputs: inputsIn(WRAPPERS_INPUTS),
    outputs: outputsIn(WRAPPERS_OUTPUTS),
    releases: releasesIn(TERRAFORM_AWS_MODULES_RELEASES),
  },
  {
    id: 'repository-template-wrappers',
    ...TERRAFORM_AWS,
    folder: 'wrappers/repository-template',
    inputs: inputsIn(WRAPPERS_INPUTS),
    outputs: outputsIn(WRAPPERS_OUTPUTS),
    releases: releasesIn(TERRAFORM_AWS_MODULES_RELEASES, '2.3.0'),
  },
  {
    id: 'cloudposse',
    ...CLOUDPOSSE,
    folder: '',
    inputs: inputsIn(CLOUDPOSSE_INPUTS),
    outputs: outputsIn(CLOUDPOSSE_OUTPUTS),
    releases: releasesIn(CLOUDPOSSE_RELEASES),
  },
  {
    id: 'scanning-configuration',
    ...CLOUDPOSSE,
    folder: 'modules/scanning_configuration',
    inputs: inputsIn(SCANNING_CONFIGURATION_INPUTS),
    outputs: outputsIn(SCANNING_CONFIGURATION_OUTPUTS),
    releases: releasesIn(CLOUDPOSSE_RELEASES, '0.40.0'),
  },
  {
    id: 'lgallard',
    registry: 'lgallard/ecr/aws',
    repository: 'lgallard/terraform-aws-ecr',
    folder: '',
    inputs: inputsIn(LGALLARD_INPUTS),
    outputs: outputsIn(LGALLARD_OUTPUTS),
    releases: releasesIn(LGALLARD_RELEASES),
  },
];

/** The inputs in the rows of a table. */
export function inputsIn(table: string): readonly InputFact[] {
  return rowsOf(table).map(([name = '', type = '', fallback = '', since = '', until = '', documentation = '']) => ({
    name,
    type,
    fallback: fallback === '' ? null : fallback,
    since,
    until: until === '' ? null : until,
    documentation,
  }));
}

function outputsIn(table: string): readonly OutputFact[] {
  return rowsOf(table).map(([name = '', since = '', until = '', documentation = '']) => ({
    name,
    since,
    until: until === '' ? null : until,
    documentation,
  }));
}

function releasesIn(table: string, first?: string): readonly ModuleRelease[] {
  const releases = rowsOf(table).flatMap(([terraform = '', aws = '', list = '']) =>
    list.split(', ').map((entry): ModuleRelease => {
      const [version = '', date = ''] = entry.split(' ');
      return { version, date, terraform: terraform === '' ? null : terraform, aws: aws === '' ? null : aws };
    }),
  );
  return first === undefined ? releases : releases.slice(releases.findIndex(({ version }) => version === first));
}

/** The cells of a table row, separated by bars. */
function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
}
