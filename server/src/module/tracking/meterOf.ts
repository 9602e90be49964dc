import { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';

/** A new meter for all questions about a module. */
export function meterOf(module: Module): Meter {
  return Meter.forLength(module.remember(lengthOf));
}

function lengthOf({ files }: Module): number {
  return files.reduce((sum, { syntax }) => sum + syntax.text.length, 0);
}
