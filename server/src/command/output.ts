import { env, stderr, stdout } from 'node:process';

/** Where a command writes. */
export interface Output {
  /** A finished text, to standard output. */
  print(text: string): void;
  /** One line to standard error. */
  error(message: string): void;
  /** Replaces the progress line on standard error; nothing unless a person watches and it takes long. */
  progress(message: string): void;
  readonly hasColours: boolean;
}

/** Milliseconds before a run counts as long. */
const PATIENCE = 1000;

/** The process's own streams. */
export function processOutput(): Output {
  const started = performance.now();
  let isShown = false;
  return {
    print: (text) => stdout.write(`${text}\n`),
    error: (message) => stderr.write(`terraform-ecr: ${message}\n`),
    progress(message) {
      if (!stderr.isTTY || (!isShown && performance.now() - started < PATIENCE)) return;
      isShown = message !== '';
      stderr.write(`\r\u001b[2K${message}`);
    },
    hasColours: stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '',
  };
}
