import { isCalendarDay } from '../simulate/time/clock.ts';
import { UsageError } from './usage.ts';

/** A moment in ISO 8601 form, in milliseconds since 1970; now for null. */
export function readTime(text: string | null): number {
  if (text === null) return Date.now();
  const isDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text);
  const time = isDate && isCalendarDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`--now takes a time such as 2026-01-31T12:00:00Z, not '${text}'`);
  return time;
}
