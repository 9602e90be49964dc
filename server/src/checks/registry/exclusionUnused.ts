import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { assumedPolicies } from '../../ecr/documents/lifecycle/assumedPolicies.ts';
import { hasAllRules } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
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
    if (scope.caller !== null || !scope.ask((module) => module.remember(countsNoPulls))) return;
    yield {
      place: argumentIn(body, 'principal_arn')?.value.place ?? headerOf(declaration),
      message: `No lifecycle rule of this module has countType ${COUNT_TYPE}, the only one that depends on the time of the last pull: the exclusion changes nothing for them.`,
    };
  },
};

/**
 * True when the module has lifecycle policies, all of them are known, and none counts days since the last pull. Without
 * a policy the repositories are managed elsewhere, and so are their rules.
 */
function countsNoPulls(module: Module): boolean {
  if (module.isOpen || module.files.some(({ syntax }) => syntax.text.includes(COUNT_TYPE))) return false;
  const blocks = module.allBlocks();
  if (blocks.some(({ type }) => type === 'module')) return false;
  const scope = new RecordingScope(module);
  const policies = blocks.flatMap((declaration) => assumedPolicies(declaration, scope));
  return (
    policies.length > 0 && policies.every(({ policy }) => hasAllRules(policy) && policy.rules.every(countsOtherwise))
  );
}

function countsOtherwise({ countType }: PolicyRule): boolean {
  return countType.state === 'known' && countType.value !== COUNT_TYPE;
}
