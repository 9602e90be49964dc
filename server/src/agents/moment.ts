import { isCalendarDay } from '../simulate/time/clock.ts';
import type { AgentDoor } from './tool.ts';
import { AgentError } from './tool.ts';

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A moment in ISO 8601 form, in milliseconds since 1970; now when none is given. */
export function momentOf(text: string | undefined, door: AgentDoor): number {
  if (text === undefined) return door.now();
  const time = ISO.test(text) && isCalendarDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new AgentError('now takes a time such as 2026-01-31T12:00:00Z');
  return time;
}
