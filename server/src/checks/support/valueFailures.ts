import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { Mistake, UnknownValue } from '../../evaluate/values/value.ts';

/** The places in a policy's expressions where Terraform is sure to stop with such a mistake, each once. */
export function failuresOf({ failures, damaged }: LifecyclePolicy, mistake: Mistake): readonly UnknownValue[] {
  return damaged ? [] : causesOf(failures, mistake);
}

/** The same for mistakes of no kind of their own, where no condition that is not known may keep them out. */
export function certainFailuresOf({ certainFailures, damaged }: LifecyclePolicy): readonly UnknownValue[] {
  return damaged ? [] : causesOf(certainFailures, undefined);
}

function causesOf(failures: readonly UnknownValue[], mistake: Mistake | undefined): readonly UnknownValue[] {
  const found: UnknownValue[] = [];
  for (const part of failures) {
    const cause = part.cause ?? part;
    if (cause.mistake === mistake && !found.some((other) => isSame(other, cause))) found.push(cause);
  }
  return found;
}

function isSame({ place: one }: UnknownValue, { place: other }: UnknownValue): boolean {
  return one.piece === other.piece && one.start === other.start && one.end === other.end;
}
