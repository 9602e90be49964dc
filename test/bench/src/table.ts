/** One line of the result: what was measured, the figure, and how it compares with the target. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  readonly holds: boolean | null;
}

export function printTable(rows: readonly Row[]): string {
  const cells = rows.map(({ what, figure, target, holds }) => [
    what,
    figure,
    target,
    holds === null ? '' : holds ? 'yes' : 'NO',
  ]);
  return [
    '| what | measured | target | holds |',
    '| --- | --- | --- | --- |',
    ...cells.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}
