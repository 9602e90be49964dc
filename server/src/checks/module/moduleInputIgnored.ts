import type { Fix } from '../../ecr/edits/change.ts';
import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { argumentOf, flagOf, isGiven, isLeftOut, textOfArgument } from '../../ecr/modules/moduleCall.ts';
import type { Gate } from '../../facts/modules/moduleTraps.ts';
import { GATES, PRIVATE_ONLY } from '../../facts/modules/moduleTraps.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, ModuleCallCheck } from '../check.ts';
import { removeArgument, setArgument } from '../support/moduleFixes.ts';

export const moduleInputIgnored: ModuleCallCheck = {
  subject: 'module',
  id: 'module-input-ignored',
  title: 'Module input without effect',
  severity: 'warning',
  *check(call, scope) {
    if (flagOf(call, 'create', scope) === false) return;
    const isPublic = textOfArgument(call, 'repository_type', scope) === 'public';
    for (const gate of GATES[call.known.id] ?? []) yield* ignoredByGate(call, gate, scope);
    if (call.known.id === 'terraform-aws-modules' && isPublic) yield* ignoredByPublic(call, scope);
    if (call.known.id === 'repository-template') yield* ignoredByTemplate(call, scope);
    if (call.known.id === 'cloudposse') yield* ignoredByPrefixes(call, scope);
  },
};

function* ignoredByGate(call: ModuleCall, { gate, needs, inputs }: Gate, scope: RecordingScope): Iterable<Finding> {
  if (flagOf(call, gate, scope) !== !needs) return;
  for (const input of inputs) {
    const why = `${gate} is ${needs ? 'false' : 'true'}. Set ${gate} = ${needs}, or remove it`;
    if (isGiven(call, input, scope)) yield* ignored(call, input, why, [setArgument(call, gate, needs)]);
  }
}

function* ignoredByPublic(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  for (const input of PRIVATE_ONLY) {
    const why = 'repository_type is "public", and the module passes it only to private repositories. Remove it';
    if (!isLeftOut(call, input, scope)) yield* ignored(call, input, why);
  }
}

function* ignoredByTemplate(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const type = isLeftOut(call, 'encryption_type', scope) ? 'AES256' : textOfArgument(call, 'encryption_type', scope);
  if (type !== null && type !== 'KMS' && isGiven(call, 'kms_key_arn', scope)) {
    const why = `encryption_type is "${type}", and the module passes a key only with "KMS". Set encryption_type = "KMS", or remove it`;
    yield* ignored(call, 'kms_key_arn', why, [setArgument(call, 'encryption_type', 'KMS')]);
  }
  const makesRole = type === 'KMS' || isGiven(call, 'resource_tags', scope);
  if (makesRole && flagOf(call, 'create_iam_role', scope) === true && isGiven(call, 'custom_role_arn', scope)) {
    const why = 'the module creates its own role. Set create_iam_role = false, or remove it';
    yield* ignored(call, 'custom_role_arn', why, [setArgument(call, 'create_iam_role', false)]);
  }
}

function* ignoredByPrefixes(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const input = 'principals_pull_though_access';
  if (!isGiven(call, input, scope) || !isLeftOut(call, 'prefixes_pull_through_repositories', scope)) return;
  const why =
    'prefixes_pull_through_repositories is empty, and the module grants this only to repositories with such a prefix. List the prefixes, or remove it';
  yield* ignored(call, input, why);
}

function* ignored(call: ModuleCall, input: string, why: string, fixes: readonly Fix[] = []): Iterable<Finding> {
  const attribute = argumentOf(call, input);
  if (attribute === undefined) return;
  yield {
    place: placeOf(call.declaration.source, attribute.value),
    message: `${input} does nothing here: ${why}.`,
    fixes: [...fixes, removeArgument(call, attribute)],
  };
}
