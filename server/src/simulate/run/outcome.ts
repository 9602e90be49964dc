import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { Image } from '../input/image.ts';

/** What a run of the policy does to an image; `unknown` when the input lacks the date that decides. */
export type Verdict = 'expire' | 'archive' | 'keep' | 'unknown';

/**
 * Why an image has its verdict:
 * - `old`, `young`: it is older than the rule's days, or not yet; `measure` is the time that its age counts from
 * - `beyond-count`, `within-count`: `measure` is how many images of the rule are newer
 * - `undated`: its rule asks for a date that the input does not have
 * - `referenced`: `other` is an index that refers to it; `attached`: `other` is what it is attached to
 * - `unclaimed`: it meets no rule; `activating`: it is on its way back from the archive
 */
export type Cause =
  | 'old'
  | 'young'
  | 'beyond-count'
  | 'within-count'
  | 'undated'
  | 'referenced'
  | 'attached'
  | 'unclaimed'
  | 'activating';

/** What happens to one image, and the reason. */
export interface Outcome {
  readonly image: Image;
  readonly verdict: Verdict;
  /** The rule that acts on it; null when none does. */
  readonly rule: SimulatedRule | null;
  /** The smallest-numbered rule of its storage class whose tag requirement it meets. */
  readonly claimedBy: SimulatedRule | null;
  readonly cause: Cause;
  readonly measure: number | null;
  readonly other: Image | null;
  /** When an aging image that is still kept will be old enough for its rule. */
  readonly when: number | null;
}

/** A result that is not final yet. */
export type Draft = { -readonly [Key in keyof Outcome]: Outcome[Key] };

/** The effect of one rule, in numbers of images. */
export interface RuleOutcome {
  readonly rule: SimulatedRule;
  /** Images of its storage class with tags that match its requirement. */
  readonly selected: number;
  /** Of those, the images that no rule with a smaller number claims. */
  readonly claimed: number;
  readonly acted: number;
  /** Of those it acts on, the number that are only deleted because they are attached to another. */
  readonly attached: number;
  /** Why it can never act on any image; null when it can. */
  readonly dead: string | null;
}

export interface Totals {
  readonly expire: number;
  readonly archive: number;
  readonly keep: number;
  readonly unknown: number;
  /** Bytes of the images that expire, as far as their sizes are known. Shared layers count for each image. */
  readonly bytesFreed: number;
  readonly bytesArchived: number;
}

/** One run of a policy over the images of a repository. */
export interface Simulation {
  readonly now: number;
  /** In the order of the images. */
  readonly outcomes: readonly Outcome[];
  /** By priority. */
  readonly rules: readonly RuleOutcome[];
  readonly totals: Totals;
}
