import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { reasonOf } from '../files/nodeFiles.ts';
import { printCount } from '../simulate/amounts.ts';
import { decodeText } from '../simulate/input/decodeText.ts';
import type { InputProblem } from '../simulate/input/inputProblem.ts';
import { describeProblem } from '../simulate/input/inputProblem.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage.ts';

/** The name of an input in messages. */
export function nameOfInput(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** Beyond this number, the problems of an input are only counted. */
const TOLD_PROBLEMS = 10;

/** Reports the parts of an input that could not be used. */
export function tellProblems(path: string, problems: readonly InputProblem[], output: Output): void {
  for (const problem of problems.slice(0, TOLD_PROBLEMS)) output.error(`${path}: ${describeProblem(problem)}`);
  const rest = problems.length - TOLD_PROBLEMS;
  if (rest > 0) output.error(`${path}: ${printCount(rest, 'further record has', 'further records have')} problems`);
}

/** The text of a file, or of standard input for `-`, decompressed if it is gzip. */
export function readText(path: string): string {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return decodeText(isPacked ? gunzipSync(bytes) : bytes);
  } catch (error) {
    throw new UsageError(`${nameOfInput(path)} cannot be read: ${reasonOf(error)}`);
  }
}
