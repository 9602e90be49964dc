import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { Obstacle } from '../../ecr/documents/lifecycle/refusals/obstacles.ts';
import type { Image } from '../input/image.ts';
import { madeUpImages } from '../input/madeUpImages.ts';
import { simulatedRulesOf } from '../input/readRules.ts';
import type { Simulation } from './outcome.ts';
import { simulate } from './simulateRun.ts';

/** A run of a policy, or everything that prevents one. */
export type PolicySimulation =
  | { readonly kind: 'simulation'; readonly simulation: Simulation }
  | { readonly kind: 'obstacles'; readonly obstacles: readonly Obstacle[] };

/**
 * What one run of a policy does to images, or to made-up images when none are given (null). `now` is in milliseconds
 * since 1970.
 */
export function simulationOf(policy: LifecyclePolicy, images: readonly Image[] | null, now: number): PolicySimulation {
  const read = simulatedRulesOf(policy);
  return read.kind === 'rules'
    ? { kind: 'simulation', simulation: simulate(read.rules, images ?? madeUpImages(read.rules, now), now) }
    : { kind: 'obstacles', obstacles: read.obstacles };
}
