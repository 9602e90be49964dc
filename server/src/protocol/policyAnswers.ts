import type { SimulatedRule } from '../ecr/documents/lifecycle/completeRule.ts';
import type { ShownSurroundings } from '../guarantees/shown.ts';
import type { SimulationObstacle } from '../service/policies/simulatedPolicy.ts';
import type { TextLocation } from './textPositions.ts';

/** The answers of `render` and `explain`: a text to show, or the reason why there is none. */
export type { PolicyText } from '../service/policies/policyTexts.ts';

/** The policy that is meant: the one at a file offset (UTF-16), or one by its address, in another text. */
export type PolicyChoice = { readonly offset: number } | { readonly address: string; readonly text: string | null };

/** What the client learns about a policy to simulate. */
export type PolicyToSimulate =
  | {
      readonly kind: 'rules';
      readonly address: string;
      readonly rules: readonly SimulatedRule[];
      /** The place of each rule; null for one that no text spells. */
      readonly locations: readonly (TextLocation | null)[];
      readonly note: string;
      readonly surroundings: ShownSurroundings;
      /** The name of its repository; null when unknown or when there may be several. */
      readonly repository: string | null;
      /** The variables whose defaults were assumed. */
      readonly assumptions: readonly string[];
    }
  | {
      readonly kind: 'none';
      readonly address: string | null;
      readonly reason: string;
      readonly obstacle: SimulationObstacle;
    };
