import type { ModuleRelease } from '../../facts/modules/knownModules.ts';
import { admittedBy } from '../../module/versions/constraint.ts';
import { awsRequirement } from '../../module/versions/providerRequirement.ts';
import type { ModuleCallCheck } from '../check.ts';
import { findFloor } from '../support/moduleFloor.ts';

export const moduleProviderFloor: ModuleCallCheck = {
  subject: 'module',
  id: 'module-provider-floor',
  title: 'The module requires another AWS provider version',
  severity: 'error',
  *check(call, scope) {
    const admitted = ({ aws }: ModuleRelease) => (aws === null ? null : admittedBy(aws, 'provider'));
    const words = { name: 'AWS provider', of: ({ aws }: ModuleRelease) => aws };
    yield* findFloor(call, awsRequirement(scope), admitted, words);
  },
};
