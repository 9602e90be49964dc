/** One line of the result: what was measured, the figure, and how it compares with the target. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  readonly holds: boolean | null;
}

/** The two lines at the head of the table. */
export const HEADING = '| what | measured | target | holds |\n| --- | --- | --- | --- |';

export function printRow({ what, figure, target, holds }: Row): string {
  return `| ${what} | ${figure} | ${target} | ${holds === null ? '' : holds ? 'yes' : 'NO'} |`;
}
