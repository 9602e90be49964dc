import process, { env, stderr, stdout } from 'node:process';
import { reasonOf } from '../files/nodeFiles.ts';
import { printable } from '../syntax/shown/printable.ts';

/** Where a command writes. */
export interface Output {
  /** A complete text, to standard output. */
  print(text: string): void;
  /** A line to standard error, with one line below it for each detail. */
  error(message: string, details?: readonly string[]): void;
  /** Replaces the progress line on standard error; does nothing unless a person watches and the run takes long. */
  progress(message: string): void;
  readonly hasColours: boolean;
}

/** Milliseconds before a run counts as long. */
const PATIENCE = 1000;

/** Milliseconds for which a progress line stays, so that a slow terminal does not slow the run. */
const STAY = 100;

/** The process's own streams. */
export function processOutput(): Output {
  stdout.on('error', tellLostOutput);
  // Nobody is left to read the output.
  stderr.on('error', () => undefined);
  const started = performance.now();
  let isShown = false;
  let shownAt = 0;
  return {
    print: (text) => stdout.write(`${text}\n`),
    error(message, details = []) {
      const lines = [`terraform-ecr: ${printable(message)}`, ...details.map((detail) => `  ${printable(detail)}`)];
      stderr.write(`${lines.join('\n')}\n`);
    },
    progress(message) {
      const now = performance.now();
      if (!stderr.isTTY || (!isShown && (message === '' || now - started < PATIENCE))) return;
      if (isShown && message !== '' && now - shownAt < STAY) return;
      isShown = message !== '';
      shownAt = now;
      stderr.write(`\r\u001b[2K${message}`);
    },
    hasColours: hasColoursByDefault(),
  };
}

/**
 * NO_COLOR (https://no-color.org) comes first, then FORCE_COLOR, which build servers set; otherwise terminals get
 * colors.
 */
function hasColoursByDefault(): boolean {
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'] ?? '';
  return forced === '' ? stdout.isTTY === true : forced !== '0' && forced !== 'false';
}

/** A reader that has seen enough closes the pipe, as `head` does; that is not a failure. */
function tellLostOutput(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') return;
  process.exitCode = 2;
  stderr.write(`terraform-ecr: the output cannot be written: ${reasonOf(error)}\n`);
}
