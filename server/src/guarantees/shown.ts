import type { Image } from '../simulate/input/image.ts';
import type { PolicySurroundings } from './answers.ts';
import type { KeepPromise } from './decision/promise.ts';
import type { Witness } from './decision/witness.ts';
import { keptInWords } from './words.ts';

/** A guarantee as a view shows it. */
export interface ShownGuarantee {
  /** Its place in the list `keep` of the settings, from 0. */
  readonly index: number;
  readonly title: string;
  /** The tag patterns that it covers. */
  readonly tags: readonly string[];
  readonly reason: string | null;
  readonly holds: boolean | null;
  readonly because: string;
  readonly promise: KeepPromise;
  /** The images that break it, and the moment of their run, in milliseconds since 1970. */
  readonly witness: (Pick<Witness, 'verdict' | 'age' | 'now'> & { readonly images: readonly Image[] }) | null;
  /** The priority of the rule that breaks it; null when it holds, and when unknown. */
  readonly rule: number | null;
}

/** The context of a policy in a view; it can be sent as JSON. */
export interface ShownSurroundings {
  readonly guarantees: readonly ShownGuarantee[];
  readonly running: readonly { readonly address: string; readonly tag: string }[];
}

/** The context of a policy for a view. */
export function shownSurroundings({ guarantees, running }: PolicySurroundings): ShownSurroundings {
  return {
    guarantees: guarantees.map(({ guarantee, holds, because, witness, rule }) => ({
      index: guarantee.index,
      title: keptInWords(guarantee),
      tags: guarantee.tags,
      reason: guarantee.reason,
      holds,
      because,
      promise: guarantee.promise,
      witness,
      rule,
    })),
    running: running.map(({ address, tag }) => ({ address, tag })),
  };
}
