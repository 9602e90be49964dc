import { versions } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** V8's major version, whose options change between versions; null where V8 refuses options after its start. */
const MAJOR = versions['electron'] === undefined ? (versions.v8.split('.')[0] ?? null) : null;

/**
 * Makes the optimizing compiler wait: a function is optimized after nine times as much work as usual, because in a run
 * that ends after a second this compiler takes more time than it saves. Not for servers. Later versions of V8 have a
 * second compiler for this, which costs little, and refuse the option.
 */
export function compileLate(): void {
  if (MAJOR === '11') setFlagsFromString('--interrupt-budget=600000');
}

/** The versions of V8 in Node 20, 22 and 24. */
const KNOWN: ReadonlySet<string> = new Set(['11', '12', '13']);

/** Makes V8 collect garbage early instead of letting the heap grow: a fifth less memory for a few per cent of the work. */
export function saveMemory(): void {
  if (MAJOR !== null && KNOWN.has(MAJOR)) setFlagsFromString('--optimize-for-size');
}
