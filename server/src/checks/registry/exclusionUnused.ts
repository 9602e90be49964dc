import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { assumedPolicies } from '../../ecr/documents/lifecycle/assumedPolicies.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { headerOf } from '../../ecr/header.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { ArgumentsCheck } from '../check.ts';

const COUNT_TYPE = 'sinceImagePulled';

export const exclusionUnused: ArgumentsCheck = {
  subject: 'arguments',
  id: 'exclusion-unused',
  title: 'Pull time exclusion without a lifecycle rule that counts pulls',
  severity: 'hint',
  isWidespread: true,
  *check({ declaration, body, isNever }, scope) {
    if (isNever || !isBlockOf(declaration, 'resource', 'aws_ecr_pull_time_update_exclusion')) return;
    if (scope.caller !== null || scope.ask((module) => module.remember(mayCountPulls))) return;
    yield {
      place: argumentIn(body, 'principal_arn')?.value.place ?? headerOf(declaration),
      message: `No lifecycle rule of this module has countType ${COUNT_TYPE}, which alone goes by the time of the last pull: the exclusion changes nothing for them.`,
    };
  },
};

/**
 * True when a policy of the module counts days since the last pull, or may do so; unknown parts may contain anything.
 */
function mayCountPulls(module: Module): boolean {
  if (module.isOpen || module.files.some(({ syntax }) => syntax.text.includes(COUNT_TYPE))) return true;
  const scope = new RecordingScope(module);
  return module.allBlocks().some((declaration) => {
    if (declaration.type === 'module') return true;
    if (policySourceOf(declaration) === undefined) return false;
    return assumedPolicies(declaration, scope).some(
      ({ policy: { root, rules } }) =>
        root === null || rules.some(({ countType }) => countType.state !== 'known' || countType.value === COUNT_TYPE),
    );
  });
}
