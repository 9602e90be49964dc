import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import { headerOf } from '../header.ts';
import type { ModuleCall } from './moduleCall.ts';
import { argumentOf } from './moduleCall.ts';
import type { ModulePolicy } from './modulePolicy.ts';
import { isOfCaller, readModulePolicy } from './modulePolicy.ts';

/** Inputs from which a module makes a rule for any image, when the call writes no rule itself. */
const CAUSES = ['lifecycle_policy_template', 'lifecycle_expire_tagged_after_days', 'max_image_count'];

/**
 * The place where a call adds a second rule for any image to the one that its module adds; null when both come from the
 * call, and when an allowed release makes only one.
 */
export function conflictOf(call: ModuleCall, scope: RecordingScope): Place | null {
  if (call.known.id !== 'cloudposse' && call.known.id !== 'lgallard') return null;
  const policies = readModulePolicy(call, scope);
  if (policies.length === 0 || !policies.every((policy) => isConflict(policy, scope))) return null;
  const written = policies[0]?.any.find(({ place }) => isOfCaller(place, scope))?.place;
  const { declaration } = call;
  const cause = CAUSES.map((name) => argumentOf(call, name)).find((attribute) => attribute !== undefined);
  return written ?? (cause === undefined ? headerOf(declaration) : placeOf(declaration.source, cause.value));
}

function isConflict({ any }: ModulePolicy, scope: RecordingScope): boolean {
  return any.length > 1 && any.some(({ place }) => !isOfCaller(place, scope));
}
