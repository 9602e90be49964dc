import type { Place } from '../../syntax/tree/place.ts';

/**
 * What hints are about; each can be turned off. `shielding` names the later rules that would delete what a rule keeps,
 * `allShielding` every later rule that gets none of its images.
 */
export type HintKind = 'units' | 'shielding' | 'allShielding' | 'deadRules';

/** What one policy says about a place. For a text that several policies read, what all of them say. */
export interface Statement {
  readonly kind: HintKind;
  /** The hint is shown at its end. */
  readonly place: Place;
  /** Null when this policy has nothing to say there. */
  readonly words: HintWords | null;
}

export interface HintWords {
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
}
