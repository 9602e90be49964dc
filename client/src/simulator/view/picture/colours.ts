import type { Verdict } from '../../../../../server/src/simulate/run/outcome.ts';

/** The colors of the page's style, in the canvas's form. */
export interface Colours {
  readonly ink: string;
  readonly dim: string;
  readonly line: string;
  readonly paper: string;
  readonly accent: string;
  readonly tint: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
}

/** Reads the current colors of the theme. */
export function coloursOf(root: Element): Colours {
  const style = getComputedStyle(root);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888888';
  return {
    ink: colour('ink'),
    dim: colour('dim'),
    line: colour('line'),
    paper: colour('paper'),
    accent: colour('accent'),
    tint: colour('tint'),
    verdicts: {
      expire: colour('expire'),
      archive: colour('archive'),
      keep: colour('keep'),
      unknown: colour('unknown'),
    },
  };
}
