import { oneOf } from './options.ts';
import { COLOR } from './table/commandSpec.ts';
import { UsageError } from './usage.ts';

const WHEN = ['auto', 'always', 'never'] as const;

/**
 * Removes `--color WHEN` from the words of any command; `isDefault` is the result without it. Words after `--` are not
 * options.
 */
export function takeColour(words: readonly string[], isDefault: boolean) {
  const rest: string[] = [];
  let hasColours = isDefault;
  const pending = [...words];
  for (let word = pending.shift(); word !== undefined; word = pending.shift()) {
    if (word === '--') return { rest: [...rest, word, ...pending], hasColours };
    if (word !== `--${COLOR.name}` && !word.startsWith(`--${COLOR.name}=`)) {
      rest.push(word);
      continue;
    }
    const value = word.includes('=') ? word.slice(word.indexOf('=') + 1) : pending.shift();
    if (value === undefined) throw new UsageError(`--color takes ${WHEN.join(', ')}`);
    const when = oneOf('--color', value, WHEN);
    hasColours = when === 'auto' ? isDefault : when === 'always';
  }
  return { rest, hasColours };
}
