import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { LifecyclePolicy } from '../../../server/src/ecr/documents/lifecycle/policy.ts';
import { readPolicies } from '../../../server/src/ecr/documents/lifecycle/readPolicy.ts';
import { Module } from '../../../server/src/module/module.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import type { SimulatedRules } from '../../../server/src/simulate/input/readRules.ts';
import { simulatedRulesOf } from '../../../server/src/simulate/input/readRules.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';
import type { JsonValue } from '../../../server/src/syntax/edit/term.ts';
import { spellingsOf } from '../support/policyTexts.ts';

export const NOW = Date.parse('2026-01-01T00:00:00Z');

/** The first policy of a Terraform text. */
export function policyIn(text: string): LifecyclePolicy {
  const module = new Module();
  module.setFile('main.tf', text);
  for (const owner of module.allBlocks()) {
    const [policy] = readPolicies(owner, new RecordingScope(module));
    if (policy !== undefined) return policy;
  }
  throw new Error('the text has no policy');
}

/** The input of a simulation from the first policy of a Terraform text. */
export function readText(text: string): SimulatedRules {
  return simulatedRulesOf(policyIn(text));
}

/** The rules of a policy; throws the obstacles when there are any. */
export function rulesOf(policy: JsonValue): readonly SimulatedRule[] {
  const read = readText(spellingsOf(policy).jsonencode);
  if (read.kind === 'obstacles') throw new Error(read.obstacles.map(({ message }) => message).join('\n'));
  return read.rules;
}

/** An image by its age in days. */
export function image(digest: string, tags: readonly string[], days: number, known: Partial<Image> = {}): Image {
  return imageOf(digest, { tags, pushedAt: NOW - days * DAY, ...known });
}

/** A rule for images with these tag patterns; `[]` for untagged images and null for any. */
export function rule(
  priority: number,
  patterns: readonly string[] | null,
  countType: SimulatedRule['countType'],
  countNumber: number,
  action: SimulatedRule['action'] = 'expire',
): SimulatedRule {
  const storageClass = countType === 'sinceImageTransitioned' ? 'archive' : 'standard';
  const kind = patterns === null ? 'any' : patterns.length === 0 ? 'untagged' : 'tagged';
  const entries = (patterns ?? []).map((text) => ({ kind: 'pattern', text }) as const);
  const requirement = kind === 'tagged' ? ({ kind, entries } as const) : ({ kind } as const);
  return { priority, requirement, storageClass, countType, countNumber, action };
}
