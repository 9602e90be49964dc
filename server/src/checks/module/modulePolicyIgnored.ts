import { headlineOf } from '../../ecr/documents/documentSource.ts';
import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { argumentOf, isGiven, isLeftOut, textOfArgument } from '../../ecr/modules/moduleCall.ts';
import { LIFECYCLE_HELPERS } from '../../facts/modules/moduleTraps.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, ModuleCallCheck } from '../check.ts';
import { removeArgument } from '../support/moduleFixes.ts';

export const modulePolicyIgnored: ModuleCallCheck = {
  subject: 'module',
  id: 'module-policy-ignored',
  title: 'The module ignores the lifecycle policy of the call',
  severity: 'warning',
  *check(call, scope) {
    if (call.known.id === 'terraform-aws-modules') yield* beforePublic(call, scope);
    if (call.known.id === 'lgallard') yield* besideHelpers(call, scope);
  },
};

function* beforePublic(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const attribute = argumentOf(call, 'repository_lifecycle_policy');
  const isPublic = textOfArgument(call, 'repository_type', scope) === 'public';
  if (attribute === undefined || !isPublic || isNone(call, 'repository_lifecycle_policy', scope)) return;
  yield {
    place: headlineOf(call.declaration.source, attribute.value),
    message:
      'This policy does nothing: repository_type is "public", and ECR Public has no lifecycle policies. Remove it.',
    fixes: [removeArgument(call, attribute)],
  };
}

/** True for null and for an empty text, which both mean "no policy". */
function isNone(call: ModuleCall, name: string, scope: RecordingScope): boolean {
  return isLeftOut(call, name, scope) || textOfArgument(call, name, scope) === '';
}

function* besideHelpers(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const winner = ['lifecycle_policy', 'lifecycle_policy_template'].find((name) => isGiven(call, name, scope));
  if (winner === undefined) return;
  const losers =
    winner === 'lifecycle_policy' ? ['lifecycle_policy_template', ...LIFECYCLE_HELPERS] : LIFECYCLE_HELPERS;
  for (const name of losers) {
    const attribute = argumentOf(call, name);
    if (attribute === undefined || !isGiven(call, name, scope)) continue;
    yield {
      place: placeOf(call.declaration.source, attribute.value),
      message: `${name} does nothing next to ${winner}, which takes precedence. Remove one of the two.`,
      fixes: [removeArgument(call, attribute)],
    };
  }
}
