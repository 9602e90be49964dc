import { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';
import { Recorder } from './recorder.ts';
import { RecordingScope } from './recordingScope.ts';

/** What answering one question may cost, in steps: a fraction of a second. Real policies need a few thousand. */
const BASE = 150_000;

/** A scope for one question of a user who waits for the answer; what costs more than that is unknown in it. */
export function questionScope(module: Module): RecordingScope {
  return new RecordingScope(module, new Recorder(new Meter(allowanceFor(module))));
}

/** The same for one of many questions that share a meter: it may spend half of what the earlier ones left. */
export function scopeOfOneOf(module: Module, meter: Meter): RecordingScope {
  const allowance = Math.min(allowanceFor(module), Math.floor(meter.left / 2));
  return new RecordingScope(module, new Recorder(new Meter(allowance)));
}

function allowanceFor({ length }: Module): number {
  return BASE + Meter.earnedBy(length);
}
