import type { Capability } from '../../ecr/documents/access/decision/capabilities.ts';
import type { Caller, RequestContext } from '../../ecr/documents/access/decision/request.ts';
import { isCovered } from '../../ecr/documents/access/decision/request.ts';
import type { Statement } from '../../ecr/documents/access/decision/statement.ts';
import { callersOf, contextsOf } from './possibleRequests.ts';

/** A principal that may do something by one policy and not by another. */
export interface Gain {
  readonly capability: Capability;
  readonly caller: Caller;
  /** True when nothing allows it, and the statement that denied it is gone: the caller's own policies may allow it. */
  readonly isByDenial: boolean;
}

/** Who may do by `after` what they may not do by `before`: one of each kind of callers that the two distinguish. */
export function gainsOf(
  before: readonly Statement[],
  after: readonly Statement[],
  capabilities: readonly Capability[],
): readonly Gain[] {
  const all = [...before, ...after];
  const contexts = contextsOf(all);
  return capabilities.flatMap((capability) =>
    callersOf(all).flatMap((caller): Gain[] => {
      const gain = gainOf(before, after, capability, caller, contexts);
      return gain === null ? [] : [gain];
    }),
  );
}

function gainOf(
  before: readonly Statement[],
  after: readonly Statement[],
  capability: Capability,
  caller: Caller,
  contexts: readonly RequestContext[],
): Gain | null {
  let isByDenial = false;
  for (const context of contexts) {
    if (isAllowed(after, capability, caller, context)) {
      if (!isAllowed(before, capability, caller, context)) return { capability, caller, isByDenial: false };
    } else if (isDenied(before, capability, caller, context) && !isDenied(after, capability, caller, context)) {
      isByDenial = true;
    }
  }
  return isByDenial ? { capability, caller, isByDenial } : null;
}

function isAllowed(
  statements: readonly Statement[],
  { actions }: Capability,
  caller: Caller,
  context: RequestContext,
): boolean {
  return actions.every(
    (action) =>
      isCovered(statements, 'Allow', action, caller, context) &&
      !isCovered(statements, 'Deny', action, caller, context),
  );
}

function isDenied(
  statements: readonly Statement[],
  { actions }: Capability,
  caller: Caller,
  context: RequestContext,
): boolean {
  return actions.some((action) => isCovered(statements, 'Deny', action, caller, context));
}
