import { visible } from '../../../server/src/syntax/shown/printable.ts';

/** A longer name would push every other tab away. */
const LONGEST = 80;

/** An address as the name of a tab: on one line, every character visible, and cut in its middle when it is long. */
export function tabName(address: string): string {
  const characters = [...visible(address).replaceAll(/[\p{Cf}\p{Cs}]/gu, '\uFFFD')];
  if (characters.length <= LONGEST) return characters.join('');
  const half = LONGEST / 2;
  return `${characters.slice(0, half).join('')}…${characters.slice(1 - half).join('')}`;
}
