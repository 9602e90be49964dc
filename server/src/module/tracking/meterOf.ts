import { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';

/** A new meter for all questions about a module. */
export function meterOf({ length }: Module): Meter {
  return Meter.forLength(length);
}
