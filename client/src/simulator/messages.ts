import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { ShownSurroundings } from '../../../server/src/guarantees/shown.ts';

/** The current meaning of the text: the rules that the view simulates, or the reason why there are none. */
export type ViewPolicy =
  | {
      readonly kind: 'rules';
      readonly address: string;
      readonly rules: readonly SimulatedRule[];
      /** The assumptions, as a sentence; empty for none. */
      readonly note: string;
      /** What the settings keep and what runs; absent in a page that knows neither. */
      readonly surroundings?: ShownSurroundings;
      /** The name of its repository; null or absent when unknown. */
      readonly repository?: string | null;
    }
  | { readonly kind: 'none'; readonly reason: string };

/** The reader's language, and the view's texts in it, by the English template. */
export interface ReaderLanguage {
  /** A language tag, such as "de". */
  readonly tag: string;
  readonly words: Readonly<Record<string, string>>;
}

/** Where the policy is found again after the window was closed. */
export interface ViewSubject {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/**
 * An earlier text that the view compares with: `opened` is the text from when the view opened, `earlier` the text of a
 * plan, which comes with the page.
 */
export type BaselineChoice = 'none' | 'opened' | 'saved' | 'committed' | 'earlier';

/** Messages from the editor to the view. */
export type ToView =
  | { readonly type: 'policy'; readonly policy: ViewPolicy; readonly subject: ViewSubject }
  | { readonly type: 'baseline'; readonly choice: BaselineChoice; readonly baseline: ViewPolicy | null }
  | { readonly type: 'images'; readonly name: string; readonly bytes: Uint8Array }
  /** A file that was rejected, with the reason as a sentence. */
  | { readonly type: 'refused'; readonly name: string; readonly reason: string }
  | { readonly type: 'cursor'; readonly rule: number | null }
  /** The images with which a rule breaks a guarantee, by its place in the settings. */
  | { readonly type: 'witness'; readonly guarantee: number };

/** Messages from the view to the editor. Rules are indices into the last list of rules. */
export type FromView =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly rule: number }
  | { readonly type: 'chooseImages' }
  /** Files that were dragged from the editor's own lists, by their addresses. */
  | { readonly type: 'dropped'; readonly uris: readonly string[] }
  | { readonly type: 'compare'; readonly choice: BaselineChoice }
  /** What the view shows, for tests; sent after each change. */
  | { readonly type: 'shown'; readonly shown: Shown };

/** What the view shows, in numbers. */
export interface Shown {
  readonly address: string;
  readonly images: number;
  readonly source: string;
  readonly day: number;
  readonly expire: number;
  readonly archive: number;
  readonly keep: number;
  readonly changed: number;
  readonly lane: number | null;
  readonly rows: number;
  readonly problem: string;
  readonly guarantees: readonly (boolean | null)[];
  readonly bands: number;
  readonly running: number;
}
