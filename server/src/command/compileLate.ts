import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/**
 * By the major version of V8: the option that makes a function be optimized after nine times as much work as usual.
 * Later versions have a second compiler for this, which costs little, and refuse the option.
 */
const OPTIONS: ReadonlyMap<string, string> = new Map([['11', '--interrupt-budget=600000']]);

/**
 * Makes the optimizing compiler wait: in a run that ends after a second, it takes more time than it saves. Not for
 * servers.
 */
export function compileLate(): void {
  const option = OPTIONS.get(versions.v8.split('.')[0] ?? '');
  if (option !== undefined) setFlagsFromString(option);
}
