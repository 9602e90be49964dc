/**
 * Modules for ECR with a few known inputs. Source: the files of their newest releases and their change logs. Read
 * 2026-11-29.
 */
import type { KnownModule, KnownModuleId } from './knownModules.ts';
import { inputsIn } from './knownModules.ts';
import {
  AZAVEA_INPUTS,
  BOLDLINK_INPUTS,
  CLOUD_PLATFORM_INPUTS,
  CLOUDDROVE_INPUTS,
  COMPONENT_INPUTS,
  DNXLABS_INPUTS,
  GEEKCELL_INPUTS,
  INFRAHOUSE_INPUTS,
  MINEIROS_INPUTS,
  TERRAFORM_MODULE_INPUTS,
  TMKNOM_INPUTS,
  TRUSSWORKS_INPUTS,
} from './tables/others.ts';

/** A module about which only some inputs and pitfalls are known. */
export interface OtherModule extends KnownModule {
  /** Switches without which releases from `since` on create nothing. */
  readonly gates?: { readonly inputs: readonly string[]; readonly since: string };
  /** The input whose items must all match tags of the same image. */
  readonly prefixes?: string;
  /** The input that takes rules as a list, not as JSON text. */
  readonly rules?: string;
  /** The input that takes repositories by name, and the key in each that takes an object instead of JSON text. */
  readonly objects?: { readonly input: string; readonly key: string };
  /** The replacements of removed inputs. */
  readonly renamed?: Readonly<Record<string, string>>;
}

type Traps = Partial<Omit<OtherModule, Exclude<keyof KnownModule, 'texts'>>>;

/** By the public registry; null for a module that is only available from git. */
function other(registry: string | null, repository: string, inputs: string, traps: Traps = {}): OtherModule {
  const nothing = { outputs: [], releases: [], folder: '' };
  const id: KnownModuleId = 'other';
  return { ...nothing, id, registry, repository, inputs: inputsIn(inputs), ...traps };
}

export const OTHER_MODULES: readonly OtherModule[] = [
  other(null, 'ministryofjustice/cloud-platform-terraform-ecr-credentials', CLOUD_PLATFORM_INPUTS, {
    texts: ['lifecycle_policy'],
  }),
  other('clouddrove/ecr/aws', 'clouddrove/terraform-aws-ecr', CLOUDDROVE_INPUTS, {
    gates: { inputs: ['enable_private_ecr', 'enable_public_ecr'], since: '1.3.2' },
    renamed: { enabled_ecr: 'enable' },
  }),
  other('boldlink/ecr/aws', 'boldlink/terraform-aws-ecr', BOLDLINK_INPUTS, {
    gates: { inputs: ['create_private_repository', 'create_public_repository'], since: '2.0.0' },
    texts: ['aws_ecr_lifecycle_policy', 'aws_ecr_repository_policy'],
  }),
  other('tmknom/ecr/aws', 'tmknom/terraform-aws-ecr', TMKNOM_INPUTS, { prefixes: 'tag_prefix_list' }),
  other('terraform-module/ecr/aws', 'terraform-module/terraform-aws-ecr', TERRAFORM_MODULE_INPUTS, {
    objects: { input: 'ecrs', key: 'lifecycle_policy' },
  }),
  other('trussworks/ecr-repo/aws', 'trussworks/terraform-aws-ecr-repo', TRUSSWORKS_INPUTS, {
    texts: ['lifecycle_policy', 'ecr_policy'],
  }),
  other('mineiros-io/ecr/aws', 'mineiros-io/terraform-aws-ecr', MINEIROS_INPUTS, { rules: 'lifecycle_policy_rules' }),
  other('infrahouse/ecr/aws', 'infrahouse/terraform-aws-ecr', INFRAHOUSE_INPUTS),
  other('dnxlabs/ecr/aws', 'dnxlabs/terraform-aws-ecr', DNXLABS_INPUTS, { texts: ['lifecycle_policy'] }),
  other('geekcell/ecr-repository/aws', 'geekcell/terraform-aws-ecr-repository', GEEKCELL_INPUTS),
  other('azavea/ecr-repository/aws', 'azavea/terraform-aws-ecr-repository', AZAVEA_INPUTS, {
    texts: ['lifecycle_policy'],
  }),
  {
    ...other(null, 'cloudposse-terraform-components/aws-ecr', COMPONENT_INPUTS),
    id: 'cloudposse-component',
    folder: 'src',
  },
];
