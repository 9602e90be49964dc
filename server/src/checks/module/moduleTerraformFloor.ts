import type { ModuleRelease } from '../../facts/modules/knownModules.ts';
import { admittedBy } from '../../module/versions/constraint.ts';
import { terraformRequirement } from '../../module/versions/versionRequirement.ts';
import type { ModuleCallCheck } from '../check.ts';
import { findFloor } from '../support/moduleFloor.ts';

export const moduleTerraformFloor: ModuleCallCheck = {
  subject: 'module',
  id: 'module-terraform-floor',
  title: 'The module requires another Terraform version',
  severity: 'error',
  *check(call, scope) {
    const admitted = ({ terraform }: ModuleRelease) => (terraform === null ? null : admittedBy(terraform, 'terraform'));
    const words = { name: 'Terraform', of: ({ terraform }: ModuleRelease) => terraform };
    yield* findFloor(call, terraformRequirement(scope), admitted, words);
  },
};
