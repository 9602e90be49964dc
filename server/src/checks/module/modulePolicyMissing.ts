import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { argumentOf, flagOf, hasInput, inputValue, isLeftOut, textOfArgument } from '../../ecr/modules/moduleCall.ts';
import { readModulePolicy } from '../../ecr/modules/modulePolicy.ts';
import { STARTER_POLICIES } from '../../facts/lifecycle/starterPolicies.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { termOf } from '../../syntax/edit/term.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Finding, ModuleCallCheck } from '../check.ts';
import { setArgument } from '../support/moduleFixes.ts';

export const modulePolicyMissing: ModuleCallCheck = {
  subject: 'module',
  id: 'module-policy-missing',
  title: 'Module call without a lifecycle policy',
  severity: 'error',
  *check(call, scope) {
    if (isNever(call, scope)) return;
    if (call.known.id === 'terraform-aws-modules') yield* ofTerraformAwsModules(call, scope);
    if (call.known.id === 'wrappers') yield* ofWrapper(call, scope);
    if (call.known.id === 'cloudposse') yield* ofCloudposse(call, scope);
    if (call.known.id === 'lgallard') yield* ofLgallard(call, scope);
  },
};

/** True for a call that is known to create nothing. */
function isNever(call: ModuleCall, scope: RecordingScope): boolean {
  const count = inputValue(call, 'count', scope);
  return count?.kind === 'number' && count.value === 0;
}

function* ofTerraformAwsModules(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const switches = ['create', 'create_repository', 'create_lifecycle_policy'];
  const isOn = switches.every((name) => flagOf(call, name, scope) ?? !hasInput(call, name));
  const isPrivate =
    isLeftOut(call, 'repository_type', scope) || textOfArgument(call, 'repository_type', scope) === 'private';
  if (!isOn || !isPrivate || argumentOf(call, 'repository_lifecycle_policy') !== undefined) return;
  const canSwitch = hasInput(call, 'create_lifecycle_policy');
  yield {
    place: headerOf(call.declaration),
    message: `repository_lifecycle_policy is missing: the module then sends an empty policy, which AWS refuses at apply ("Member must have length greater than or equal to 100"). Give it a policy${canSwitch ? ', or set create_lifecycle_policy = false' : ''}.`,
    fixes: [
      ...(canSwitch ? [setArgument(call, 'create_lifecycle_policy', false)] : []),
      ...STARTER_POLICIES.map(({ does, rules }): Fix => {
        const term = { kind: 'call', name: 'jsonencode', argument: termOf({ rules }) } as const;
        const { declaration } = call;
        const change = { kind: 'set-argument', declaration, name: 'repository_lifecycle_policy', term } as const;
        return { title: `Add a policy that ${does}`, kind: 'choice', changes: [change] };
      }),
    ],
  };
}

/** The inputs that turn the policy off, with the value that leaves it on. */
const SWITCHES: Readonly<Record<string, boolean | string>> = {
  create: true,
  create_repository: true,
  create_lifecycle_policy: true,
  repository_type: 'private',
};

/** Items of a wrapper that get a policy neither from themselves nor from the defaults. */
function* ofWrapper(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const [items, given] = ['items', 'defaults'].map((name) => inputValue(call, name, scope));
  if (items?.kind !== 'object' || (given !== null && given?.kind !== 'object')) return;
  const defaults = given?.kind === 'object' ? given : null;
  for (const { value: item } of items.members) {
    if (item.kind !== 'object' || item.open || defaults?.open === true) continue;
    const inputs = new Map([...(defaults?.members ?? []), ...item.members].map(({ key, value }) => [key, value]));
    const isOn = Object.entries(SWITCHES).every(([name, needed]) => {
      const value = inputs.get(name);
      return value === undefined || ((value.kind === 'boolean' || value.kind === 'string') && value.value === needed);
    });
    if (!isOn || inputs.has('repository_lifecycle_policy')) continue;
    yield {
      place: { ...item.place, end: Math.min(item.place.start + 1, item.place.end) },
      message:
        'repository_lifecycle_policy is missing: the module then sends an empty policy, which AWS refuses at apply ("Member must have length greater than or equal to 100"). Give this item or the defaults a policy, or set create_lifecycle_policy = false.',
    };
  }
}

/** Without default rules and without the caller's rules the module sends an empty list. */
function* ofCloudposse(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const settings = argumentOf(call, 'default_lifecycle_rules_settings');
  if (settings === undefined || !readModulePolicy(call, scope).every(({ count }) => count === 0)) return;
  yield {
    place: placeOf(call.declaration.source, settings.value),
    message:
      'Both rules of the module are off, and the call gives no others: the module sends a policy without rules, which AWS refuses. Add rules, or set enable_lifecycle_policy = false.',
    fixes: [setArgument(call, 'enable_lifecycle_policy', false)],
  };
}

/** From 0.13.0 on an empty text means that there is no policy. */
function* ofLgallard(call: ModuleCall, scope: RecordingScope): Iterable<Finding> {
  const value = inputValue(call, 'lifecycle_policy', scope);
  const isOld = call.releases.every(({ version }) => /^0\.(\d|1[0-2])\./.test(version));
  if (!isOld || value?.kind !== 'string' || value.value !== '') return;
  yield {
    place: value.place,
    message:
      'The policy is empty, and these releases of the module send it as it is: AWS refuses a text of fewer than 100 characters. Write null, or give it a policy.',
  };
}
